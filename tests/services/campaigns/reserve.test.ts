import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { accounts, auditEntries, bots, calls, staff } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { type AccountId, type BotId, newId, type ReserveRequestId } from '../../../src/domain/ids.ts';
import type { Reserve } from '../../../src/domain/reserve.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { stopAccount } from '../../../src/services/accounts/stop.ts';
import { offerDecision } from '../../../src/services/approvals/offer.ts';
import { agreeToReserve } from '../../../src/services/campaigns/agree-reserve.ts';
import { findCampaign } from '../../../src/services/campaigns/find.ts';
import { readReserve } from '../../../src/services/campaigns/read-reserve.ts';
import { botNotices } from '../../../src/services/campaigns/reserve.ts';
import { setReserve, setReserveByOperator } from '../../../src/services/campaigns/set-reserve.ts';
import { actingAs } from '../../../src/services/context.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { staffSite, withKey } from '../../helpers/keys.ts';
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

const reserve = { bot: '@second_bot', channel: 'https://t.me/bray_news' };
const stands = async () => {
  const { reserveBot: bot, reserveChannel: channel } = await findCampaign(campaign.ctx);
  return { bot, channel };
};
const nothing = { bot: null, channel: null };

/** Leyla names, and the id of what waits for a second person. */
async function named(by: TestStaff, wanted: Reserve = reserve): Promise<ReserveRequestId> {
  const { awaits } = must(await setReserve(by.ctx, wanted));
  if (awaits === null) throw new Error('It waits for nobody.');
  return awaits.id;
}

test('what stands in reserve is named by one and told to followers once a second has agreed, within a day', async () => {
  const leyla = await campaign.staff(['coordinator'], { linked: true, name: 'Leyla' });
  const murad = await campaign.staff(['approver'], { linked: true, name: 'Murad' });
  const translator = await campaign.staff(['translator'], { linked: true });
  await campaign.db.delete(calls);
  for (const other of [murad, translator]) {
    expect(await setReserve(other.ctx, reserve)).toMatchObject({ refusal: { code: 'not-a-coordinator' } });
  }
  expect(await setReserve(leyla.ctx, { ...reserve, bot: 'no_robot_here' })).toMatchObject({
    refusal: { code: 'telegram-name-unusable', field: 'bot' },
  });
  expect(await notices()).toEqual([]);
  const agree = (by: TestStaff, requestId: ReserveRequestId) => agreeToReserve(by.ctx, { requestId });

  const first = await named(leyla);
  expect(await stands()).toEqual(nothing);
  expect(await botNotices(campaign.ctx)).toEqual([]);
  const asked = await notices();
  expect(asked).toHaveLength(2);
  for (const text of asked) {
    expect(text).toContain(
      'Leyla wants followers to turn to this when the bot falls silent: @second_bot and @bray_news.',
    );
  }
  // Nobody alone: neither by agreeing with themselves, nor by naming it twice, which asks nobody anew.
  expect(await agree(leyla, first)).toMatchObject({ refusal: { code: 'own-request' } });
  expect(await named(leyla)).toBe(first);
  expect(await notices()).toEqual([]);
  expect(await agree(translator, first)).toMatchObject({ refusal: { code: 'not-an-approver' } });
  const limited = { ...murad.ctx, actor: { ...murad.ctx.actor, cases: [campaign.caseId] } };
  expect(await agreeToReserve(limited, { requestId: first })).toMatchObject({
    refusal: { code: 'not-an-approver' },
  });
  expect(await stands()).toEqual(nothing);

  // Agreed to is what was seen: not what somebody put in its place, nor what lapsed, or was named by who left.
  const second = await named(leyla, { ...reserve, bot: 'police_bot' });
  expect(await agree(murad, first)).toMatchObject({ refusal: { code: 'request-lapsed' } });
  campaign.clock.advance({ hours: 24 });
  expect(await agree(murad, second)).toMatchObject({ refusal: { code: 'request-lapsed' } });
  const third = await named(leyla);
  await campaign.db.update(staff).set({ revokedAt: campaign.clock.now() }).where(eq(staff.id, leyla.id));
  expect(await agree(murad, third)).toMatchObject({ refusal: { code: 'request-lapsed' } });
  await campaign.db.update(staff).set({ revokedAt: null }).where(eq(staff.id, leyla.id));
  // Whoever names what stands already takes their wish back.
  must(await setReserve(leyla.ctx, nothing));
  expect(await agree(murad, third)).toMatchObject({ refusal: { code: 'request-lapsed' } });
  expect(await stands()).toEqual(nothing);

  const last = await named(leyla);
  await notices();
  expect(await agree(murad, last)).toMatchObject({ value: { bot: 'second_bot', channel: 'bray_news' } });
  expect(await stands()).toEqual({ bot: 'second_bot', channel: 'bray_news' });
  expect(await notices()).toEqual(
    Array(2).fill(
      'Leyla named what followers turn to when the bot falls silent: @second_bot and @bray_news\nBy Leyla and Murad.',
    ),
  );
  expect(await agree(murad, last)).toMatchObject({ refusal: { code: 'request-lapsed' } });

  // What may have been taken over is taken away at once, by one; another in its place takes two again.
  await named(leyla, { bot: null, channel: 'police_news' });
  expect(await stands()).toEqual({ bot: 'second_bot', channel: 'bray_news' });
  expect(await setReserve(leyla.ctx, { bot: 'Second_Bot', channel: null })).toMatchObject({
    value: { awaits: null },
  });
  expect(await stands()).toEqual({ bot: 'Second_Bot', channel: null });
  await notices();
  must(await setReserve(leyla.ctx, nothing));
  expect(await notices()).toEqual(
    Array(2).fill('Leyla took away what followers turn to when the bot falls silent.'),
  );

  const entries = (await campaign.db.select().from(auditEntries)).filter(({ verb }) =>
    verb.endsWith('-reserve'),
  );
  const agreed = entries.find(({ details }) => details.agreedWith === leyla.id);
  expect(agreed).toMatchObject({ verb: 'campaigns/set-reserve', actor: murad.id });
  expect(JSON.stringify(entries)).not.toMatch(/second_bot|bray_news|police/i);
  expect(entries.filter(({ details }) => details.contentHash === agreed?.details.contentHash)).toHaveLength(
    4,
  );
});

