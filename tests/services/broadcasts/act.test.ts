import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries, broadcasts, calls } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { parseCallbackData } from '../../../src/domain/callback-data.ts';
import type { BroadcastId, StaffId } from '../../../src/domain/ids.ts';
import type { BroadcastAction, BroadcastKind, BroadcastState } from '../../../src/domain/words.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { withdrawDeliveries } from '../../../src/scheduler/jobs/withdraw-deliveries.ts';
import { actOnBroadcast } from '../../../src/services/broadcasts/act.ts';
import { broadcastsToWithdraw, withdrawPlanned } from '../../../src/services/broadcasts/withdraw-planned.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { broadcastRow, deliveryCounts, deliveryRows } from '../../helpers/broadcasts.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
let author: TestStaff;
let first: TestStaff;
let second: TestStaff;
let lawyer: TestStaff;

beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author', 'coordinator']);
  first = await campaign.staff(['approver'], { linked: true, name: 'Leyla' });
  second = await campaign.staff(['approver'], { linked: true, name: 'Murad', language: 'de' });
  lawyer = await campaign.staff(['lawyer'], { linked: true, name: 'Nigar', language: 'az' });
});
afterAll(() => campaign.close());

let broadcastId: BroadcastId;
const started = async (kind: BroadcastKind, state: BroadcastState = 'running') => {
  broadcastId = await broadcastRow(campaign, author, { kind, state });
};
const act = (by: TestStaff, action: BroadcastAction, agreeing?: boolean) =>
  actOnBroadcast(by.ctx, { broadcastId, action, ...(agreeing !== undefined && { agreeing }) });
const row = async () =>
  (await campaign.db.select().from(broadcasts).where(eq(broadcasts.id, broadcastId)))[0]!;
const audited = async () =>
  (
    await campaign.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, broadcastId)))
      .orderBy(auditEntries.id)
  ).map(({ verb, actor, details }) => ({ verb, actor, ...details }));

const isDone = (state: BroadcastState) => ({ ok: true, value: { state, effect: 'done', lapsesAt: null } });
const waits = (state: BroadcastState) => ({ ok: true, value: { state, effect: 'awaits-second-person' } });
const refusal = (code: string) => ({ ok: false, refusal: { code } });

beforeEach(() => campaign.db.delete(calls));

/** What the bot is to tell somebody. */
async function toldTo(member: TestStaff): Promise<{ text: string; data: string | null }[]> {
  const rows = await campaign.db.select().from(calls).where(eq(calls.staffId, member.id)).orderBy(calls.id);
  return rows.map(({ id, sealedParams }) => {
    const params = JSON.parse(campaign.open(sealedParams, binding.callParams(id)));
    const data: string | undefined = params.reply_markup?.inline_keyboard[0][0].callback_data;
    return { text: withoutIsolation(params.text), data: data ?? null };
  });
}

describe('a post that is going out', () => {
  test('is paused by one person, at once, and the others are told in their language', async () => {
    await started('post');
    expect(await act(first, 'pause')).toMatchObject(isDone('paused'));
    expect((await row()).state).toBe('paused');
    expect(await audited()).toEqual([
      expect.objectContaining({
        verb: 'broadcasts/act',
        actor: first.id,
        action: 'pause',
        before: 'running',
        after: 'paused',
        agreedWith: null,
      }),
    ]);
    expect(await toldTo(first)).toEqual([]);
    expect(await toldTo(second)).toEqual([
      { text: expect.stringMatching(/^Angehalten: der Beitrag zum Fall .*\n\nVon Leyla\.$/s), data: null },
    ]);
    expect((await toldTo(lawyer))[0]?.text).toContain('Dayandırıldı');
  });

  test('goes on when a second approver agrees with the first, and not before', async () => {
    await started('post', 'paused');
    expect(await act(lawyer, 'resume')).toMatchObject(refusal('not-an-approver'));
    const asked = await act(first, 'resume');
    expect(asked).toMatchObject(waits('paused'));
    expect(asked.ok && asked.value).toMatchObject({ asked: 1 });
    expect(await act(first, 'resume')).toMatchObject(waits('paused'));
    expect((await row()).state).toBe('paused');
    const [question, ...more] = await toldTo(second);
    expect(more).toEqual([]);
    expect(question?.text).toContain('Leyla');
    const data = parseCallbackData(question?.data ?? '');
    expect(data).toEqual({ action: 'agree', broadcastId, to: 'resume' });
    expect(await toldTo(lawyer)).toEqual([]);

    expect(await act(second, 'resume', true)).toMatchObject(isDone('running'));
    expect(await row()).toMatchObject({ state: 'running', asked: null, askedBy: null, askedAt: null });
    expect((await audited()).at(-1)).toMatchObject({ actor: second.id, agreedWith: first.id });
    expect((await toldTo(lawyer)).map(({ text }) => text)).toEqual([expect.stringMatching(/Leyla.*Murad/s)]);
  });

  test('that was halted loses its reason when it goes on', async () => {
    await started('post', 'halted');
    await campaign.db
      .update(broadcasts)
      .set({ haltedFor: 'no-rights' })
      .where(eq(broadcasts.id, broadcastId));
    await act(first, 'resume');
    await act(second, 'resume');
    expect(await row()).toMatchObject({ state: 'running', haltedFor: null });
  });

  test('is cancelled by one person: what is planned goes to nobody, what is in hand is left to the sender', async () => {
    await started('post');
    await deliveryRows(campaign, broadcastId, { count: 3, state: 'planned' });
    await deliveryRows(campaign, broadcastId, { count: 1, state: 'attempting' });
    await deliveryRows(campaign, broadcastId, { count: 2, state: 'sent', outcome: 'sent' });
    expect(await act(lawyer, 'cancel')).toMatchObject(isDone('cancelled'));
    expect(await deliveryCounts(campaign, broadcastId)).toEqual({
      'cancelled withdrawn': 3,
      attempting: 1,
      'sent sent': 2,
    });
    expect((await audited()).at(-1)).toMatchObject({ withdrawn: '<20' });
  });

  test('that is cancelled waits for no row that somebody has locked: the job takes it back', async () => {
    await started('post');
    await deliveryRows(campaign, broadcastId, { count: 2, state: 'planned' });
    const locked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const holding = campaign.sql.begin(async (tx) => {
      await tx`select 1 from deliveries where broadcast_id = ${broadcastId} limit 1 for update`;
      locked.resolve();
      await release.promise;
    });
    await locked.promise;
    await act(first, 'cancel');
    expect(await deliveryCounts(campaign, broadcastId)).toEqual({ planned: 1, 'cancelled withdrawn': 1 });
    release.resolve();
    await holding;
    await withdrawDeliveries(campaign.job);
    expect(await deliveryCounts(campaign, broadcastId)).toEqual({ 'cancelled withdrawn': 2 });
  });
});

