import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  alerts,
  auditEntries,
  broadcasts,
  broadcastTotals,
  deliveries,
  follows,
  messages,
  subscribers,
} from '../../../src/db/schema/index.ts';
import type { AlertId, BroadcastId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { BroadcastState, DeadState } from '../../../src/domain/words.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { listDeadLetters } from '../../../src/services/broadcasts/dead-letters.ts';
import { resendDeliveries } from '../../../src/services/broadcasts/resend.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { broadcastRow, deliveryCounts, deliveryRows } from '../../helpers/broadcasts.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { announce, change, type Pair, pair } from '../../helpers/hearing.ts';
import { approvedPost } from '../../helpers/posts.ts';

let campaign: TestCampaign;
let author: TestStaff;
let approver: TestStaff;
/** Who gave the approval that the posts of these tests live by. */
let signer: TestStaff;
let two: Pair;
let broadcastId: BroadcastId;

beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author']);
  approver = await campaign.staff(['approver']);
  two = await pair(campaign);
});
afterAll(() => campaign.close());

/** A post that was approved and has gone out, to nobody yet. */
async function publishedPost(notAfter: Temporal.Instant | null = null): Promise<void> {
  signer = await campaign.staff(['approver']);
  const { postId } = await approvedPost(campaign, { author, approver: signer, notAfter });
  await publishPost(campaign.job, postId);
  const [row] = await campaign.db.select().from(broadcasts).where(eq(broadcasts.postId, postId));
  broadcastId = row!.id;
  await campaign.db.delete(deliveries).where(eq(deliveries.broadcastId, broadcastId));
  await campaign.db.delete(messages).where(eq(messages.broadcastId, broadcastId));
  await become('finished');
}

async function become(state: BroadcastState): Promise<void> {
  const finishedAt = state === 'finished' ? campaign.clock.now() : null;
  await campaign.db.update(broadcasts).set({ state, finishedAt }).where(eq(broadcasts.id, broadcastId));
}

const ended = (count: number, state: DeadState, outcome: string, more: object = {}) =>
  deliveryRows(campaign, broadcastId, { count, state, outcome, attempts: 1, ...more });
const resend = (state: DeadState, outcome: string, by = approver, language: Language = 'en') =>
  resendDeliveries(by.ctx, { broadcastId, state, outcome, language });
const counts = () => deliveryCounts(campaign, broadcastId);
const row = async () =>
  (await campaign.db.select().from(broadcasts).where(eq(broadcasts.id, broadcastId)))[0]!;
const refusal = (code: string, more: object = {}) => ({ ok: false, refusal: { code, ...more } });

