import { and, asc, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  alerts,
  approvals,
  broadcasts,
  calls,
  campaigns,
  cases,
  deliveries,
  hearingRevisions,
  messages,
  persons,
  staff,
} from '../../../src/db/schema/index.ts';
import { type HearingId, newId } from '../../../src/domain/ids.ts';
import { safeError } from '../../../src/log.ts';
import { dispatchAlerts } from '../../../src/scheduler/jobs/dispatch-alerts.ts';
import { replanReminders } from '../../../src/scheduler/jobs/replan-reminders.ts';
import { dispatchNextAlert, nextAlertDue } from '../../../src/services/alerts/dispatch.ts';
import { replanReminders as replan } from '../../../src/services/alerts/replan.ts';
import { namedCaseAndPersons } from '../../../src/services/cases/named.ts';
import { askAgain } from '../../../src/services/hearings/ask-again.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { factsOf, hearingContentHash } from '../../../src/services/hearings/facts.ts';
import { lockHearing } from '../../../src/services/hearings/find.ts';
import { reviewFacts } from '../../../src/services/hearings/review.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { readContent } from '../../../src/services/subscribers/read-content.ts';
import { whatWaits } from '../../../src/services/waiting/read.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { plannedDeliveries } from '../../helpers/deliveries.ts';
import { announce, change, type Pair, pair, verdictFacts } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
let two: Pair;

async function begin(options: Parameters<typeof testCampaign>[0] = {}): Promise<void> {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z', ...options });
  two = await pair(campaign);
  await campaign.followers('en', 1);
}

beforeEach(() => begin());
afterEach(() => campaign.close());

/** What the one follower was told, oldest first. */
async function told(): Promise<string[]> {
  return (await plannedDeliveries(campaign)).map(({ text }) => text);
}

async function stateOf(hearingId: HearingId, kind: 'announced' | 'reminder' | 'changed') {
  const rows = await campaign.db
    .select({ state: alerts.state })
    .from(alerts)
    .where(and(eq(alerts.hearingId, hearingId), eq(alerts.kind, kind)))
    .orderBy(asc(alerts.dueAt));
  return rows.map(({ state }) => state);
}

describe('an alert', () => {
  test('that is due goes out once, however often one looks', async () => {
    await announce(campaign, two);
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    expect(await campaign.dispatchAll()).toEqual([]);
    expect(await told()).toHaveLength(1);
  });

  test('is taken by one of several schedulers only', async () => {
    await announce(campaign, two);
    const taken = await Promise.all([1, 2, 3].map(() => dispatchNextAlert(campaign.job)));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  test('that is not due yet waits for its instant, and then no longer', async () => {
    await announce(campaign, two);
    await campaign.dispatchAll();
    expect((await nextAlertDue(campaign.job))?.toString()).toBe('2009-11-10T11:00:00Z');
    campaign.clock.set('2009-11-10T10:59:59.999Z');
    expect(await campaign.dispatchAll()).toEqual([]);
    campaign.clock.set('2009-11-10T11:00:00Z');
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    expect((await told())[1]).toContain('Tomorrow');
  });

  test('that comes when it is of no use expires, and nobody gets it', async () => {
    const hearingId = await announce(campaign, two);
    campaign.clock.set('2009-11-11T11:00:00Z');
    expect(new Set(await campaign.dispatchAll())).toEqual(new Set(['expired']));
    expect(await stateOf(hearingId, 'announced')).toEqual(['expired']);
    expect(await told()).toEqual([]);
    expect((await nextAlertDue(campaign.job))?.toString()).toBe('2009-11-12T08:00:00Z');
  });

  test('that comes late, but of use, says so and when it was due', async () => {
    await announce(campaign, two);
    campaign.clock.advance({ minutes: 14, seconds: 59 });
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-10T11:15:00Z');
    await campaign.dispatchAll();
    const [announced, reminder] = await told();
    expect(announced).not.toContain('Late:');
    expect(reminder).toMatch(/Late:.*15:00/s);
  });

  test('of a revision that is no longer in effect is never sent, also when somebody set it to pending by hand', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    await change(two, hearingId, 1, { localTime: '10:30' });
    await campaign.db.update(alerts).set({ state: 'pending' }).where(eq(alerts.revision, 1));
    campaign.clock.set('2009-11-10T12:00:00Z');
    expect((await campaign.dispatchAll()).toSorted()).toEqual([
      'dispatched',
      'dispatched',
      'superseded',
      'superseded',
    ]);
    for (const text of (await told()).slice(1)) expect(text).toContain('10:30');
  });

  test('whose revision was superseded after it was planned is not sent', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.db
      .update(hearingRevisions)
      .set({ state: 'superseded' })
      .where(eq(hearingRevisions.hearingId, hearingId));
    expect(await campaign.dispatchAll()).toEqual(['superseded']);
    expect(await told()).toEqual([]);
  });
});

