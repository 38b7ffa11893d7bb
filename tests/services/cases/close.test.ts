import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  alerts,
  auditEntries,
  broadcasts,
  calls,
  deliveries,
  hearingRevisions,
  staffCases,
  translations,
} from '../../../src/db/schema/index.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { finishBroadcasts } from '../../../src/services/broadcasts/finish.ts';
import { closeCase } from '../../../src/services/cases/close.ts';
import { reopenCase } from '../../../src/services/cases/reopen.ts';
import { inTransaction } from '../../../src/services/context.ts';
import { recordHearing, reviseHearing } from '../../../src/services/hearings/record.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { announce, change, type Pair, pair, verdictFacts } from '../../helpers/hearing.ts';
import { approvedPost } from '../../helpers/posts.ts';

let campaign: TestCampaign;
let two: Pair;
let author: TestStaff;
let coordinator: TestStaff;

beforeEach(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z', leadTimes: ['1d'] });
  two = await pair(campaign);
  author = await campaign.staff(['author']);
  coordinator = await campaign.staff(['coordinator']);
  await campaign.followers('en', 2);
});
afterEach(() => campaign.close());

const close = (by = coordinator) => closeCase(by.ctx, { caseId: campaign.caseId });

/** Everything that is due is dispatched and sent. */
async function tellAll(): Promise<void> {
  while ((await dispatchNextAlert(campaign.job)) !== null);
  await campaign.db.update(deliveries).set({ state: 'sent' });
  await finishBroadcasts(campaign.job);
}