describe('a class of dead letters of a post', () => {
  beforeEach(() => publishedPost());

  test('is sent once more when Telegram may have changed its mind, and nothing else is', async () => {
    await ended(21, 'failed', 'no-rights');
    await ended(1, 'failed', 'unreachable blocked');
    await ended(1, 'unknown', 'unknown');
    await deliveryRows(campaign, broadcastId, { count: 2, state: 'sent', outcome: 'sent' });
    campaign.clock.advance({ minutes: 5 });
    expect(await resend('failed', 'no-rights')).toEqual({ ok: true, value: { planned: 21 } });
    expect(await counts()).toEqual({
      planned: 21,
      'failed unreachable blocked': 1,
      'unknown unknown': 1,
      'sent sent': 2,
    });
    expect(await row()).toMatchObject({ state: 'running', finishedAt: null });
    const [again] = await campaign.db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.broadcastId, broadcastId), eq(deliveries.state, 'planned')));
    expect(again).toMatchObject({ attempts: 1, settledAt: null, repeat: false });
    expect(again?.dueAt.equals(campaign.clock.now())).toBe(true);
    const [entry] = await campaign.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, broadcastId), eq(auditEntries.verb, 'broadcasts/resend')));
    expect(entry).toMatchObject({ actor: approver.id, details: { outcome: 'no-rights', planned: 21 } });
  });

  test('tells no count under 20, and leaves a finished broadcast finished when there is nobody to send to', async () => {
    await ended(3, 'failed', 'no-rights');
    expect(await resend('failed', 'no-rights')).toEqual({ ok: true, value: { planned: '<20' } });
    await become('finished');
    expect(await resend('failed', 'no-rights')).toEqual({ ok: true, value: { planned: '<20' } });
    expect((await row()).state).toBe('finished');
  });

  test('does not reach who stopped following, who cannot be written to, or whose time is over', async () => {
    await ended(4, 'failed', 'no-rights', { notAfter: campaign.clock.now().add({ hours: 1 }) });
    const ids = await campaign.db
      .select({ id: deliveries.id, subscriberId: deliveries.subscriberId })
      .from(deliveries)
      .where(eq(deliveries.broadcastId, broadcastId));
    await campaign.db.delete(follows).where(eq(follows.subscriberId, ids[0]!.subscriberId));
    await campaign.db
      .update(subscribers)
      .set({ state: 'unreachable' })
      .where(eq(subscribers.id, ids[1]!.subscriberId));
    await campaign.db
      .update(deliveries)
      .set({ notAfter: campaign.clock.now() })
      .where(eq(deliveries.id, ids[2]!.id));
    await resend('failed', 'no-rights');
    expect(await counts()).toEqual({ planned: 1, 'failed no-rights': 3 });
  });

  test('that was halted for its text lets the text go again, in its language alone', async () => {
    const english = await ended(2, 'cancelled', 'text-halted');
    const persian = await ended(2, 'cancelled', 'text-halted', { language: 'fa' });
    await campaign.db
      .update(messages)
      .set({ haltedAt: campaign.clock.now(), haltedFor: 'content entities' })
      .where(eq(messages.broadcastId, broadcastId));
    await ended(1, 'failed', 'no-rights');
    // Of a text that is halted still, nothing is planned that would be cancelled again.
    await resend('failed', 'no-rights');
    expect(await counts()).toEqual({ 'cancelled text-halted': 4, 'failed no-rights': 1 });
    await resend('cancelled', 'text-halted');
    expect(await counts()).toEqual({ 'cancelled text-halted': 2, planned: 2, 'failed no-rights': 1 });
    const halted = async (id: typeof english) =>
      (await campaign.db.select().from(messages).where(eq(messages.id, id)))[0];
    expect(await halted(english)).toMatchObject({ haltedAt: null, haltedFor: null });
    expect((await halted(persian))?.haltedFor).toBe('content entities');
  });

  test('is sent whole, however many transactions that takes', async () => {
    await ended(9, 'failed', 'no-rights');
    await deliveryRows(campaign, broadcastId, { count: 5, state: 'sent', outcome: 'sent' });
    await resendDeliveries(approver.ctx, {
      broadcastId,
      state: 'failed',
      outcome: 'no-rights',
      language: 'en',
      atOnce: 4,
    });
    expect(await counts()).toEqual({ planned: 9, 'sent sent': 5 });
  });

  test('is not sent when it may have arrived, without the role, or while the broadcast stands still', async () => {
    await ended(1, 'unknown', 'unknown');
    await ended(1, 'failed', 'no-rights');
    expect(await resend('unknown', 'unknown')).toEqual(
      refusal('not-resendable', { why: 'may-have-arrived' }),
    );
    expect(await resend('failed', 'no-rights', two.decider)).toEqual(refusal('not-an-approver'));
    for (const state of ['paused', 'halted', 'cancelled'] as const) {
      await become(state);
      expect(await resend('failed', 'no-rights')).toEqual(refusal('broadcast-stands', { state }));
      expect((await row()).state).toBe(state);
    }
    expect(await counts()).toEqual({ 'unknown unknown': 1, 'failed no-rights': 1 });
    broadcastId = crypto.randomUUID() as BroadcastId;
    expect(await resend('failed', 'no-rights')).toEqual(refusal('broadcast-unknown'));
  });

  test('needs the approval of its words still: that of who was revoked counts no more', async () => {
    await ended(1, 'failed', 'no-rights');
    expect(await resend('failed', 'no-rights', approver, 'fa')).toEqual(
      refusal('approval-gone', { language: 'fa' }),
    );
    await revokeStaff(campaign.operator, signer.id);
    expect(await resend('failed', 'no-rights')).toEqual(refusal('approval-gone', { language: 'en' }));
    expect(await counts()).toEqual({ 'failed no-rights': 1 });
  });
});

