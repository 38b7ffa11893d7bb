import { afterEach, beforeEach, expect, test } from 'vitest';
import { pruneDeliveries } from '../../src/scheduler/jobs/prune-deliveries.ts';
import { jobs } from '../../src/scheduler/jobs.ts';
import { dispatchNextAlert } from '../../src/services/alerts/dispatch.ts';
import { type TestCampaign, testCampaign } from '../helpers/campaign.ts';
import { announce, pair } from '../helpers/hearing.ts';

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
});
afterEach(() => campaign.close());

test('a run forgets whom old alerts went to, and keeps the alerts, their texts and their numbers', async () => {
  await campaign.followers('en', 2);
  await announce(campaign, await pair(campaign));
  while ((await dispatchNextAlert(campaign.job)) !== null);
  await campaign.sql`
    update deliveries set state = 'sent', outcome = 'sent', settled_at = ${campaign.clock.now().toString()}`;
  const counts = async () => {
    const [row] = await campaign.sql`
      select (select count(*)::int from deliveries) as deliveries, (select count(*)::int from messages) as messages,
        (select count(*)::int from alerts where state = 'dispatched') as alerts,
        (select sum(count)::int from broadcast_totals) as totals`;
    return row;
  };
  const before = { deliveries: 2, messages: 2, alerts: 1, totals: null };
  expect(await counts()).toEqual(before);
  await pruneDeliveries(campaign.job);
  expect(await counts()).toEqual(before);
  campaign.clock.advance({ hours: 73 });
  await pruneDeliveries(campaign.job);
  expect(await counts()).toEqual({ ...before, deliveries: 0, totals: 2 });
  expect(campaign.logged.join('')).toContain('deliveries-pruned');
});

test('it is on the list of what recurs', () => {
  expect(jobs['prune-deliveries'].run).toBe(pruneDeliveries);
});