test('once there is a staff site it takes the second person’s key, over these very names', async () => {
  const leyla = await campaign.staff(['admin']);
  const murad = await withKey(campaign, await campaign.staff(['approver'], { linked: true }));
  await campaign.db.delete(calls);
  const requestId = must(await setReserve({ ...leyla.ctx, staffSite }, reserve)).awaits!.id;
  expect(await notices()).toEqual([expect.stringContaining(`${staffSite.origin}/console/reserve`)]);
  const offered = async () => {
    const { asked } = await readReserve(murad.ctx);
    const offers = await offerDecision(murad.ctx, asked!.contentHash);
    const { approvalId, options } = offers.find(({ decision }) => decision === 'approved')!;
    return { approvalId, answer: murad.key.sign(options.challenge) };
  };
  for (const via of ['bot', 'api', 'console'] as const) {
    const ctx = actingAs(murad.ctx, { ...murad.ctx.actor, via });
    expect(await agreeToReserve(ctx, { requestId })).toMatchObject({ refusal: { code: 'key-needed' } });
  }
  const signed = await offered();
  const other = must(await setReserve(leyla.ctx, { bot: 'police_bot', channel: null })).awaits!.id;
  expect(await agreeToReserve(murad.ctx, { requestId: other, proof: signed })).toMatchObject({
    refusal: { code: 'key-refused' },
  });
  expect(await stands()).toEqual(nothing);
  // One key alone is not enough any more, a week after it was added.
  campaign.clock.advance({ hours: 7 * 24 });
  const later = must(await setReserve(leyla.ctx, { bot: 'police_bot', channel: null })).awaits!.id;
  expect(await agreeToReserve(murad.ctx, { requestId: later, proof: await offered() })).toMatchObject({
    refusal: { code: 'second-key-missing' },
  });
  expect(await stands()).toEqual(nothing);
  await murad.addKey();
  expect(await agreeToReserve(murad.ctx, { requestId: later, proof: await offered() })).toMatchObject({
    ok: true,
  });
});

test('whoever sits at the machine names it alone, and everybody on the staff is told', async () => {
  const coordinator = await campaign.staff(['coordinator'], { linked: true });
  await campaign.staff(['translator'], { linked: true });
  await named(coordinator, { bot: 'other_bot', channel: null });
  await notices();
  must(await setReserveByOperator(campaign.operator, reserve));
  expect(await notices()).toEqual(
    Array(2).fill(
      'The operator at the machine named what followers turn to when the bot falls silent: @second_bot and @bray_news',
    ),
  );
  expect((await readReserve(coordinator.ctx)).asked).toBeNull();
  const { botId: _none, ...withoutBot } = campaign.operator;
  must(await setReserveByOperator(withoutBot, nothing));
  expect(await notices()).toEqual([]);
  expect(await setReserveByOperator(coordinator.ctx, reserve)).toMatchObject({ ok: false });
});

test('a text is prepared that points at it, in each language', async () => {
  must(await setReserveByOperator(campaign.operator, reserve));
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
  must(await setReserveByOperator(campaign.operator, { bot: 'Second_Bot', channel: 'bray_news' }));
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
  must(await setReserveByOperator(campaign.operator, nothing));
  expect(await botNotices(campaign.ctx)).toEqual([]);
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