/** Until a connection to this database waits for what another has locked. */
const untilOneWaits = () =>
  expect
    .poll(async () => {
      const waits = await campaign.sql`
        select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      return waits.length;
    })
    .toBe(1);

describe('closing a case', () => {
  test('takes back what is on its way and what waits, for good, and says so on the record', async () => {
    await publishPost(campaign.job, (await approvedPost(campaign, { author })).postId);
    const notBefore = campaign.clock.now().add({ hours: 1 });
    const { postId: later } = await approvedPost(campaign, { author, notBefore });
    await publishPost(campaign.job, later);
    expect(await close()).toMatchObject({ ok: true, value: { status: 'closed' } });
    const [broadcast] = await campaign.db.select().from(broadcasts);
    expect(broadcast?.state).toBe('cancelled');
    const rows = await campaign.db.select().from(deliveries);
    expect(rows.map(({ state, outcome }) => [state, outcome])).toEqual([
      ['cancelled', 'withdrawn'],
      ['cancelled', 'withdrawn'],
    ]);
    const texts = await campaign.db.select().from(translations).where(eq(translations.postId, later));
    expect(texts.map(({ state }) => state)).toEqual(['withdrawn']);
    const [entry] = await campaign.db.select().from(auditEntries).where(eq(auditEntries.verb, 'cases/close'));
    expect(entry?.details).toEqual({ withdrawn: 1, cancelled: 1, toAccounts: 0 });
    await reopenCase(coordinator.ctx, { caseId: campaign.caseId });
    campaign.clock.advance({ hours: 2 });
    expect(await publishPost(campaign.job, later)).toMatchObject({ published: [], deliveries: 0 });
    expect((await campaign.db.select().from(broadcasts)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  test('waits for what is being planned at this moment, and takes that back too', async () => {
    const { postId } = await approvedPost(campaign, { author });
    let closing: ReturnType<typeof close> | undefined;
    await inTransaction(campaign.job, async (tx) => {
      expect(await publishPost(tx, postId)).toMatchObject({ deliveries: 2 });
      closing = close();
      await untilOneWaits();
    });
    expect(await closing).toMatchObject({ ok: true });
    expect((await campaign.db.select().from(broadcasts)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  test('is refused while followers are to be told of a hearing, or are being told, or a second person is to decide', async () => {
    const refusal = { ok: false, refusal: { code: 'case-not-over' } };
    const recorded = await recordHearing(two.recorder.ctx, { caseId: campaign.caseId, facts: verdictFacts });
    expect(recorded.ok).toBe(true);
    expect(await close()).toEqual(refusal);
    await campaign.db.update(hearingRevisions).set({ state: 'rejected' });
    const hearingId = await announce(campaign, two);
    expect(await close()).toEqual(refusal);
    await tellAll();
    // Its reminder is ahead.
    expect(await close()).toEqual(refusal);
    await change(two, hearingId, 1, { status: 'cancelled' });
    await dispatchNextAlert(campaign.job);
    expect(await campaign.db.$count(alerts, eq(alerts.state, 'pending'))).toBe(0);
    expect(await close()).toEqual(refusal);
    await tellAll();
    expect(await close()).toMatchObject({ ok: true });
  });

  test('tells everybody else who works on it, and lets nothing be recorded of which nobody would hear', async () => {
    const hearingId = await announce(campaign, two);
    await change(two, hearingId, 1, { status: 'cancelled' });
    await tellAll();
    const lawyer = await campaign.staff(['lawyer'], { linked: true });
    await campaign.staff(['approver'], { linked: true });
    const elsewhere = await campaign.staff(['lawyer'], { linked: true });
    await campaign.db
      .insert(staffCases)
      .values({ staffId: elsewhere.id, caseId: await campaign.addCase('other') });
    const notices = async () =>
      (await campaign.db.select({ staffId: calls.staffId }).from(calls)).map(({ staffId }) => staffId);
    await campaign.db.delete(calls);
    expect(await close()).toMatchObject({ ok: true });
    const told = await notices();
    expect(told).toContain(lawyer.id);
    for (const { id } of [coordinator, elsewhere]) expect(told).not.toContain(id);
    expect(new Set(told).size).toBe(told.length);
    const { ctx } = two.recorder;
    const facts = { ...verdictFacts, status: 'scheduled' } as const;
    const refusal = { ok: false, refusal: { code: 'case-closed' } };
    expect(await reviseHearing(ctx, { hearingId, basedOn: 2, facts })).toEqual(refusal);
    expect(await recordHearing(ctx, { caseId: campaign.caseId, facts })).toEqual(refusal);
    await campaign.db.delete(calls);
    expect(await reopenCase(coordinator.ctx, { caseId: campaign.caseId })).toMatchObject({ ok: true });
    expect((await notices()).toSorted()).toEqual(told.toSorted());
    expect(await reviseHearing(ctx, { hearingId, basedOn: 2, facts })).toMatchObject({ ok: true });
  });

  test('waits for what is being recorded at this moment, and is then refused', async () => {
    let closing: ReturnType<typeof close> | undefined;
    await inTransaction(two.recorder.ctx, async (tx) => {
      expect(await recordHearing(tx, { caseId: campaign.caseId, facts: verdictFacts })).toMatchObject({
        ok: true,
      });
      closing = close();
      await untilOneWaits();
    });
    expect(await closing).toEqual({ ok: false, refusal: { code: 'case-not-over' } });
  });

  test('is for coordinators, of a case of theirs, and twice is once', async () => {
    expect(await close(author)).toEqual({ ok: false, refusal: { code: 'not-a-coordinator' } });
    const reopened = await reopenCase(author.ctx, { caseId: campaign.caseId });
    expect(reopened).toEqual({ ok: false, refusal: { code: 'not-a-coordinator' } });
    expect(await close()).toMatchObject({ ok: true });
    expect(await close()).toMatchObject({ ok: true });
    for (let i = 0; i < 2; i += 1) {
      const opened = await reopenCase(coordinator.ctx, { caseId: campaign.caseId });
      expect(opened).toMatchObject({ ok: true, value: { status: 'open' } });
    }
    const verbs = (await campaign.db.select().from(auditEntries)).map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb.startsWith('cases/'))).toEqual(['cases/close', 'cases/reopen']);
  });
});
