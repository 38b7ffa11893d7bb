/*
 * 10,000 altered approvals, and altered texts with theirs, by SQL: none of them may send anything. Half of them are of what
 * goes to followers, and it is counted what is planned for them; half of what goes to accounts on all the networks there
 * are, and it is counted by the stand-ins' own ledgers what the sender's publisher put there.
 *
 * Usage: npm run forgeries -- [--count 10000]
 *
 * Exit code 1 when anything was planned for a follower, or stands on an account.
 */
import { parseArgs } from 'node:util';
import { systemClock } from '../src/clock.ts';
import { networkNames } from '../src/domain/network.ts';
import { forgeOnAccounts, unalteredOnAccounts } from './support/account-forgeries.ts';
import { forge, unaltered } from './support/approval-forgeries.ts';
import { attacked } from './support/attacked.ts';
import { attackedAccounts } from './support/attacked-accounts.ts';
import { benchCampaign, benchDatabase } from './support/campaign.ts';
import { networkAccounts } from './support/network-accounts.ts';
import { random } from './support/random.ts';
import type { Forgeries } from './support/tally-forgeries.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } });
const half = Math.ceil(Number(values.count) / 2);
const sent = (await ofFollowers()) + (await ofAccounts());
console.log(`${half * 2} altered, ${sent} sent`);
process.exitCode = sent === 0 ? 0 : 1;

async function ofFollowers(): Promise<number> {
  const database = await benchDatabase();
  try {
    await using campaign = await benchCampaign(database.url, { id: 7_000_000_001, username: 'bray_bot' });
    await campaign.addFollowers(5_000_000_000, 21);
    await campaign.addCase('others');
    const world = await attacked(campaign.people());
    console.log('Unaltered:', await unaltered(world));
    return show(await forge(world, half, random('forgeries')));
  } finally {
    await database.close();
  }
}

async function ofAccounts(): Promise<number> {
  const database = await benchDatabase();
  const accounts = await networkAccounts(networkNames, systemClock);
  try {
    await using campaign = await benchCampaign(database.url, { id: 7_000_000_001, username: 'bray_bot' });
    const world = await attackedAccounts(campaign.people(), campaign.ring, accounts);
    console.log('Unaltered, on accounts:', await unalteredOnAccounts(world, random('unaltered')));
    return show(await forgeOnAccounts(world, half, random('accounts')));
  } finally {
    await accounts.close();
    await database.close();
  }
}

/** Answers how much was sent in all. */
function show(told: Forgeries): number {
  console.table(Object.fromEntries(told));
  return [...told.values()].reduce((sum, one) => sum + one.sent, 0);
}