describe('an alert of facts that nobody approved', () => {
  const tampered: readonly [string, (hearingId: HearingId) => Promise<unknown>][] = [
    ['the hour', () => campaign.db.update(hearingRevisions).set({ localTime: '10:30' })],
    ['the court', () => campaign.db.update(hearingRevisions).set({ court: { en: 'Elsewhere' } })],
    ['the outcome', () => campaign.db.update(hearingRevisions).set({ outcome: { en: 'Guilty.' } })],
    [
      'the hour with its hash',
      async (hearingId) => {
        const [row] = await campaign.db.select().from(hearingRevisions);
        const facts = { ...factsOf(row!), localTime: '10:30' };
        const named = await namedCaseAndPersons(campaign.job, campaign.caseId);
        const contentHash = hearingContentHash(hearingId, 1, facts, named);
        await campaign.db.update(hearingRevisions).set({ localTime: '10:30', contentHash });
      },
    ],
    ['the approval, deleted', () => campaign.db.delete(approvals)],
    ['the name of the case', () => campaign.db.update(cases).set({ name: { en: 'Others' } })],
    [
      'the persons',
      () =>
        campaign.db
          .insert(persons)
          .values({ id: newId(), caseId: campaign.caseId, position: 1, name: { en: 'Somebody' } }),
    ],
    ['the approver, who left', () => campaign.db.update(staff).set({ revokedAt: campaign.clock.now() })],
    [
      'the recorder, who approved',
      () => campaign.db.update(hearingRevisions).set({ recordedBy: two.decider.id }),
    ],
  ];

  test.each(tampered)('is not sent after a change by hand of %s', async (_, tamper) => {
    await tamper(await announce(campaign, two));
    expect(await campaign.dispatchAll()).toEqual(['superseded']);
    expect(await told()).toEqual([]);
    expect(campaign.logged.join()).toContain('alert-unapproved');
  });
});

describe('a hearing whose approver was taken off the staff', () => {
  test('is asked about anew, once a day, and reminded of when somebody else has approved it', async () => {
    const hearingId = await announce(campaign, two);
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    const other = await campaign.staff(['approver'], { linked: true });
    expect(await askAgain(campaign.job)).toBe(0);
    await revokeStaff(campaign.operator, two.decider.id);
    const notices = () => campaign.db.$count(calls);
    const before = await notices();
    expect(await askAgain(campaign.job)).toBe(1);
    expect(await askAgain(campaign.job)).toBe(0);
    expect(await notices()).toBe(before + 1);
    const waiting = async (by: Pair['decider']) =>
      (await whatWaits(by.ctx)).facts.map((one) => one.hearingId);
    const review = () => reviewFacts(other.ctx, { hearingId, revision: 1, language: 'en' });
    expect(await waiting(other)).toEqual([hearingId]);
    expect(await waiting(two.recorder)).toEqual([]);
    expect(await review()).toMatchObject({ decidable: ['approved'], refusal: null });
    const approve = (by: Pair['decider']) =>
      decideHearing(by.ctx, { hearingId, revision: 1, decision: 'approved' });
    expect(await approve(two.recorder)).toMatchObject({ ok: false, refusal: { code: 'own-text' } });
    expect(await approve(other)).toMatchObject({ ok: true, value: { state: 'in_effect' } });
    expect(await approve(other)).toMatchObject({ ok: false, refusal: { code: 'already-decided' } });
    expect(await waiting(other)).toEqual([]);
    expect(await review()).toMatchObject({ decidable: [] });
    campaign.clock.set('2009-11-10T11:00:00Z');
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    expect(await told()).toHaveLength(2);
    expect(await askAgain(campaign.job)).toBe(0);
  });
});

