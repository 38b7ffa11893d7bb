import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alerts, approvals, calls, cases, hearingRevisions } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import type { HearingFacts } from '../../../src/domain/hearing.ts';
import type { HearingId } from '../../../src/domain/ids.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { recordHearing, reviseHearing } from '../../../src/services/hearings/record.ts';
import { reviewFacts } from '../../../src/services/hearings/review.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { announce, verdictFacts } from '../../helpers/hearing.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let lawyer: TestStaff;
let coordinator: TestStaff;

beforeEach(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
  lawyer = await campaign.staff(['lawyer'], { linked: true });
  coordinator = await campaign.staff(['coordinator'], { linked: true });
});
afterEach(() => campaign.close());

const yes = 'approved' as const;

async function record(facts: Partial<HearingFacts> = {}): Promise<HearingId> {
  const recorded = await recordHearing(lawyer.ctx, {
    caseId: campaign.caseId,
    facts: { ...verdictFacts, ...facts },
  });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  return recorded.value.hearingId;
}

async function questionsTo(member: TestStaff): Promise<string[]> {
  const rows = await campaign.db.select().from(calls).where(eq(calls.staffId, member.id)).orderBy(calls.id);
  return rows.map((call) => {
    const params = JSON.parse(campaign.open(call.sealedParams, binding.callParams(call.id))) as {
      text: string;
    };
    return withoutIsolation(params.text);
  });
}

describe('a recorded hearing', () => {
  test('is put to those who may confirm it, and not to who recorded it', async () => {
    await record();
    expect(await questionsTo(lawyer)).toEqual([]);
    expect(await questionsTo(coordinator)).toEqual([expect.stringContaining('15:00')]);
  });

  test('is put to them with what changed, and only that, in whatever order its languages were written', async () => {
    const hearingId = await announce(campaign, { recorder: lawyer, decider: coordinator });
    await reviseHearing(lawyer.ctx, {
      hearingId,
      basedOn: 1,
      facts: {
        ...verdictFacts,
        court: { az: 'Səbail rayon məhkəməsi', en: 'Sabail District Court' },
        room: '6',
      },
    });
    const question = (await questionsTo(coordinator)).at(-1);
    expect(question).toMatch(/was 5, now 6/);
    expect(question?.match(/: was .*, now /g)).toHaveLength(1);
  });

  test('is put to them with when the last follower is told, and whether quiet hours are kept', async () => {
    const hearingId = await announce(campaign, { recorder: lawyer, decider: coordinator });
    await campaign.dispatchAll();
    const asked = async (basedOn: number, localTime: string) => {
      must(await reviseHearing(lawyer.ctx, { hearingId, basedOn, facts: { ...verdictFacts, localTime } }));
      return (await questionsTo(coordinator)).at(-1);
    };
    // The verdict is two days off.
    const later = await asked(1, '16:00');
    expect(later).toContain('told about 1 minute later');
    expect(later).toContain('Whoever has quiet hours is told when these are over.');
    const [one] = await campaign.followers('en', 1);
    // As many more as make a difference; to let each follow by itself takes too long.
    await campaign.db.execute(sql`
      insert into subscribers select more.* from subscribers s cross join generate_series(1, 1999) g
      cross join lateral jsonb_populate_record(s,
        jsonb_build_object('id', gen_random_uuid(), 'chat_index', '\\x' || md5(g::text))) more
      where s.id = ${one!}`);
    await campaign.db.execute(sql`
      insert into follows select more.* from follows f cross join subscribers s
      cross join lateral jsonb_populate_record(f, jsonb_build_object('subscriber_id', s.id)) more
      where f.subscriber_id = ${one!} and s.id <> ${one!}`);
    const earlier = await asked(2, '10:30');
    expect(earlier).toContain('told about 2 minutes later');
    expect(earlier).not.toContain('quiet hours');
    expect(earlier).not.toMatch(/2,?000/);
  });

  test('is put to them without a word of being told at once where it is not: by reminders, or to nobody', async () => {
    const hearingId = await announce(campaign, { recorder: lawyer, decider: coordinator });
    await campaign.dispatchAll();
    const asked = async (basedOn: number, facts: Partial<HearingFacts>) => {
      must(await reviseHearing(lawyer.ctx, { hearingId, basedOn, facts: { ...verdictFacts, ...facts } }));
      return (await questionsTo(coordinator)).at(-1);
    };
    const onlyTheJudge = await asked(1, { judge: 'A. Hüseynov' });
    expect(onlyTheJudge).toContain('nobody is told of it at once. The reminders to come say it.');
    expect(onlyTheJudge).not.toMatch(/followers are told at once|told about|quiet hours/);
    // What the page shows says the same.
    const page = await reviewFacts(coordinator.ctx, { hearingId, revision: 2, language: 'en' });
    expect(page?.rendered.text).toContain('The reminders to come say it.');
    expect(await asked(2, { judge: 'A. Hüseynov', room: '6' })).toContain('followers are told at once');
    // What followers know counts, and not what was recorded last.
    must(await decideHearing(coordinator.ctx, { hearingId, revision: 3, decision: yes }));
    expect(await asked(3, {})).toContain('The reminders to come say it.');
    campaign.clock.set('2009-11-11T11:30:00Z');
    const held = await asked(4, { status: 'held' });
    expect(held).toContain('After your approval nobody is told of it.');
  });

  test('is put to them in every language in which it goes out', async () => {
    await record({
      status: 'held',
      localDate: '2009-11-09',
      localTime: null,
      outcome: { en: 'Guilty.', fr: 'Coupable.' },
    });
    const [question] = await questionsTo(coordinator);
    for (const words of ['Sabail District Court', 'Səbail rayon məhkəməsi', 'Guilty.', 'Coupable.']) {
      expect(question).toContain(words);
    }
    // Its line runs as the reader's do, whatever the name of the language is written in.
    expect(question).toContain('\u200e(Français) Outcome: Coupable.');
  });

  test('is refused when a message about it would be too long for Telegram, and taken when all fit', async () => {
    const facts = (length: number): HearingFacts => ({
      ...verdictFacts,
      status: 'cancelled',
      outcome: { fa: 'x'.repeat(length) },
    });
    const tried = (length: number) =>
      recordHearing(lawyer.ctx, { caseId: campaign.caseId, facts: facts(length) });
    expect(await tried(3900)).toMatchObject({ refusal: { code: 'facts-too-long', limit: 4096 } });
    // The question alone would fit, but not below the lines that say that nobody has decided.
    expect(await tried(3300)).toMatchObject({ refusal: { code: 'facts-too-long', limit: 4096 } });
    expect(await tried(3000)).toMatchObject({ ok: true });
    const sent = await questionsTo(coordinator);
    expect(Math.max(...sent.map(({ length }) => length))).toBeLessThanOrEqual(4096);
  });

  test('is refused as held while its day is still to come', async () => {
    const held = (localDate: string) =>
      recordHearing(lawyer.ctx, {
        caseId: campaign.caseId,
        facts: { ...verdictFacts, status: 'held', localDate },
      });
    expect(await held('2009-11-10')).toMatchObject({ refusal: { code: 'hearing-ahead' } });
    expect(await held('2009-11-09')).toMatchObject({ ok: true });
  });

  test('cannot be postponed to a new date, for which nobody would be reminded; only on the day that it had, or without one', async () => {
    const hearingId = await announce(campaign, { recorder: lawyer, decider: coordinator });
    const postponed = (basedOn: number, localDate: string | null) =>
      reviseHearing(lawyer.ctx, {
        hearingId,
        basedOn,
        facts: { ...verdictFacts, status: 'postponed', localDate, localTime: null },
      });
    expect(await postponed(1, '2009-11-16')).toMatchObject({ refusal: { code: 'postponed-with-date' } });
    expect(await postponed(1, '2009-11-11')).toMatchObject({ ok: true });
    expect(await postponed(2, null)).toMatchObject({ ok: true });
  });

  test('is refused in a case that is closed or not ours', async () => {
    const facts = verdictFacts;
    await campaign.db.update(cases).set({ status: 'closed' });
    expect(await recordHearing(lawyer.ctx, { caseId: campaign.caseId, facts })).toMatchObject({
      refusal: { code: 'case-closed' },
    });
    const stranger = await campaign.staff(['translator']);
    expect(await recordHearing(stranger.ctx, { caseId: campaign.caseId, facts })).toMatchObject({
      refusal: { code: 'not-a-recorder' },
    });
  });
});

