import { and, eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  alerts,
  approvals,
  auditEntries,
  calls,
  deliveries,
  hearingRevisions,
  rings,
  staff,
  staffCases,
} from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import type { HearingFacts } from '../../../src/domain/hearing.ts';
import type { CaseId, HearingId } from '../../../src/domain/ids.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { ringDeciders } from '../../../src/scheduler/jobs/ring-deciders.ts';
import { hearingCalendar } from '../../../src/services/calendars/read.ts';
import { renderDigest } from '../../../src/services/digests/render.ts';
import { readWeek } from '../../../src/services/digests/week.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { reviseHearing } from '../../../src/services/hearings/record.ts';
import { nextRingDue } from '../../../src/services/hearings/ring.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { plannedDeliveries } from '../../helpers/deliveries.ts';
import { announce, verdictFacts } from '../../helpers/hearing.ts';

/*
 * The night of 11 November 2009: at 03:10 in Baku the court moves the verdict of that day from 15:00 to 10:30.
 */

let campaign: TestCampaign;
let lawyer: TestStaff;
let coordinator: TestStaff;
let approver: TestStaff;
let caseId: CaseId;
let hearingId: HearingId;

const night = Temporal.Instant.from('2009-11-10T23:10:00Z');

beforeAll(async () => {
  campaign = await testCampaign({ leadTimes: ['1d', 'morning', '3h'] });
  lawyer = await campaign.staff(['lawyer'], { linked: true });
  coordinator = await campaign.staff(['coordinator'], { linked: true });
  approver = await campaign.staff(['approver'], { linked: true });
});
afterAll(() => campaign.close());

let tries = 0;

beforeEach(async () => {
  campaign.clock.set('2009-11-09T08:00:00Z');
  tries += 1;
  caseId = await campaign.addCase(`night-${tries}`);
  await campaign.followers('en', 1, caseId);
  hearingId = await announce({ ...campaign, caseId }, { recorder: lawyer, decider: coordinator });
  await campaign.dispatchAll();
  campaign.clock.set(night);
  await campaign.dispatchAll();
  await takeCalls();
});

/** What is left of a test is not due in the next one. */
afterEach(async () => {
  await campaign.db.update(rings).set({ dueAt: null });
  await campaign.db.update(alerts).set({ state: 'superseded' }).where(eq(alerts.state, 'pending'));
  await campaign.db.delete(calls);
});