describe('facts that are approved once more', () => {
  const lapsed = async (hearingId: HearingId) => {
    const other = await campaign.staff(['approver'], { linked: true });
    await revokeStaff(campaign.operator, two.decider.id);
    const approve = () => decideHearing(other.ctx, { hearingId, revision: 1, decision: 'approved' });
    return { other, approve };
  };

  test('are told then, where nobody was told of them', async () => {
    const { approve } = await lapsed(await announce(campaign, two));
    expect(await campaign.dispatchAll()).toEqual(['superseded']);
    expect(await approve()).toMatchObject({ ok: true });
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    expect(await told()).toHaveLength(1);
  });

  test('take nothing back of what is on its way, and are not told twice; nor does the question say so', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    const { other, approve } = await lapsed(hearingId);
    const page = await reviewFacts(other.ctx, { hearingId, revision: 1, language: 'en' });
    expect(page?.rendered.text).toContain('The reminders to come say it.');
    expect(await approve()).toMatchObject({ ok: true });
    expect(await campaign.dispatchAll()).toEqual([]);
    expect((await plannedDeliveries(campaign)).map(({ state }) => state)).toEqual(['planned']);
  });
});

describe('what looks at every hearing ahead', () => {
  /** Does something in a transaction that stays open while something else is done. */
  async function meanwhile(first: (tx: TestCampaign['job']) => Promise<unknown>, then: () => Promise<void>) {
    await campaign.db.transaction(async (tx) => {
      await first({ ...campaign.job, db: tx });
      await then();
    });
  }

  test('asks about none that is approved, and waits for nobody who decides on one', async () => {
    const hearingId = await announce(campaign, two);
    await meanwhile(
      (tx) => lockHearing(tx, hearingId),
      async () => expect(await askAgain(campaign.job)).toBe(0),
    );
  });

  test('keeps no reminder that falls due meanwhile from going out', async () => {
    await announce(campaign, two);
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-10T10:59:59Z');
    await meanwhile(
      async (tx) => expect(await replan(tx)).toBe(0),
      async () => {
        campaign.clock.set('2009-11-10T11:00:00Z');
        expect(await campaign.dispatchAll()).toEqual(['dispatched']);
      },
    );
  });
});

