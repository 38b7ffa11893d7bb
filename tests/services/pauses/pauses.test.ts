import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calls, deliveries, translations } from '../../../src/db/schema/index.ts';
import { roles } from '../../../src/domain/words.ts';
import { checkHeld } from '../../../src/services/deliveries/check-held.ts';
import { claimDeliveries } from '../../../src/services/deliveries/claim.ts';
import { lookForDue } from '../../../src/services/deliveries/look.ts';
import { takeOverLease } from '../../../src/services/leases/take-over.ts';
import { liftPause } from '../../../src/services/pauses/lift.ts';
import { pausePosts } from '../../../src/services/pauses/pause.ts';
import { standingPauses } from '../../../src/services/pauses/standing.ts';
import { duePosts, nextPostDue } from '../../../src/services/posts/due.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { approvedPost } from '../../helpers/posts.ts';

let campaign: TestCampaign;
let author: TestStaff;
let first: TestStaff;
let second: TestStaff;

beforeEach(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author']);
  first = await campaign.staff(['approver']);
  second = await campaign.staff(['approver']);
});
afterEach(() => campaign.close());

/** An approved post of the case. */
const aPost = (caseId = campaign.caseId) => approvedPost(campaign, { author, approver: first, caseId });

async function paused(by: TestStaff, caseId: typeof campaign.caseId | null = null) {
  const done = await pausePosts(by.ctx, { caseId });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.pauseId;
}

test('anybody pauses alone, whatever their role, and two approvers start again', async () => {
  for (const role of roles) {
    const pauseId = await paused(await campaign.staff([role]));
    expect(await standingPauses(campaign.operator)).toHaveLength(1);
    expect(await liftPause(author.ctx, { pauseId })).toMatchObject({ refusal: { code: 'not-an-approver' } });
    expect(await liftPause(first.ctx, { pauseId })).toMatchObject({
      value: { effect: 'awaits-second-person' },
    });
    expect(await liftPause(first.ctx, { pauseId })).toMatchObject({
      value: { effect: 'awaits-second-person' },
    });
    expect(await standingPauses(campaign.operator)).toHaveLength(1);
    expect(await liftPause(second.ctx, { pauseId })).toMatchObject({ value: { effect: 'done' } });
    expect(await standingPauses(campaign.operator)).toEqual([]);
    expect(await liftPause(second.ctx, { pauseId })).toMatchObject({ refusal: { code: 'pause-unknown' } });
  }
});

test('a wish to start again lapses after half an hour, with who had it, and when somebody pauses once more', async () => {
  const pauseId = await paused(author);
  const asks = async (who: TestStaff) => liftPause(who.ctx, { pauseId });
  await asks(first);
  campaign.clock.advance({ minutes: 30 });
  expect(await asks(second)).toMatchObject({ value: { effect: 'awaits-second-person' } });
  await paused(author);
  expect(await asks(first)).toMatchObject({ value: { effect: 'awaits-second-person' } });
  await revokeStaff(campaign.operator, first.id);
  expect(await asks(second)).toMatchObject({ value: { effect: 'awaits-second-person' } });
});

test('while a pause stands nothing is published, nor is the scheduler woken for it; then it is', async () => {
  await campaign.followers('en', 1);
  const { postId, translationId } = await aPost();
  const pauseId = await paused(second);
  expect(await publishPost(campaign.job, postId)).toMatchObject({ published: [], deliveries: 0 });
  expect(await duePosts(campaign.job)).toEqual([]);
  expect(await nextPostDue(campaign.job)).toBeNull();
  const [text] = await campaign.db.select().from(translations).where(eq(translations.id, translationId));
  expect(text?.state).toBe('approved');
  await liftPause(first.ctx, { pauseId });
  await liftPause(second.ctx, { pauseId });
  expect(await duePosts(campaign.job)).toEqual([postId]);
  expect(await publishPost(campaign.job, postId)).toMatchObject({ published: ['en'], deliveries: 1 });
});

test('a post whose window closes while it is paused expires', async () => {
  const { postId } = await aPost();
  await campaign.db.execute(`update posts set not_after = '2009-11-10T13:00:00Z'`);
  await paused(author);
  campaign.clock.advance({ hours: 2 });
  expect(await duePosts(campaign.job)).toEqual([postId]);
});

test('the sender takes no delivery of a paused post in hand, and gives up those that it has', async () => {
  await campaign.followers('en', 3);
  const otherCase = await campaign.addCase('other');
  await campaign.followers('en', 1, otherCase);
  const { postId } = await aPost();
  const other = await aPost(otherCase);
  await publishPost(campaign.job, postId);
  await publishPost(campaign.job, other.postId);
  const epoch = await takeOverLease(campaign.sender, { holder: 'test' });
  if (epoch === null) throw new Error('no lease');
  const look = { limit: 10, except: [], served: new Map() };
  const ids = (await campaign.db.select({ id: deliveries.id }).from(deliveries)).map(({ id }) => id);
  const [held] = await claimDeliveries(campaign.sender, { epoch, ids: ids.slice(0, 1) });
  if (held === undefined) throw new Error('nothing was claimed');

  await paused(author, campaign.caseId);
  expect((await lookForDue(campaign.sender, look)).filter(({ kind }) => kind === 'delivery')).toHaveLength(1);
  expect(await claimDeliveries(campaign.sender, { epoch, ids: ids.slice(0, 3) })).toEqual([]);
  const withdrawn = await checkHeld(campaign.sender, {
    broadcasts: [held.broadcastId],
    deliveries: [held.id],
  });
  expect([...withdrawn.broadcasts]).toEqual([held.broadcastId]);

  await paused(author);
  expect((await lookForDue(campaign.sender, look)).filter(({ kind }) => kind === 'delivery')).toEqual([]);
  // An alert of a hearing goes on.
  await campaign.db.execute(`update broadcasts set kind = 'alert'`);
  expect((await lookForDue(campaign.sender, look)).filter(({ kind }) => kind === 'delivery')).toHaveLength(3);
});

test('everybody with a chat is told, but for whoever did it', async () => {
  await campaign.staff(['lawyer'], { linked: true });
  await campaign.staff(['translator'], { linked: true });
  const pausing = await campaign.staff(['author'], { linked: true });
  const before = await campaign.db.$count(calls);
  await paused(pausing);
  expect((await campaign.db.$count(calls)) - before).toBe(2);
});