/** Sends what waits for staff, as the sender does; answers how many notices each got, and the texts of one of them. */
async function takeCalls(to: TestStaff = coordinator): Promise<{ perPerson: number[]; texts: string[] }> {
  const rows = (await campaign.db.delete(calls).returning()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const of = (member: TestStaff) => rows.filter(({ staffId }) => staffId === member.id);
  const texts = of(to).map((call) => {
    const params = JSON.parse(campaign.open(call.sealedParams, binding.callParams(call.id))) as {
      text: string;
    };
    return withoutIsolation(params.text);
  });
  return { perPerson: [lawyer, coordinator, approver].map((member) => of(member).length), texts };
}

async function revise(facts: Partial<HearingFacts>, by: TestStaff = lawyer, basedOn = 1): Promise<void> {
  const revised = await reviseHearing(by.ctx, { hearingId, basedOn, facts: { ...verdictFacts, ...facts } });
  if (!revised.ok) throw new Error(revised.refusal.code);
}

async function decide(decision: 'approved' | 'rejected', revision = 2, by: TestStaff = coordinator) {
  const decided = await decideHearing(by.ctx, { hearingId, revision, decision });
  if (!decided.ok) throw new Error(decided.refusal.code);
}

/** Lets the scheduler look at these minutes of the night; answers at which of them somebody was called. */
async function look(...at: number[]): Promise<number[]> {
  const called: number[] = [];
  for (const minute of at) {
    campaign.clock.set(night.add({ minutes: minute }));
    await ringDeciders(campaign.job);
    await campaign.dispatchAll();
    if ((await takeCalls()).texts.length > 0) called.push(minute);
  }
  return called;
}

/** The same minute by minute. */
function minutes(from: number, to: number): Promise<number[]> {
  return look(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

async function told(): Promise<string[]> {
  return (await plannedDeliveries(campaign, caseId)).map(({ text }) => withoutIsolation(text));
}

/** As the sender records what it has sent. */
const sendAll = () =>
  campaign.db.update(deliveries).set({ state: 'sent' }).where(eq(deliveries.state, 'planned'));

async function cameTo(revision = 2) {
  const [ring] = await campaign.db
    .select()
    .from(rings)
    .where(and(eq(rings.hearingId, hearingId), eq(rings.revision, revision)));
  return { rung: ring?.rung, cameTo: ring?.cameTo, due: ring?.dueAt ?? null };
}

/** The lawyer moves it earlier, and nobody answers for twelve minutes. */
async function unanswered(facts: Partial<HearingFacts> = { localTime: '10:30' }): Promise<void> {
  await revise(facts);
  await look(2, 5, 10, 12);
  await sendAll();
}

describe('a change of a hearing that is less than a day off', () => {
  test('calls everyone who may decide at 0, 2, 5 and 10 minutes, with what changed put first', async () => {
    await revise({ localTime: '10:30' });
    const { perPerson, texts } = await takeCalls();
    expect(perPerson).toEqual([0, 1, 1]);
    const [text = ''] = texts;
    expect(text).toContain('Less than 8 hours to go');
    expect(text).toContain('Call 1 of 4');
    expect(text.indexOf('was 15:00, now 10:30')).toBeLessThan(text.indexOf('Court:'));
    expect((await nextRingDue(campaign.job))?.equals(night.add({ minutes: 2 }))).toBe(true);
    expect(await minutes(0, 11)).toEqual([2, 5, 10]);
  });

  test('calls nobody any more once somebody has decided, also of what was to leave just then', async () => {
    await revise({ localTime: '10:30' });
    await takeCalls();
    campaign.clock.set(night.add({ minutes: 2 }));
    await ringDeciders(campaign.job);
    await decide('approved');
    // Only whoever recorded it hears of the decision, which they were waiting for.
    const { perPerson, texts } = await takeCalls(lawyer);
    expect(perPerson).toEqual([1, 0, 0]);
    expect(texts[0]).toMatch(
      /^Staff coordinator approved what you recorded of a hearing in the case “.*”\. It is in effect\.$/,
    );
    expect(await look(5, 10, 12, 30)).toEqual([]);
    expect(await cameTo()).toEqual({ rung: 2, cameTo: 'decided', due: null });
    expect((await told()).at(-1)).not.toContain('Not yet confirmed');
  });

  test('that is replaced by another starts the calls anew, and the first are over', async () => {
    await revise({ localTime: '10:30' });
    await look(2, 3);
    await revise({ localTime: '10:00' }, lawyer, 2);
    expect(await cameTo(2)).toMatchObject({ cameTo: 'replaced', due: null });
    expect((await takeCalls()).texts[0]).toContain('Call 1 of 4');
    expect(await minutes(4, 14)).toEqual([5, 8, 13]);
  });

  test('is called for once by two schedulers, and once after a restart', async () => {
    await revise({ localTime: '10:30' });
    await takeCalls();
    campaign.clock.set(night.add({ minutes: 2 }));
    await Promise.all([1, 2, 3].map(() => ringDeciders(campaign.job)));
    expect((await takeCalls()).perPerson).toEqual([0, 1, 1]);
  });

  test('after an outage is called for once, and people keep the time that they were to have', async () => {
    await revise({ localTime: '10:30' });
    await takeCalls();
    campaign.clock.set(night.add({ minutes: 61 }));
    await ringDeciders(campaign.job);
    expect((await takeCalls()).texts).toEqual([expect.stringContaining('Call 2 of 4')]);
    expect(await minutes(62, 70)).toEqual([64, 69]);
    expect((await told()).some((text) => text.includes('10:30'))).toBe(false);
    expect(await look(71)).toEqual([71]);
    expect((await told()).at(-1)).toContain('EARLIER: 10:30 instead of 15:00');
  });

  test('waits for the sender: nobody has failed to answer a call that never left', async () => {
    await revise({ localTime: '10:30' });
    for (const minute of [2, 5, 10, 12, 20]) {
      campaign.clock.set(night.add({ minutes: minute }));
      await ringDeciders(campaign.job);
    }
    await campaign.dispatchAll();
    expect((await told()).some((text) => text.includes('10:30'))).toBe(false);
    // What piled up is the newest call only.
    expect((await takeCalls()).texts).toEqual([expect.stringContaining('Call 4 of 4')]);
    await look(21);
    expect((await told()).at(-1)).toContain('10:30');
  });
});

test('a change recorded days ahead and not decided on is called for from a day before the hearing', async () => {
  campaign.clock.set('2009-11-09T09:00:00Z');
  await revise({ status: 'cancelled' });
  const { texts } = await takeCalls();
  expect(texts[0]).not.toContain('Call 1');
  expect((await nextRingDue(campaign.job))?.toString()).toBe('2009-11-10T11:00:00Z');
  campaign.clock.set('2009-11-10T11:00:00Z');
  await ringDeciders(campaign.job);
  expect((await takeCalls()).texts).toEqual([expect.stringContaining('Call 1 of 4')]);
});

test('a change that is rejected comes back to whoever recorded it; one approved days ahead does not', async () => {
  campaign.clock.set('2009-11-09T09:00:00Z');
  await revise({ room: '6' });
  await takeCalls();
  await decide('approved');
  expect((await takeCalls()).perPerson).toEqual([0, 0, 0]);
  await revise({ status: 'cancelled', room: '6' }, lawyer, 2);
  await takeCalls();
  await decide('rejected', 3, approver);
  const { perPerson, texts } = await takeCalls(lawyer);
  expect(perPerson).toEqual([1, 0, 0]);
  expect(texts[0]).toMatch(
    /^Staff approver rejected what you recorded of a hearing in the case “.*”\. What was known before stays/,
  );
  // Whoever works on other cases now, or has left, hears nothing of this one.
  const rejectedAgain = async (revision: number) => {
    await revise({ status: 'cancelled', room: '6' }, lawyer, revision - 1);
    await takeCalls();
    return async () => {
      await decide('rejected', revision, approver);
      return (await takeCalls()).perPerson;
    };
  };
  const limited = await rejectedAgain(4);
  await campaign.db.insert(staffCases).values({ staffId: lawyer.id, caseId: campaign.caseId });
  expect(await limited()).toEqual([0, 0, 0]);
  await campaign.db.delete(staffCases);
  const gone = await rejectedAgain(5);
  await campaign.db.update(staff).set({ revokedAt: campaign.clock.now() }).where(eq(staff.id, lawyer.id));
  expect(await gone()).toEqual([0, 0, 0]);
  await campaign.db.update(staff).set({ revokedAt: null }).where(eq(staff.id, lawyer.id));
});

describe('unanswered,', () => {
  test('a move earlier by the lawyer goes out at once to everyone, marked, and moves nothing but the hour', async () => {
    await revise({ localTime: '10:30', court: { en: 'A court at the other end' } });
    await look(2, 5, 10, 11);
    expect(await told()).toHaveLength(2);
    await look(12);
    const text = (await told()).at(-1) ?? '';
    expect(text).toContain('EARLIER: 10:30 instead of 15:00');
    expect(text).toContain('Not yet confirmed by a second person.');
    expect(text).toMatch(/Confirmed so far: .*15:00/);
    expect(text).toContain('Sabail District Court');
    expect(text).not.toContain('other end');
    expect(await cameTo()).toEqual({ rung: 4, cameTo: 'told', due: null });
    // In effect stays what two people have confirmed.
    const states = await campaign.db
      .select({ revision: hearingRevisions.revision, state: hearingRevisions.state })
      .from(hearingRevisions)
      .where(eq(hearingRevisions.hearingId, hearingId))
      .orderBy(hearingRevisions.revision);
    expect(states.map(({ state }) => state)).toEqual(['in_effect', 'in_review']);
    expect(
      await campaign.db.$count(
        auditEntries,
        and(eq(auditEntries.verb, 'hearings/end-wait'), eq(auditEntries.subjectId, hearingId)),
      ),
    ).toBe(1);
  });

  test('it is told to whoever was called and to who recorded it, and can still be decided', async () => {
    await revise({ localTime: '10:30' });
    await look(2, 5, 10, 11);
    campaign.clock.set(night.add({ minutes: 12 }));
    await ringDeciders(campaign.job);
    const { perPerson, texts } = await takeCalls();
    expect(perPerson).toEqual([1, 1, 1]);
    expect(texts[0]).toContain('Nobody has decided. The followers are being told');
    await decide('approved');
  });

  test.each([
    ['a move to a later time', { localTime: '16:00' }, 'lawyer'],
    ['a move to a later day', { localDate: '2009-11-12', localTime: '09:00' }, 'lawyer'],
    ['a cancellation', { status: 'cancelled' }, 'lawyer'],
    ['a postponement', { status: 'postponed', localDate: null, localTime: null }, 'lawyer'],
    ['another room', { room: '6' }, 'lawyer'],
    ['a move earlier by an author', { localTime: '10:30' }, 'author'],
  ] as const)('%s never goes out on one person’s word', async (_, facts, role) => {
    const recorder = role === 'lawyer' ? lawyer : await campaign.staff([role]);
    await revise(facts, recorder);
    await look(2, 5, 10, 11);
    campaign.clock.set(night.add({ minutes: 12 }));
    await ringDeciders(campaign.job);
    expect((await takeCalls()).texts[0]).toContain('The followers are told nothing');
    await campaign.dispatchAll();
    expect(await told()).toHaveLength(2);
    expect(await cameTo()).toMatchObject({ cameTo: 'withheld', due: null });
    expect(await look(13, 20, 60)).toEqual([]);
  });

  test('nothing goes out of a recorder who was revoked, of facts changed by hand, or over facts nobody approved', async () => {
    await revise({ localTime: '10:30' });
    await look(2, 5, 10, 11);
    const { id } = lawyer;
    const thisRevision = and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.revision, 2));
    await campaign.db.update(hearingRevisions).set({ localTime: '09:00' }).where(thisRevision);
    await look(12);
    expect(await cameTo()).toMatchObject({ cameTo: 'withheld' });
    await campaign.db.update(hearingRevisions).set({ localTime: '10:30' }).where(thisRevision);
    const again = async () => {
      await campaign.db
        .update(rings)
        .set({ dueAt: campaign.clock.now(), cameTo: null })
        .where(and(eq(rings.hearingId, hearingId), eq(rings.revision, 2)));
      await ringDeciders(campaign.job);
      return (await cameTo()).cameTo;
    };
    await campaign.db.update(staff).set({ revokedAt: campaign.clock.now() }).where(eq(staff.id, id));
    expect(await again()).toBe('withheld');
    await campaign.db.update(staff).set({ revokedAt: null });
    await campaign.db.update(approvals).set({ voidedAt: campaign.clock.now() });
    expect(await again()).toBe('withheld');
    await campaign.db.update(approvals).set({ voidedAt: null });
    expect(await again()).toBe('told');
    // And it is asked once more right before it leaves.
    await campaign.db.update(approvals).set({ voidedAt: campaign.clock.now() });
    expect(await campaign.dispatchAll()).toContain('superseded');
    expect(await told()).toHaveLength(2);
  });

  test('the followers are reminded of both starts, and at one instant once', async () => {
    await unanswered();
    campaign.clock.set('2009-11-11T03:29:00Z');
    await campaign.dispatchAll();
    const before = (await told()).length;
    // 3 h before the earlier start.
    campaign.clock.set('2009-11-11T03:30:00Z');
    await campaign.dispatchAll();
    // The morning's reminder is due at 08:00 for both.
    campaign.clock.set('2009-11-11T04:00:00Z');
    await campaign.dispatchAll();
    // 3 h before the confirmed start.
    campaign.clock.set('2009-11-11T08:00:00Z');
    await campaign.dispatchAll();
    const [ofEarlier = '', morning = '', ofConfirmed = '', ...more] = (await told()).slice(before);
    expect(more).toEqual([]);
    expect(ofEarlier).toContain('Not yet confirmed by a second person.');
    expect(ofEarlier).toMatch(/When: .*10:30/);
    for (const text of [morning, ofConfirmed]) {
      expect(text).toMatch(/When: .*15:00/);
      expect(text).toMatch(/Reported, not yet confirmed by a second person: moved to .*10:30/);
    }
  });
});

describe('an unconfirmed move that was told', () => {
  test('is what a calendar says first and wakes by, and a digest; what two have confirmed stays beside it', async () => {
    await unanswered();
    const calendar = await hearingCalendar(campaign.ctx, { language: 'en', hearingId });
    const lines = withoutIsolation(calendar?.text ?? '')
      .replaceAll(/\r\n[ \t]/g, '')
      .split('\r\n');
    const reported = /Reported\\, not yet confirmed by a second person: moved to .*10:30/;
    expect(lines.find((line) => line.startsWith('SUMMARY'))).toMatch(reported);
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toMatch(reported);
    expect(lines).toContain('DTSTART;TZID=Asia/Baku:20091111T150000');
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER:-P1DT4H30M',
      'TRIGGER:-PT6H30M',
    ]);
    const at = campaign.clock.now();
    const span = { from: at.subtract({ hours: 168 }), to: at, ahead: Temporal.Duration.from({ days: 14 }) };
    const week = (await readWeek(campaign.job, span)).get(caseId);
    const { text } = renderDigest('en', week === undefined ? [] : [week]);
    expect(withoutIsolation(text).match(/: moved to .*10:30/g)).toHaveLength(2);
    expect(withoutIsolation(text)).toMatch(/Next: Verdict.*15:00/);
    await decide('rejected');
    await campaign.dispatchAll();
    const after = (await hearingCalendar(campaign.ctx, { language: 'en', hearingId }))?.text ?? '';
    expect(after).not.toContain('Reported');
    expect(after).toContain('TRIGGER:-PT2H');
  });

  test.each(['approved', 'rejected'] as const)(
    'makes every calendar take over the report, and then what came of it when it is %s',
    async (decision) => {
      const read = async () => {
        const text = (await hearingCalendar(campaign.ctx, { language: 'en', hearingId }))?.text ?? '';
        const parsed = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
        const other = convertIcsCalendar(undefined, text).events?.[0];
        const value = (name: string) => String(parsed?.getFirstPropertyValue(name));
        const shown = {
          sequence: Number(value('sequence')),
          stamp: Temporal.Instant.from(value('dtstamp')).toString(),
          start: value('dtstart'),
          reported: withoutIsolation(value('summary')).startsWith('Reported, not yet confirmed'),
        };
        // What two parsers that share no code make of it.
        expect({
          sequence: other?.sequence ?? 0,
          stamp: other?.stamp.date.toISOString().replace('.000Z', 'Z'),
          start: other?.start.local?.date.toISOString().slice(0, 19),
          reported: withoutIsolation(other?.summary ?? '').startsWith('Reported, not yet confirmed'),
        }).toEqual(shown);
        expect(value('status')).toBe('CONFIRMED');
        return shown;
      };
      const at = (minute: number) => night.add({ minutes: minute }).toString();
      const before = await read();
      expect(before).toMatchObject({ sequence: 0, start: '2009-11-11T15:00:00', reported: false });
      await revise({ localTime: '10:30' });
      await look(2, 5, 10);
      // Recorded, and told to nobody yet.
      expect(await read()).toEqual(before);
      await look(12);
      expect(await read()).toEqual({ ...before, sequence: 1, stamp: at(12), reported: true });
      campaign.clock.set(night.add({ minutes: 14 }));
      await decide(decision);
      const decided = {
        sequence: decision === 'approved' ? 3 : 2,
        stamp: at(14),
        start: decision === 'approved' ? '2009-11-11T10:30:00' : '2009-11-11T15:00:00',
        reported: false,
      };
      expect(await read()).toEqual(decided);
      // Somebody records the next change before the word of that has gone out: it brings no report back.
      await revise({ localTime: '10:45' }, lawyer, 2);
      expect(await read()).toEqual(decided);
      await campaign.dispatchAll();
      expect(await read()).toEqual(decided);
    },
  );

  test('and is confirmed is told so, with all that changed, and nobody is reminded twice', async () => {
    await unanswered({ localTime: '10:30', room: '6' });
    const before = (await told()).length;
    await decide('approved');
    await campaign.dispatchAll();
    const [confirmed = '', ...more] = (await told()).slice(before);
    expect(more).toEqual([]);
    expect(confirmed).toContain('Confirmed: hearing in the case');
    expect(confirmed).toContain('was 15:00, now 10:30');
    expect(confirmed).toContain('was 5, now 6');
    expect(confirmed).not.toContain('Not yet confirmed');
    campaign.clock.set('2009-11-11T05:00:00Z');
    await campaign.dispatchAll();
    const reminders = (await told()).slice(before + 1);
    expect(reminders).toHaveLength(1);
    for (const text of reminders) {
      expect(text).toMatch(/When: .*10:30/);
      expect(text).not.toContain('onfirmed');
    }
    campaign.clock.set('2009-11-11T10:00:00Z');
    expect(await campaign.dispatchAll()).not.toContain('dispatched');
  });

  test('and is rejected is corrected, to those who were told and to nobody else', async () => {
    await unanswered();
    await campaign.followers('en', 1, caseId);
    const before = (await told()).length;
    await decide('rejected');
    await campaign.dispatchAll();
    const corrections = (await told()).slice(before);
    expect(corrections).toHaveLength(1);
    expect(corrections[0]).toContain('Correction: hearing in the case');
    expect(corrections[0]).toMatch(/We were wrong: the hearing was not moved to .*10:30/);
    expect(corrections[0]).toMatch(/Correct: .*15:00/);
    // The reminders are those of the confirmed start, without a word of doubt.
    campaign.clock.set('2009-11-11T08:00:00Z');
    await campaign.dispatchAll();
    const later = (await told()).slice(before + 1).filter((text) => !text.includes('We were wrong'));
    expect(later.length).toBeGreaterThan(0);
    for (const text of later) {
      expect(text).toMatch(/When: .*15:00/);
      expect(text).not.toContain('10:30');
    }
  });

  test('and is rejected before it reached anybody: whoever it kept the confirmed hour from is told of that', async () => {
    await revise({ localTime: '10:30' });
    // The reminder of 15:00 is still on its way: it makes room for the move.
    await look(2, 5, 10, 12);
    const states = async () => (await plannedDeliveries(campaign, caseId)).map(({ state }) => state);
    expect(await states()).toEqual(['cancelled', 'cancelled', 'planned']);
    await decide('rejected');
    await campaign.dispatchAll();
    expect(await states()).toEqual(['cancelled', 'cancelled', 'cancelled', 'planned']);
    expect((await told()).at(-1)).toMatch(/Correct: .*15:00/);
  });

  test('and is rejected before it was on its way takes nothing back of what was confirmed', async () => {
    await revise({ localTime: '10:30' });
    for (const minute of [2, 5, 10, 12]) {
      campaign.clock.set(night.add({ minutes: minute }));
      await ringDeciders(campaign.job);
      await takeCalls();
    }
    await decide('rejected');
    await campaign.dispatchAll();
    const left = (await plannedDeliveries(campaign, caseId)).filter(({ state }) => state === 'planned');
    expect(left.map(({ text }) => withoutIsolation(text))).toContainEqual(
      expect.stringMatching(/When: .*15:00/),
    );
  });

  test('after which other facts are confirmed is corrected by their news', async () => {
    await unanswered();
    await revise({ localTime: '11:00' }, lawyer, 2);
    const before = (await told()).length;
    await decide('approved', 3);
    await campaign.dispatchAll();
    const [news = '', ...more] = (await told()).slice(before);
    expect(more).toEqual([]);
    expect(news).toContain('EARLIER: 11:00 instead of 15:00');
    expect(news).toMatch(/We were wrong: the hearing was not moved to .*10:30/);
    expect(news).toMatch(/Correct: .*11:00/);
  });

  test('after which the former facts are recorded and confirmed anew is corrected too, and once', async () => {
    await unanswered();
    await revise({}, lawyer, 2);
    await decide('approved', 3);
    await campaign.dispatchAll();
    await revise({ judge: 'A judge' }, lawyer, 3);
    await decide('approved', 4);
    await campaign.dispatchAll();
    const corrections = (await told()).filter((text) => text.includes('We were wrong'));
    expect(corrections).toHaveLength(1);
    expect(corrections[0]).toMatch(/Correct: .*15:00/);
  });

  test('is not followed by a later one on one person’s word', async () => {
    await unanswered();
    const before = (await told()).length;
    campaign.clock.set(night.add({ minutes: 20 }));
    await revise({ localTime: '11:00' }, lawyer, 2);
    await look(22, 25, 30, 32);
    expect(await cameTo(3)).toMatchObject({ cameTo: 'withheld' });
    expect(await told()).toHaveLength(before);
  });

  test('that was decided on before it left goes out as what it then is, or not at all', async () => {
    await revise({ localTime: '10:30' });
    for (const minute of [2, 5, 10, 12]) {
      campaign.clock.set(night.add({ minutes: minute }));
      await ringDeciders(campaign.job);
      await takeCalls();
    }
    await decide('approved');
    await campaign.dispatchAll();
    const text = (await told()).at(-1) ?? '';
    expect(text).toContain('EARLIER: 10:30 instead of 15:00');
    expect(text).not.toContain('Not yet confirmed');
    expect(
      await campaign.db.$count(alerts, and(eq(alerts.hearingId, hearingId), eq(alerts.kind, 'confirmed'))),
    ).toBe(0);
    const twice = and(
      eq(alerts.hearingId, hearingId),
      eq(alerts.kind, 'changed'),
      eq(alerts.state, 'dispatched'),
    );
    expect(await campaign.db.$count(alerts, twice)).toBe(1);
  });
});
