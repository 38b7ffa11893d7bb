import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accounts, auditEntries, bots, calls } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { type AccountId, type BotId, newId } from '../../../src/domain/ids.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { stopAccount } from '../../../src/services/accounts/stop.ts';
import { botNotices } from '../../../src/services/campaigns/reserve.ts';
import { setReserve, setReserveByOperator } from '../../../src/services/campaigns/set-reserve.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign();
});
afterEach(() => campaign.close());

const capabilities = { text: { max: 500, maxBytes: null, perAddress: null }, images: null };

/** An account that posts go out on. */
async function account(network: 'bluesky' | 'mastodon' | 'email', handle: string) {
  const row = {
    id: newId<AccountId>(),
    campaignId: campaign.campaignId,
    network,
    handle,
    language: 'en' as const,
    remoteId: handle,
    state: 'active' as const,
    capabilities,
    createdAt: campaign.clock.now(),
  };
  await campaign.db.insert(accounts).values(row);
  return row;
}

async function notices(): Promise<string[]> {
  return (await campaign.db.delete(calls).returning()).map((call) =>
    withoutIsolation(
      JSON.parse(campaign.open(call.sealedParams, binding.callParams(call.id))).text as string,
    ),
  );
}

test('what stands in reserve is named by a coordinator, the others on the staff are told by whom, and a text is prepared', async () => {
  const coordinator = await campaign.staff(['coordinator'], { linked: true, name: 'Leyla' });
  const translator = await campaign.staff(['translator'], { linked: true });
  await campaign.db.delete(calls);
  const reserve = { bot: '@second_bot', channel: 'https://t.me/bray_news' };
  expect(await setReserve(translator.ctx, reserve)).toMatchObject({ refusal: { code: 'not-a-coordinator' } });
  expect(await setReserve(coordinator.ctx, { ...reserve, bot: 'no_robot_here' })).toMatchObject({
    refusal: { code: 'telegram-name-unusable', field: 'bot' },
  });
  expect(await botNotices(campaign.ctx)).toEqual([]);
  expect(await setReserve(coordinator.ctx, reserve)).toMatchObject({
    value: { bot: 'second_bot', channel: 'bray_news' },
  });
  expect(await notices()).toEqual([
    'Leyla named what followers turn to when the bot falls silent: @second_bot and @bray_news',
  ]);
  const prepared = await botNotices(campaign.ctx);
  expect(prepared.map(({ language }) => language).toSorted()).toEqual([
    'az',
    'de',
    'en',
    'fa',
    'fr',
    'ru',
    'tr',
  ]);
  expect(withoutIsolation(prepared.find(({ language }) => language === 'en')?.text ?? '')).toBe(
    'Telegram no longer takes anything from our bot @test_bot. News of hearings now comes here: @second_bot and @bray_news',
  );
  // Telegram's names have no case: the bot in reserve, once it runs here, is not the one that fell silent.
  await setReserve(coordinator.ctx, { bot: 'Second_Bot', channel: 'bray_news' });
  expect(await botNotices(campaign.ctx)).toHaveLength(7);
  campaign.clock.advance({ minutes: 1 });
  await campaign.db.insert(bots).values({
    id: newId<BotId>(),
    campaignId: campaign.campaignId,
    telegramId: '7000000002',
    username: 'second_bot',
    createdAt: campaign.clock.now(),
  });
  expect(withoutIsolation((await botNotices(campaign.ctx))[0]?.text ?? '')).toContain('@test_bot');
  await notices();
  await setReserve(coordinator.ctx, { bot: null, channel: null });
  expect(await notices()).toEqual(['Leyla took away what followers turn to when the bot falls silent.']);
  expect(await botNotices(campaign.ctx)).toEqual([]);

  must(await setReserveByOperator(campaign.operator, reserve));
  expect((await notices()).toSorted()).toEqual(
    Array(2).fill(
      'The operator at the machine named what followers turn to when the bot falls silent: @second_bot and @bray_news',
    ),
  );
  const { botId: _none, ...withoutBot } = campaign.operator;
  must(await setReserveByOperator(withoutBot, { bot: null, channel: null }));
  expect(await notices()).toEqual([]);
  expect(await setReserveByOperator(translator.ctx, reserve)).toMatchObject({ ok: false });

  const entries = await campaign.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.verb, 'campaigns/set-reserve'));
  expect(entries).toHaveLength(5);
  expect(JSON.stringify(entries)).not.toMatch(/second_bot|bray_news/i);
  const { contentHash: first } = entries[0]?.details ?? {};
  expect(entries.filter(({ details }) => details.contentHash === first)).toHaveLength(2);
});

test('of a suspended account staff are told what the others can say; of lost credentials they are not', async () => {
  await campaign.staff(['coordinator'], { linked: true });
  await campaign.db.delete(calls);
  const suspended = await account('bluesky', 'bray.example');
  await account('mastodon', '@bray@example.social');
  await account('email', 'press@example.org');
  await setReserveByOperator(campaign.operator, { bot: null, channel: 'bray_news' });
  await notices();
  await stopAccount(campaign.job, suspended, 'disconnected', 'suspended');
  const [text = ''] = await notices();
  expect(text).toContain('Suspended: Bluesky has closed our account bray.example.');
  expect(text).toContain(
    'English\nBluesky has suspended our account bray.example. You find us here: @bray@example.social (Mastodon) and @bray_news',
  );
  expect(text).toContain('Persian\n');
  expect(text).not.toContain('press@');

  const locked = await account('mastodon', '@locked@example.social');
  await stopAccount(campaign.job, locked, 'disconnected', 'unauthorised');
  expect(await notices()).toEqual([expect.stringMatching(/^Disconnected: Mastodon[^\n]*$/)]);
  // Of what has ended they hear that new ones have to be made there.
  const ended = await account('mastodon', '@ended@example.social');
  await stopAccount(campaign.job, ended, 'disconnected', 'expired');
  expect(await notices()).toEqual([expect.stringMatching(/^Ended: [^\n]*makes new ones there[^\n]*$/)]);
});
