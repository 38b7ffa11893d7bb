/*
 * 10,000 altered approvals, and altered texts with theirs, by SQL: none of them may send anything.
 *
 * Usage: npm run forgeries -- [--count 10000]
 *
 * Exit code 1 when anything was planned for a follower.
 */
import { parseArgs } from 'node:util';
import { attacked } from './support/attacked.ts';
import { benchCampaign, benchDatabase } from './support/campaign.ts';
import { forge, unaltered } from './support/forgeries.ts';
import { random } from './support/random.ts';

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } });
const database = await benchDatabase();
{
  await using campaign = await benchCampaign(database.url, { id: 7_000_000_001, username: 'bray_bot' });
  await campaign.addFollowers(5_000_000_000, 21);
  await campaign.addCase('others');
  const world = await attacked(campaign.people());
  console.log('Unaltered:', await unaltered(world));
  const told = await forge(world, Number(values.count), random('forgeries'));
  console.table(Object.fromEntries(told));
  const sent = [...told.values()].reduce((sum, one) => sum + one.sent, 0);
  console.log(`${values.count} altered, ${sent} sent`);
  process.exitCode = sent === 0 ? 0 : 1;
}
await database.close();