describe('after an outage of the scheduler', () => {
  test('of several reminders that fell due only the last goes, and says how far off the hearing now is', async () => {
    await campaign.close();
    await begin({ at: '2009-11-01T08:00:00Z', leadTimes: ['7d', '3d', '1d', 'morning'] });
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-10T22:00:00Z');
    expect((await campaign.dispatchAll()).toSorted()).toEqual(['dispatched', 'superseded', 'superseded']);
    const [, reminder, ...more] = await told();
    expect(more).toEqual([]);
    // 02:00 in Baku: the reminder of the day before arrives on the day itself.
    expect(reminder).toContain('Today: hearing');
    expect(reminder).toContain('Late:');
    expect(await stateOf(hearingId, 'reminder')).toEqual([
      'superseded',
      'superseded',
      'dispatched',
      'pending',
    ]);
  });

  test('a move that another change followed is still told, as the move that it was', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    await change(two, hearingId, 1, { localTime: '10:30' });
    await change(two, hearingId, 2, { localTime: '10:30', judge: 'A. Hüseynov' });
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    expect((await told())[1]).toContain('EARLIER: 10:30 instead of 15:00');
    const [, moved] = await plannedDeliveries(campaign);
    expect(moved?.priority).toBe(10);
  });

  test('a change that was taken back meanwhile is not told at all', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    await change(two, hearingId, 1, { localTime: '10:30' });
    await change(two, hearingId, 2, {});
    expect(await campaign.dispatchAll()).toEqual([]);
    expect(await told()).toHaveLength(1);
  });

  test('a hearing that nobody was told of yet is announced as it is now', async () => {
    const hearingId = await announce(campaign, two);
    await change(two, hearingId, 1, { localTime: '10:30' });
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    const [text] = await told();
    expect(text).toContain('New hearing');
    expect(text).toContain('10:30');
    expect(text).not.toContain('15:00');
  });

  test('a hearing that was announced and cancelled while nobody heard of it is not told', async () => {
    const hearingId = await announce(campaign, two);
    await change(two, hearingId, 1, { status: 'cancelled' });
    expect(await campaign.dispatchAll()).toEqual([]);
  });

  test('those who would come by the old hour are told of the move also when the new hour has struck', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-11T06:29:00Z');
    await change(two, hearingId, 1, { localTime: '10:30' });
    campaign.clock.set('2009-11-11T06:45:00Z');
    expect(await campaign.dispatchAll()).toContain('dispatched');
    expect((await told()).at(-1)).toContain('EARLIER: 10:30 instead of 15:00');
    expect((await plannedDeliveries(campaign)).at(-1)?.notAfter?.toString()).toBe('2009-11-11T11:00:00Z');
  });
});

describe('what is still on its way of a hearing', () => {
  /** What the sender would still send. */
  async function onItsWay(): Promise<string[]> {
    return (await plannedDeliveries(campaign))
      .filter(({ state }) => state === 'planned')
      .map(({ text }) => text);
  }

  test('is overtaken by news: the old hour is nobody’s last word, and an old notice opens nothing', async () => {
    const [discreet] = await campaign.followers('en', 1);
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    const [content] = await campaign.db.select().from(messages).where(eq(messages.language, 'en'));
    const opened = { subscriberId: discreet!, messageId: content!.id };
    expect(await readContent(campaign.ctx, opened)).not.toBeNull();
    await change(two, hearingId, 1, { localTime: '10:30' });
    expect(await onItsWay()).toEqual([]);
    await campaign.dispatchAll();
    const texts = await onItsWay();
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain('EARLIER');
    expect(await readContent(campaign.ctx, opened)).toBeNull();
  });

  test('goes on when a revision brings no news, and so does a reminder that was due and had not left', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-10T11:00:00Z');
    await change(two, hearingId, 1, { judge: 'A. Hüseynov' });
    expect(await onItsWay()).toEqual([expect.stringContaining('New hearing')]);
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    expect(await onItsWay()).toEqual([expect.stringContaining('Tomorrow')]);
  });

  test('is overtaken by a reminder that says the same, but not news of a change, nor what has gone out', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    await campaign.db.update(deliveries).set({ state: 'sent' });
    campaign.clock.set('2009-11-10T11:00:00Z');
    await campaign.dispatchAll();
    const gone = await plannedDeliveries(campaign);
    expect(gone.map(({ state }) => state)).toEqual(['sent', 'planned']);
    await change(two, hearingId, 1, { room: '7' });
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-11T04:00:00Z');
    await campaign.dispatchAll();
    expect(await onItsWay()).toEqual([
      expect.stringContaining('Changed'),
      expect.stringContaining('Today: hearing'),
    ]);
    const outcomes = await campaign.db.select({ outcome: deliveries.outcome }).from(deliveries);
    expect(outcomes.filter(({ outcome }) => outcome === 'superseded')).toHaveLength(1);
    const states = await campaign.db.select({ state: broadcasts.state }).from(broadcasts);
    expect(states.filter(({ state }) => state === 'running')).toHaveLength(2);
  });

  test('is, of an announcement, overtaken by the first reminder, and says why', async () => {
    await announce(campaign, two);
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-10T11:00:00Z');
    await campaign.dispatchAll();
    expect(await onItsWay()).toEqual([expect.stringContaining('Tomorrow')]);
    const [announced] = await campaign.db.select().from(deliveries).where(eq(deliveries.state, 'cancelled'));
    expect(announced?.outcome).toBe('superseded');
  });
});