test('nothing is sent once more after the window of a post', async () => {
  await publishedPost(campaign.clock.now().add({ hours: 1 }));
  await ended(1, 'failed', 'no-rights');
  campaign.clock.advance({ hours: 1 });
  expect(await resend('failed', 'no-rights')).toEqual(refusal('too-late'));
});

test('of an alert what may have arrived is sent once more, marked as a repeat', async () => {
  broadcastId = await broadcastRow(campaign, author, { kind: 'alert', state: 'finished' });
  await ended(1, 'unknown', 'unknown');
  expect(await resend('unknown', 'unknown')).toMatchObject({ ok: true });
  const [again] = await campaign.db.select().from(deliveries).where(eq(deliveries.broadcastId, broadcastId));
  expect(again).toMatchObject({ state: 'planned', repeat: true });
});

test('an alert is not sent once more when newer facts were told, or are about to be', async () => {
  const hearingId = await announce(campaign, two);
  await dispatchNextAlert(campaign.job);
  const [told] = await campaign.db
    .select()
    .from(alerts)
    .where(and(eq(alerts.hearingId, hearingId), eq(alerts.kind, 'announced')));
  broadcastId = (
    await campaign.db
      .select()
      .from(broadcasts)
      .where(eq(broadcasts.alertId, told!.id as AlertId))
  )[0]!.id;
  await ended(1, 'failed', 'no-rights');
  expect(await resend('failed', 'no-rights')).toMatchObject({ ok: true });
  await campaign.db.update(deliveries).set({ state: 'failed', outcome: 'no-rights' });
  await change(two, hearingId, 1, { localTime: '10:30' });
  await become('finished');
  expect(await resend('failed', 'no-rights')).toEqual(refusal('overtaken'));
});

describe('the list of dead letters', () => {
  test('names each class with its language, and says why it is not sent once more', async () => {
    await publishedPost();
    await ended(20, 'failed', 'no-rights');
    await ended(19, 'failed', 'no-rights', { language: 'fa' });
    await ended(1, 'unknown', 'unknown');
    await ended(1, 'cancelled', 'expired');
    await deliveryRows(campaign, broadcastId, { count: 30, state: 'sent', outcome: 'sent' });
    await deliveryRows(campaign, broadcastId, { count: 30, state: 'planned' });
    await campaign.db.insert(broadcastTotals).values([
      { broadcastId, state: 'failed', outcome: 'no-rights', count: 40 },
      { broadcastId, state: 'sent', outcome: 'sent', count: 40 },
      { broadcastId, state: 'unknown', outcome: 'unknown', count: 2 },
    ]);
    const kept = (
      state: DeadState,
      outcome: string,
      count: number | string,
      notResent: string | null = null,
    ) => ({
      state,
      outcome,
      language: 'en',
      count,
      notResent,
    });
    expect(await listDeadLetters(author.ctx, broadcastId)).toEqual([
      kept('cancelled', 'expired', '<20', 'too-late'),
      kept('failed', 'no-rights', 20),
      { ...kept('failed', 'no-rights', '<20'), language: 'fa' },
      { ...kept('failed', 'no-rights', 40, 'no-longer-kept'), language: null },
      kept('unknown', 'unknown', '<20', 'may-have-arrived'),
      { ...kept('unknown', 'unknown', '<20', 'may-have-arrived'), language: null },
    ]);
    expect(await listDeadLetters(author.ctx, crypto.randomUUID() as BroadcastId)).toBeUndefined();
  });
});
