import { afterAll, beforeAll, expect, test } from 'vitest';
import { FacebookStandIn } from '../../../sandbox/facebook/stand-in.ts';
import { calls } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { formatInstant } from '../../../src/i18n/format.ts';
import { translate } from '../../../src/i18n/index.ts';
import { openNetworks } from '../../../src/networks/index.ts';
import { connectAccount, reconnectAccount } from '../../../src/services/accounts/connect.ts';
import { disconnectAccount } from '../../../src/services/accounts/disconnect.ts';
import { listAccounts } from '../../../src/services/accounts/list.ts';
import { warnOfEnds } from '../../../src/services/accounts/warn-of-ends.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
let standIn: FacebookStandIn;
let opened: ReturnType<typeof openNetworks>;

beforeAll(async () => {
  campaign = await testCampaign();
  standIn = await FacebookStandIn.start();
  opened = openNetworks({ facebook: { root: standIn.url, version: 'v26.0' } });
});
afterAll(async () => {
  await opened.close();
  await standIn.close();
  await campaign.close();
});

test('when a Page’s token ends is known from the day on which it is given, and staff are told ahead until there is another', async () => {
  const coordinator = await campaign.staff(['coordinator'], { linked: true });
  await campaign.db.delete(calls);
  const ctx = { ...coordinator.ctx, networks: opened.networks };
  const endsAt = campaign.clock
    .now()
    .add({ hours: 24 * 90 })
    .round('second');
  const seconds = (at: Temporal.Instant) => at.epochMilliseconds / 1000;
  const credentials = standIn.createPage('Bray', { dataAccessExpiresAt: seconds(endsAt) });
  const connected = await connectAccount(ctx, {
    network: 'facebook',
    language: 'en',
    credentials: { ...credentials },
  });
  if (!connected.ok) throw new Error(connected.refusal.code);
  const { accountId } = connected.value;
  const known = async () => (await listAccounts(campaign.ctx))[0]?.credentialsEndAt ?? null;
  expect(String(await known())).toBe(endsAt.toString());

  const told = async (at: Temporal.Instant) => {
    campaign.clock.set(at.toString());
    await warnOfEnds(campaign.job);
    return (await campaign.db.delete(calls).returning()).map(
      (call) => JSON.parse(campaign.open(call.sealedParams, binding.callParams(call.id))).text as string,
    );
  };
  const before = (hours: number) => endsAt.subtract({ hours });
  const notice = translate('en', 'staff-account-ends', {
    handle: 'Bray',
    network: 'Facebook',
    end: formatInstant('en', endsAt, 'Asia/Baku'),
  });
  expect(await told(before(24 * 15))).toEqual([]);
  expect(await told(before(24 * 14))).toEqual([notice]);
  expect(await told(before(24 * 14 - 1))).toEqual([]);
  // The service was away for days: told once.
  expect(await told(before(20))).toEqual([notice]);
  expect(await told(before(19))).toEqual([]);

  const again = standIn.renew(credentials.token, {
    dataAccessExpiresAt: seconds(endsAt.add({ hours: 480 })),
  });
  expect(await reconnectAccount(ctx, { accountId, credentials: { ...again } })).toMatchObject({ ok: true });
  expect(String(await known())).toBe(endsAt.add({ hours: 480 }).toString());
  expect(await told(before(18))).toEqual([]);
  expect(await told(before(-24 * 10))).toHaveLength(1);
  await disconnectAccount(ctx, accountId);
  await campaign.db.delete(calls);
  expect(await told(before(-24 * 18))).toEqual([]);
  expect(standIn.wrongs).toEqual([]);
});
