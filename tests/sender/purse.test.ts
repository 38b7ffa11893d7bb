import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bots, deliveries } from '../../src/db/schema/index.ts';
import type { Refusal } from '../../src/domain/outcome.ts';
import type { Answer } from '../../src/sender/answers.ts';
import { Purse } from '../../src/sender/purse.ts';
import { type Limiter, startLimiter } from '../../src/telegram/limiter.ts';
import { type TestCampaign, testCampaign } from '../helpers/campaign.ts';
import { waitingDeliveries } from '../helpers/waiting-deliveries.ts';

let campaign: TestCampaign;
let limiter: Limiter;
let purse: Purse;
beforeAll(async () => {
  campaign = await testCampaign();
  await campaign.db.update(bots).set({ starsPerMonth: 250 });
});
beforeEach(async () => {
  await campaign.sql`truncate star_spending, deliveries, messages, broadcasts cascade`;
  campaign.clock.set('2009-11-30T23:00:00Z');
  campaign.logged.length = 0;
  limiter = startLimiter({ paid: {} }, 0);
  purse = new Purse(campaign.sender, limiter);
});
afterAll(() => campaign.close());

const left = () => limiter.state(campaign.clock.monotonic()).tenthsLeft;
const canPay = () => limiter.state(campaign.clock.monotonic()).canPay;
const nextIn = () => purse.nextIn(campaign.clock.monotonic());
const spend = (tenths: number) => limiter.grant(-tenths);

async function setAside(): Promise<Record<string, number>> {
  const rows = await campaign.sql<{ month: string; tenths: number }[]>`
    select month, tenths from star_spending where bot_id = ${campaign.botId}`;
  return Object.fromEntries(rows.map(({ month, tenths }) => [month, tenths]));
}

describe('a purse', () => {
  test('stays empty while little is waiting', async () => {
    await waitingDeliveries(campaign, 20);
    await purse.run();
    expect(left()).toBe(0);
    expect(await setAside()).toEqual({});
    expect(nextIn()).toBeGreaterThan(1000);
  });

  test('is filled ahead of what is spent, until the budget of the month is gone', async () => {
    await waitingDeliveries(campaign, 300);
    expect(nextIn()).toBe(0);
    await purse.run();
    expect(left()).toBe(1000);
    expect(nextIn()).toBeGreaterThan(1000);
    spend(600);
    expect(nextIn()).toBe(0);
    await purse.run();
    expect(left()).toBe(1400);
    spend(1400);
    await purse.run();
    expect(left()).toBe(500);
    spend(500);
    await purse.run();
    expect(left()).toBe(0);
    expect(await setAside()).toEqual({ '2009-11': 2500 });
    // It is looked again now and then, since a budget can be raised.
    expect(nextIn()).toBeLessThanOrEqual(2000);
  });

  test('is given back once little is left to send, and at the end', async () => {
    await waitingDeliveries(campaign, 300);
    await purse.run();
    spend(300);
    await campaign.db.update(deliveries).set({ state: 'sent' });
    await purse.run();
    expect(left()).toBe(0);
    expect(await setAside()).toEqual({ '2009-11': 300 });

    await campaign.db.update(deliveries).set({ state: 'planned' });
    await purse.run();
    expect(left()).toBe(1000);
    spend(1);
    await purse.close();
    expect(left()).toBe(0);
    expect(await setAside()).toEqual({ '2009-11': 301 });
  });

  test('does not carry Stars of one month over into the next', async () => {
    await waitingDeliveries(campaign, 300);
    await purse.run();
    campaign.clock.set('2009-12-01T00:00:00Z');
    await purse.run();
    expect(left()).toBe(1000);
    expect(await setAside()).toEqual({ '2009-11': 1000, '2009-12': 1000 });
  });

  test('stays as it is while the database is away, and asks again later', async () => {
    await waitingDeliveries(campaign, 300);
    await campaign.sql`alter table star_spending rename to elsewhere`;
    await purse.run();
    expect(left()).toBe(0);
    expect(nextIn()).toBeGreaterThan(0);
    expect(campaign.logged.join()).toContain('stars-not-reserved');
    await campaign.sql`alter table elsewhere rename to star_spending`;
    await purse.run();
    expect(left()).toBe(1000);
  });

  test('of somebody else is not touched: Stars that the limiter was given to begin with', async () => {
    limiter = startLimiter({ paid: { starBudget: 5 } }, 0);
    purse = new Purse(campaign.sender, limiter);
    await purse.run();
    await purse.close();
    expect(left()).toBe(50);
  });
});

describe('that Telegram does not let the bot pay', () => {
  const refused = (refusal: Refusal): Answer => ({ kind: 'refused', refusal });
  const other = (code = 'UNRECOGNISED') => refused({ class: 'bad-request-other', code });
  const done: Answer = { kind: 'done', result: { message_id: 1 } };
  const paid = (answer: Answer) => {
    purse.sent('x');
    return purse.answered('x', answer).kind;
  };

  test('is told by a refusal that names money: the row is sent again, and nothing is paid for any more', () => {
    expect(paid(done)).toBe('done');
    expect(paid(other('BALANCE_TOO_LOW'))).toBe('unsent');
    expect(canPay()).toBe(false);
    expect(campaign.logged.join()).toContain('paying-refused');
  });

  test('is told by the first paid message, refused for no reason that we know', () => {
    expect(paid(refused({ class: 'forbidden-other', code: 'UNRECOGNISED' }))).toBe('unsent');
    expect(canPay()).toBe(false);
  });

  test('is told by several in a row, and not by single ones among many', () => {
    for (let i = 0; i < 20; i++) {
      expect(paid(i % 5 === 4 ? other() : done)).toBe(i % 5 === 4 ? 'refused' : 'done');
    }
    expect(canPay()).toBe(true);
    expect(Array.from({ length: 4 }, () => paid(other()))).not.toContain('done');
    expect(canPay()).toBe(false);
  });

  test('is not told by what has to do with the reader, the speed or the network', () => {
    for (const answer of [
      refused({ class: 'unreachable', reason: 'blocked' }),
      refused({ class: 'rate-limited', retryAfterSeconds: 1, stated: true, origin: 'bot-api' }),
      refused({ class: 'content', code: 'too-long' }),
      { kind: 'unknown', code: 'ECONNRESET' } as const,
    ]) {
      expect(paid(answer)).toBe(answer.kind);
    }
    expect(canPay()).toBe(true);
  });

  test('is not told by what was not paid for', () => {
    expect(purse.answered('free', other('BALANCE_TOO_LOW')).kind).toBe('refused');
    expect(canPay()).toBe(true);
  });

  test('lets what is left be given back at once', async () => {
    await waitingDeliveries(campaign, 300);
    await purse.run();
    paid(other('PAID_BROADCAST_FORBIDDEN'));
    expect(nextIn()).toBe(0);
    await purse.run();
    expect(await setAside()).toEqual({ '2009-11': 0 });
    expect(nextIn()).toBe(Number.POSITIVE_INFINITY);
  });
});