test('nothing is taken back of a broadcast that was not cancelled', async () => {
  for (const state of ['running', 'paused', 'halted'] as const) {
    await started('post', state);
    await deliveryRows(campaign, broadcastId, { count: 1, state: 'planned' });
    expect(await broadcastsToWithdraw(campaign.job)).not.toContain(broadcastId);
    expect(await withdrawPlanned(campaign.job, broadcastId)).toBe(0);
    expect(await deliveryCounts(campaign, broadcastId)).toEqual({ planned: 1 });
  }
});

describe('an alert of a hearing', () => {
  test('is stopped by two, whoever they are of those who decide, and goes on by one', async () => {
    await started('alert');
    expect(await act(lawyer, 'pause')).toMatchObject(waits('running'));
    expect((await toldTo(first))[0]?.text).toContain('nobody else is told.');
    expect((await row()).state).toBe('running');
    expect(await act(second, 'pause')).toMatchObject(isDone('paused'));
    expect(await act(lawyer, 'resume')).toMatchObject(isDone('running'));
    expect(await act(first, 'cancel')).toMatchObject(waits('running'));
    expect(await act(second, 'cancel')).toMatchObject(isDone('cancelled'));
  });

  test('stays when the request has lapsed, was for something else, or was made by who is no longer on the staff', async () => {
    await started('alert');
    await act(first, 'pause');
    campaign.clock.advance({ minutes: 30 });
    expect(await act(second, 'pause', true)).toMatchObject(refusal('request-lapsed'));
    await act(first, 'pause');
    expect(await act(second, 'cancel', true)).toMatchObject(refusal('request-lapsed'));
    expect(await act(first, 'pause', true)).toMatchObject(refusal('own-request'));
    expect(await row()).toMatchObject({ state: 'running', asked: 'pause', askedBy: first.id });

    const spy = await campaign.staff(['approver']);
    await started('alert');
    await act(spy, 'pause');
    await revokeStaff(campaign.operator, spy.id);
    expect(await act(second, 'pause')).toMatchObject(waits('running'));
    expect((await row()).askedBy).toBe(second.id satisfies StaffId);
  });

  test('whose stop was asked for goes on when a second person wants it to: the request is dropped', async () => {
    await started('alert');
    await act(first, 'cancel');
    expect(await act(second, 'resume')).toMatchObject(isDone('running'));
    expect(await row()).toMatchObject({ asked: null, askedBy: null, askedAt: null });
    expect((await audited()).at(-1)).toMatchObject({
      verb: 'broadcasts/drop-request',
      dropped: 'cancel',
      askedBy: first.id,
    });
    expect(await act(second, 'cancel', true)).toMatchObject(refusal('request-lapsed'));
  });

  test('asked for twice by one person is asked for once: nobody is asked again, and the time does not begin anew', async () => {
    await started('alert');
    const asked = await act(first, 'pause');
    campaign.clock.advance({ minutes: 10 });
    const again = await act(first, 'pause');
    expect(again.ok && again.value.lapsesAt?.equals(asked.ok ? (asked.value.lapsesAt ?? '') : '')).toBe(true);
    expect(await toldTo(second)).toHaveLength(1);
    expect(await audited()).toHaveLength(1);
  });
});

test('what is over, foreign or not there is refused, and what is so already changes nothing', async () => {
  await started('post', 'finished');
  for (const action of ['pause', 'resume', 'cancel'] as const) {
    expect(await act(first, action)).toEqual({
      ok: false,
      refusal: { code: 'action-impossible', action, state: 'finished' },
    });
  }
  await started('post', 'cancelled');
  expect(await act(first, 'cancel')).toMatchObject(isDone('cancelled'));
  expect(await act(first, 'resume')).toMatchObject(refusal('action-impossible'));
  expect(await audited()).toEqual([]);
  expect(await act(await campaign.staff(['author', 'translator', 'admin']), 'cancel')).toMatchObject(
    refusal('not-an-approver'),
  );
  broadcastId = crypto.randomUUID() as BroadcastId;
  expect(await act(first, 'cancel')).toMatchObject(refusal('broadcast-unknown'));
});

test('two who act at the same moment act one after the other', async () => {
  await started('alert');
  const both = await Promise.all([act(first, 'pause'), act(second, 'pause')]);
  expect(both.map((result) => (result.ok ? result.value.effect : 'refused')).toSorted()).toEqual([
    'awaits-second-person',
    'done',
  ]);
  expect((await row()).state).toBe('paused');
});
