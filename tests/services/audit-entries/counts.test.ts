import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditEntries, broadcasts, deliveries, messages, subscribers } from '../../../src/db/schema/index.ts';
import { sendDigests } from '../../../src/scheduler/jobs/send-digests.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { actOnBroadcast } from '../../../src/services/broadcasts/act.ts';
import { resendDeliveries } from '../../../src/services/broadcasts/resend.ts';
import { scheduleDigests } from '../../../src/services/digests/dispatch.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { deliveryRows } from '../../helpers/broadcasts.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { exactCounts } from '../../helpers/exact-counts.ts';
import { announce, change, pair } from '../../helpers/hearing.ts';
import { must } from '../../helpers/must.ts';
import { approvedPost } from '../../helpers/posts.ts';

let campaign: TestCampaign;
beforeAll(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
});
afterAll(() => campaign.close());

test('of a post, alerts, a digest and a resend no entry says how many readers there are, while they are under 20', async () => {
  const author = await campaign.staff(['author']);
  const approver = await campaign.staff(['approver']);
  await campaign.followers('en', 3);
  await campaign.db.update(subscribers).set({ digest: 'sunday' });
  await scheduleDigests(campaign.job);
  const { postId } = await approvedPost(campaign, { author, approver });
  expect(await publishPost(campaign.job, postId)).toMatchObject({ deliveries: 3 });

  const two = await pair(campaign);
  const hearingId = await announce(campaign, two, { localDate: '2009-11-27' });
  campaign.clock.advance({ hours: 1 });
  expect(await dispatchNextAlert(campaign.job)).toMatchObject({ state: 'dispatched', deliveries: 3 });
  await change(two, hearingId, 1, { localDate: '2009-11-26' });

  const [broadcast] = await campaign.db.select().from(broadcasts).where(eq(broadcasts.postId, postId));
  await campaign.db.delete(deliveries).where(eq(deliveries.broadcastId, broadcast!.id));
  await campaign.db.delete(messages).where(eq(messages.broadcastId, broadcast!.id));
  const dead = { count: 3, state: 'failed', outcome: 'no-rights', attempts: 1 } as const;
  await deliveryRows(campaign, broadcast!.id, dead);
  await campaign.db.update(broadcasts).set({ state: 'finished', finishedAt: campaign.clock.now() });
  const again = {
    broadcastId: broadcast!.id,
    state: 'failed',
    outcome: 'no-rights',
    language: 'en',
  } as const;
  expect(await resendDeliveries(approver.ctx, again)).toMatchObject({ ok: true });

  must(await actOnBroadcast(approver.ctx, { broadcastId: broadcast!.id, action: 'cancel' }));

  campaign.clock.set('2009-11-15T14:00:00Z');
  await sendDigests(campaign.job);

  const told = (await campaign.db.select().from(auditEntries)).map(({ verb }) => verb);
  expect(told).toEqual(
    expect.arrayContaining([
      'posts/publish',
      'alerts/dispatch',
      'hearings/decide',
      'broadcasts/resend',
      'broadcasts/act',
      'digests/dispatch',
    ]),
  );
  expect(await exactCounts(campaign.db)).toEqual([]);
});
