import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCampaign } from '../../../src/services/campaigns/create.ts';
import { ensureBot } from '../../../src/services/campaigns/ensure-bot.ts';
import { type TestDatabase, testDatabase } from '../../helpers/database.ts';
import { manualClock } from '../../helpers/manual-clock.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

test('a campaign that is founded, a bot that is new and one that changed its name are on the record, a start is not', async () => {
  const ctx = { db: database.db, clock: manualClock() };
  const created = await createCampaign(ctx, { name: 'Free', languages: ['az'], zone: 'Asia/Baku' });
  if (!created.ok) throw new Error(created.refusal.code);
  const { campaignId } = created.value;
  const start = (username: string) => ensureBot({ ...ctx, campaignId }, { telegramId: '7', username });
  const first = await start('one_bot');
  expect(await start('one_bot')).toBe(first);
  expect(await start('other_bot')).toBe(first);
  expect(await database.sql`select verb, details from audit_entries order by id`).toEqual([
    { verb: 'campaigns/create', details: {} },
    { verb: 'bots/ensure', details: { new: true } },
    { verb: 'bots/ensure', details: { new: false } },
  ]);
});