describe('a decision', () => {
  test('of two people at the same moment is made once', async () => {
    const hearingId = await record();
    const approver = await campaign.staff(['approver']);
    const twice = await Promise.all(
      [coordinator, approver].map(({ ctx }) => decideHearing(ctx, { hearingId, revision: 1, decision: yes })),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await campaign.db.$count(approvals)).toBe(1);
    expect(await campaign.db.$count(alerts)).toBe(4);
  });

  test('does not count for facts that were changed by hand since they were recorded', async () => {
    const hearingId = await record();
    await campaign.db.update(hearingRevisions).set({ localTime: '16:00' });
    expect(await decideHearing(coordinator.ctx, { hearingId, revision: 1, decision: yes })).toMatchObject({
      refusal: { code: 'changed-since' },
    });
    expect(await campaign.db.$count(alerts)).toBe(0);
  });

  test('does not count for a revision that another has replaced', async () => {
    const hearingId = await record();
    await reviseHearing(lawyer.ctx, { hearingId, basedOn: 1, facts: { ...verdictFacts, room: '6' } });
    expect(await decideHearing(coordinator.ctx, { hearingId, revision: 1, decision: yes })).toMatchObject({
      refusal: { code: 'changed-since' },
    });
    expect(await decideHearing(coordinator.ctx, { hearingId, revision: 3, decision: yes })).toMatchObject({
      refusal: { code: 'hearing-unknown' },
    });
    expect(await decideHearing(coordinator.ctx, { hearingId, revision: 2, decision: yes })).toMatchObject({
      ok: true,
    });
    expect(await decideHearing(coordinator.ctx, { hearingId, revision: 2, decision: yes })).toMatchObject({
      refusal: { code: 'already-decided', state: 'in_effect' },
    });
  });

  test('against a change leaves what was in effect, and its reminders', async () => {
    const hearingId = await announce(campaign, { recorder: lawyer, decider: coordinator });
    await reviseHearing(lawyer.ctx, {
      hearingId,
      basedOn: 1,
      facts: { ...verdictFacts, localTime: '10:30' },
    });
    await decideHearing(coordinator.ctx, { hearingId, revision: 2, decision: 'rejected' });
    const states = await campaign.db
      .select({ revision: hearingRevisions.revision, state: hearingRevisions.state })
      .from(hearingRevisions)
      .orderBy(hearingRevisions.revision);
    expect(states).toEqual([
      { revision: 1, state: 'in_effect' },
      { revision: 2, state: 'rejected' },
    ]);
    expect(await campaign.db.$count(alerts, eq(alerts.state, 'pending'))).toBe(4);
  });
});
