import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bots, broadcasts } from '../../../src/db/schema/index.ts';
import { giveBackStars } from '../../../src/services/stars/give-back.ts';
import { monthOf } from '../../../src/services/stars/month.ts';
import { BLOCK_TENTHS, reserveStars } from '../../../src/services/stars/reserve.ts';
import { isWorthPaying, WORTH_PAYING_FROM } from '../../../src/services/stars/worth-paying.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { waitingDeliveries } from '../../helpers/waiting-deliveries.ts';

let campaign: TestCampaign;
beforeAll(async () => {
  campaign = await testCampaign();
});
beforeEach(async () => {
  await campaign.sql`truncate star_spending, deliveries, messages, broadcasts cascade`;
  await campaign.sql`update bots set stars_per_month = 0`;
});
afterAll(() => campaign.close());

const month = '2009-11';
const reserve = () => reserveStars(campaign.sender, { month });
const budget = (starsPerMonth: number) => campaign.db.update(bots).set({ starsPerMonth });

async function setAside(of = month): Promise<number> {
  const [row] = await campaign.sql<{ tenths: number }[]>`
    select tenths from star_spending where bot_id = ${campaign.botId} and month = ${of}`;
  return row?.tenths ?? 0;
}

/** The second asks while the first has not committed yet. */
async function bothAtOnce(): Promise<number[]> {
  let second = Promise.resolve(0);
  const first = await campaign.db.transaction(async (tx) => {
    const granted = await reserveStars({ ...campaign.sender, db: tx }, { month });
    second = reserve();
    // With nothing written there is nothing to wait for.
    if (granted > 0) await until(isSomebodyWaiting);
    return granted;
  });
  return [first, await second];
}

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await campaign.sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length > 0;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

describe('Stars are set aside', () => {
  test('in blocks, up to the budget of the month and not beyond', async () => {
    await budget(250);
    expect([await reserve(), await reserve(), await reserve(), await reserve()]).toEqual([
      BLOCK_TENTHS,
      BLOCK_TENTHS,
      500,
      0,
    ]);
    expect(await setAside()).toBe(2500);
  });

  test('not at all for a bot without a budget', async () => {
    expect(await reserve()).toBe(0);
    expect(await setAside()).toBe(0);
  });

  test('never beyond the budget by two who ask at once', async () => {
    await budget(150);
    expect(await bothAtOnce()).toEqual([1000, 0]);
    expect(await reserve()).toBe(500);
    await budget(350);
    expect(await bothAtOnce()).toEqual([1000, 1000]);
    await budget(500);
    expect(await bothAtOnce()).toEqual([1000, 500]);
    expect(await bothAtOnce()).toEqual([0, 0]);
    expect(await setAside()).toBe(5000);
  });

  test('anew each month of UTC', async () => {
    await budget(100);
    expect(await reserve()).toBe(1000);
    expect(await reserve()).toBe(0);
    expect(await reserveStars(campaign.sender, { month: '2009-12' })).toBe(1000);
    expect(monthOf(Temporal.Instant.from('2009-11-30T23:59:59.999Z'))).toBe('2009-11');
    expect(monthOf(Temporal.Instant.from('2009-12-01T00:00:00Z'))).toBe('2009-12');
  });

  test('no more once the budget was lowered below what is spent', async () => {
    await budget(100);
    await reserve();
    await budget(10);
    expect(await reserve()).toBe(0);
    expect(await setAside()).toBe(1000);
  });

  test('again after they were given back', async () => {
    await budget(100);
    await reserve();
    await giveBackStars(campaign.sender, { month, tenths: 300 });
    expect(await reserve()).toBe(300);
    await giveBackStars(campaign.sender, { month, tenths: 5000 });
    expect(await setAside()).toBe(0);
  });
});

describe('speed is worth paying for', () => {
  test('when more is due than the free rate sends in ten seconds, over all broadcasts that run', async () => {
    expect(await isWorthPaying(campaign.sender)).toBe(false);
    await waitingDeliveries(campaign, WORTH_PAYING_FROM - 20);
    expect(await isWorthPaying(campaign.sender)).toBe(false);
    await waitingDeliveries(campaign, 20);
    expect(await isWorthPaying(campaign.sender)).toBe(true);
  });

  test('not for what stands still or is not yet due', async () => {
    await waitingDeliveries(campaign, WORTH_PAYING_FROM);
    await campaign.sql`update deliveries set due_at = ${campaign.clock.now().add({ hours: 1 }).toString()}`;
    expect(await isWorthPaying(campaign.sender)).toBe(false);
    campaign.clock.advance({ hours: 2 });
    expect(await isWorthPaying(campaign.sender)).toBe(true);
    await campaign.db.update(broadcasts).set({ state: 'paused' });
    expect(await isWorthPaying(campaign.sender)).toBe(false);
  });
});
