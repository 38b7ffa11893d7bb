import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { roundedCount } from '../../../src/domain/shown-count.ts';
import type { StatisticKind } from '../../../src/domain/statistics.ts';
import { readStatistics } from '../../../src/services/statistics/read.ts';
import { takeStatistics } from '../../../src/services/statistics/take.ts';
import { broadcastRow, deliveryRows } from '../../helpers/broadcasts.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign({ at: '2009-11-11T06:30:00Z' });
});
afterEach(() => campaign.close());

async function kept(kind: StatisticKind): Promise<Record<string, number | null>> {
  const found = await readStatistics(campaign.job, { days: 90 });
  return Object.fromEntries(
    found.flatMap((one) => (one.kind === kind ? [[`${one.day} ${one.about}`.trim(), one.value]] : [])),
  );
}

test('a count of people is kept to the nearest ten, and below twenty not at all', () => {
  expect([0, 1, 19, 20, 24, 25, 101].map(roundedCount)).toEqual([null, null, null, 20, 20, 30, 100]);
});

test('followers are counted once a day, whoever comes later that day', async () => {
  await campaign.followers('en', 24);
  await campaign.followers('ru', 6);
  expect(await takeStatistics(campaign.job)).toBeGreaterThan(0);
  await campaign.followers('en', 40);
  campaign.clock.advance({ hours: 6 });
  expect(await takeStatistics(campaign.job)).toBe(0);
  expect(await kept('followers')).toEqual({ '2009-11-11': 30 });
  expect(await kept('case-followers')).toEqual({ [`2009-11-11 ${campaign.caseId}`]: 30 });
  const languages = await kept('language-followers');
  expect(languages).toMatchObject({ '2009-11-11 en': 20, '2009-11-11 ru': null });
  // Nobody and six look the same.
  expect(Object.values(languages).filter((value) => value === null)).toHaveLength(6);
  // Half past midnight of the day after in Baku, while it is still the day before in UTC.
  campaign.clock.set(Temporal.Instant.from('2009-11-11T20:30:00Z'));
  await takeStatistics(campaign.job);
  expect(await kept('followers')).toEqual({ '2009-11-11': 30, '2009-11-12': 70 });
});

test('who follows several cases is one follower, and who follows none or cannot be reached is nobody', async () => {
  const followers = await campaign.followers('en', 40);
  const other = await campaign.addCase('another');
  await campaign.sql`insert into follows (subscriber_id, case_id, created_at)
    select subscriber_id, ${other}, now() from follows`;
  const [first, ...rest] = followers;
  await campaign.db.execute(sql`delete from follows where subscriber_id = ${first}`);
  await campaign.sql`update subscribers set state = 'unreachable' where id in ${campaign.sql(rest.slice(0, 14))}`;
  await takeStatistics(campaign.job);
  expect(await kept('followers')).toEqual({ '2009-11-11': 30 });
});

test('the day before is told by its hours, and by how late its alerts were', async () => {
  const author = await campaign.staff(['author']);
  for (const seconds of [1, 2, 9]) {
    const broadcastId = await broadcastRow(campaign, author, { kind: 'alert' });
    await deliveryRows(campaign, broadcastId, { count: 10, state: 'sent' });
    await campaign.sql`update alerts set dispatched_at = due_at where dispatched_at is null`;
    await campaign.sql`update deliveries set settled_at = settled_at + ${seconds} * interval '1 second'
      where broadcast_id = ${broadcastId}`;
  }
  campaign.clock.advance({ hours: 24 });
  await takeStatistics(campaign.job);
  // 06:30 in UTC is 10:30 in Baku.
  const hours = await kept('hour-messages');
  expect(hours).toMatchObject({ '2009-11-11 10': 30, '2009-11-11 11': null });
  expect(Object.keys(hours)).toHaveLength(24);
  expect(await kept('alert-half-within')).toEqual({ '2009-11-11': 2000 });
  expect(await kept('alert-99-within')).toEqual({ '2009-11-11': 9000 });
});

test('an alert that arrived a day late is counted on that day, and not what quiet hours kept', async () => {
  const author = await campaign.staff(['author']);
  const broadcastId = await broadcastRow(campaign, author, { kind: 'alert' });
  await deliveryRows(campaign, broadcastId, { count: 1, state: 'sent' });
  await campaign.sql`update alerts set dispatched_at = due_at`;
  await campaign.sql`update deliveries set settled_at = settled_at + interval '1 day'`;
  const quiet = await broadcastRow(campaign, author, { kind: 'alert' });
  await deliveryRows(campaign, quiet, {
    count: 1,
    state: 'sent',
    dueAt: campaign.clock.now().add({ hours: 8 }),
  });
  await campaign.sql`update alerts set dispatched_at = due_at where dispatched_at is null`;
  campaign.clock.advance({ hours: 24 });
  await takeStatistics(campaign.job);
  campaign.clock.advance({ hours: 24 });
  await takeStatistics(campaign.job);
  expect(await kept('alert-99-within')).toEqual({ '2009-11-12': 86_400_000 });
});

test('numbers older than anybody looks are forgotten', async () => {
  await takeStatistics(campaign.job);
  campaign.clock.advance({ hours: 400 * 24 });
  await takeStatistics(campaign.job);
  const [row] = await campaign.sql<
    { days: number }[]
  >`select count(distinct day)::int as days from statistics`;
  expect(row?.days).toBe(2);
});