test('an alert that fails keeps back none of those behind it, and stays pending', async () => {
  const broken = await announce(campaign, two);
  await announce(campaign, two, { localTime: '16:00' });
  await campaign.db.execute(sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`);
  await campaign.db.execute(sql`
    create trigger refuse before update on alerts for each row
    when (old.hearing_id = ${sql.raw(`'${broken}'`)}) execute function refuse()`);
  await expect(dispatchAlerts(campaign.job, safeError)).rejects.toThrow('see the log');
  expect(await stateOf(broken, 'announced')).toEqual(['pending']);
  expect(await told()).toEqual([expect.stringContaining('16:00')]);
  expect(campaign.logged.join()).toContain('alert-failed');
});

test('an alert that expires is told to whoever reads the log', async () => {
  await announce(campaign, two);
  campaign.clock.set('2009-11-11T11:00:00Z');
  await dispatchAlerts(campaign.job, safeError);
  expect(campaign.logged.join()).toContain('alert-expired');
});

test('reminders are measured anew when a scheduler starts: the zone rules may have changed', async () => {
  const hearingId = await announce(campaign, two);
  const measured = await campaign.db.select().from(alerts).where(eq(alerts.hearingId, hearingId));
  // As the rules had it that the court goes by until its government changed the hour.
  await campaign.db.execute(sql`
    update alerts set due_at = due_at + interval '1 hour', not_after = not_after + interval '1 hour'
    where kind = 'reminder'`);
  await replanReminders(campaign.job);
  const now = await campaign.db.select().from(alerts).where(eq(alerts.hearingId, hearingId));
  const dueAt = (rows: typeof now) => rows.map((row) => row.dueAt.toString()).toSorted();
  expect(dueAt(now)).toEqual(dueAt(measured));
});

test('a cancellation that is taken back is told as that', async () => {
  const hearingId = await announce(campaign, two);
  await campaign.dispatchAll();
  await change(two, hearingId, 1, { status: 'cancelled' });
  await campaign.dispatchAll();
  await change(two, hearingId, 2, {});
  await campaign.dispatchAll();
  expect((await told()).at(-1)).toContain('Status: was Cancelled, now Scheduled');
});

test('a move that is one of the zone only names both, and not the same hour twice', async () => {
  const hearingId = await announce(campaign, two);
  await campaign.dispatchAll();
  await change(two, hearingId, 1, { zone: 'Asia/Tokyo' });
  await campaign.dispatchAll();
  const text = (await told()).at(-1);
  expect(text).toContain('EARLIER');
  expect(text?.split('\n')[0]).toMatch(/Tokyo.*Baku/);
});

describe('reminders', () => {
  test('of a hearing that moves away and back again go out once for each start', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-10T11:00:00Z');
    await campaign.dispatchAll();
    await change(two, hearingId, 1, { localDate: '2009-11-12' });
    await campaign.dispatchAll();
    await change(two, hearingId, 2, {});
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-11T11:00:00Z');
    await campaign.dispatchAll();
    const titles = (await told()).map((text) => text.split(':')[0]);
    expect(titles.filter((title) => title === 'Tomorrow')).toHaveLength(1);
  });

  test('that were planned come back with the start that they were for', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    await change(two, hearingId, 1, { status: 'postponed', localDate: null, localTime: null });
    await change(two, hearingId, 2, {});
    campaign.clock.set('2009-11-10T11:00:00Z');
    await campaign.dispatchAll();
    expect((await told()).at(-1)).toContain('Tomorrow');
  });
});

describe('at night', () => {
  /** Two hours after midnight in Baku. */
  const night = '2009-11-07T22:00:00Z';

  beforeEach(async () => {
    await campaign.close();
    await begin({ at: night, leadTimes: ['1d'] });
    await campaign.db.update(campaigns).set({ quietHours: '22-08' });
  });

  const due = async () => {
    const rows = await campaign.db
      .select({ dueAt: deliveries.dueAt })
      .from(deliveries)
      .orderBy(deliveries.dueAt);
    return rows.map(({ dueAt }) => dueAt.toString());
  };

  test('news of a hearing that is days off waits for the morning', async () => {
    await announce(campaign, two);
    await campaign.dispatchAll();
    expect(await due()).toEqual(['2009-11-08T04:00:00Z']);
  });

  test('what concerns a hearing that is within a day does not wait, whatever it is', async () => {
    // Tomorrow at two in the morning: a day off to the minute.
    const hearingId = await announce(campaign, two, { localDate: '2009-11-09', localTime: '02:00' });
    await campaign.dispatchAll();
    expect(await due()).toEqual([night]);
    await change(two, hearingId, 1, { localDate: '2009-11-09', localTime: '03:00' });
    await campaign.dispatchAll();
    expect(await due()).toEqual([night, night]);
  });

  test('a reminder of a hearing a day off comes at its hour', async () => {
    await announce(campaign, two, { localDate: '2009-11-10', localTime: '03:00' });
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-08T23:00:00Z');
    await campaign.dispatchAll();
    expect((await due()).at(-1)).toBe('2009-11-08T23:00:00Z');
  });

  test('an adjournment to a time within a day is told at once, and to a later one in the morning', async () => {
    const adjourned = (localDate: string) => {
      const { kind, court, room, openness } = verdictFacts;
      return { next: { localDate, localTime: '09:00', kind, court, room, openness } };
    };
    for (const [localDate, dueAt, rank] of [
      ['2009-11-08', night, 20],
      ['2009-11-09', '2009-11-08T04:00:00Z', 40],
    ] as const) {
      campaign.clock.set('2009-11-07T08:00:00Z');
      const hearingId = await announce(campaign, two, { localDate: '2009-11-07', localTime: '16:00' });
      await campaign.dispatchAll();
      campaign.clock.set(night);
      await campaign.db.delete(deliveries);
      await change(two, hearingId, 1, {
        status: 'held',
        localDate: '2009-11-07',
        localTime: '16:00',
        adjourned: adjourned(localDate),
      });
      await campaign.dispatchAll();
      expect(await due()).toEqual([dueAt]);
      expect((await plannedDeliveries(campaign)).at(-1)).toMatchObject({ priority: rank });
    }
  });

  test('a move to an earlier hour is told at once, also when the hearing is days off', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    await change(two, hearingId, 1, { localTime: '10:30' });
    await campaign.dispatchAll();
    const moved = (await plannedDeliveries(campaign)).find(({ text }) => text.includes('EARLIER'));
    expect(moved).toMatchObject({ state: 'planned', priority: 10 });
    expect((await due()).at(0)).toBe(night);
  });

  test('newer facts take the place of what waits', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.dispatchAll();
    await change(two, hearingId, 1, { room: '7' });
    await campaign.dispatchAll();
    const rows = await plannedDeliveries(campaign);
    expect(rows.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'planned']);
  });
});

describe('an alert of a case that was closed meanwhile', () => {
  test('is not sent, and the log says so', async () => {
    const hearingId = await announce(campaign, two);
    await campaign.db.update(cases).set({ status: 'closed' });
    expect(await campaign.dispatchAll()).toEqual(['superseded']);
    expect(await stateOf(hearingId, 'announced')).toEqual(['superseded']);
    expect(await told()).toEqual([]);
    expect(campaign.logged.join()).toContain('alert-of-closed-case');
  });
});
