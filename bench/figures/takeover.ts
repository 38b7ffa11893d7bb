/*
 * How long nothing is sent when the process that sends is killed by SIGKILL in the middle of a broadcast at the free
 * limit while another stands by: from the kill to the first message of the other that Telegram accepts. In this
 * time the lease's term runs out (3 s at most), and the new sender waits out the second in which the old one's last
 * messages count against the limit. The kills fall anywhere between two renewals of the lease.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { LEASE_TERM_MS } from '../../src/services/leases/term.ts';
import type { Bench, Measurement } from '../support/bench.ts';
import { benchCampaign, benchTexts } from '../support/campaign.ts';
import { type Figure, figure, median } from '../support/figures.ts';
import { type RunningSender, spawnSender, spawnStandIn } from '../support/processes.ts';
import { until } from '../support/until.ts';

const FOLLOWERS = 5000;
/** What was under way at the kill has arrived after this time, or never does. */
const STRAGGLERS_MS = 100;

export const takeover: Measurement = {
  name: 'takeover',
  measure: (bench) => measureTakeover(bench, { kills: bench.quick ? 1 : 7 }),
};

async function measureTakeover(
  bench: Pick<Bench, 'server' | 'say'>,
  { kills }: { readonly kills: number },
): Promise<Figure[]> {
  await using standIn = await spawnStandIn('sliding log');
  const bot = await standIn.control.run('create-bot', { username: 'bray_bench_bot' });
  const chats = { count: FOLLOWERS, bot: bot.id, state: 'started' } as const;
  const { firstId } = await standIn.control.run('create-users', chats);
  await using campaign = await benchCampaign(await bench.server.create(), bot);
  await campaign.addFollowers(firstId, FOLLOWERS);
  await campaign.publish(benchTexts(1));
  const order = campaign.senderOrder({ url: standIn.url, token: bot.token }, { limiter: {} });

  let leader = await spawnSender(order);
  let standby: RunningSender | undefined;
  const gaps: number[] = [];
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      standby = await spawnSender(order);
      await sends(leader);
      await delay(1000 * Math.random());
      const killedAt = performance.now();
      await leader.kill();
      await delay(STRAGGLERS_MS);
      const before = await standIn.accepted();
      await until('the next message', async () => (await standIn.accepted()) > before, { every: 5 });
      gaps.push((performance.now() - killedAt) / 1000);
      bench.say(`takeover, kill ${kill} of ${kills}: ${gaps.at(-1)?.toFixed(2)} s`);
      leader = standby;
    }
  } finally {
    await standby?.kill();
    await leader.kill();
  }
  const against = { unit: 's', against: 'the term of the lease', againstValue: LEASE_TERM_MS / 1000 };
  return [
    figure({ figure: 'takeover', value: median(gaps), ...against }, { valueAtMost: 5 }),
    figure({ figure: 'takeover.slowest', value: Math.max(...gaps), ...against }, { valueAtMost: 5 }),
  ];

  /** Resolves once the process has the lease and has sent for a while. */
  async function sends(sender: RunningSender): Promise<void> {
    await until('the lease', () => sender.stats()?.holding === 1, { every: 50 });
    const before = await standIn.accepted();
    await until('some messages', async () => (await standIn.accepted()) > before + 30, { every: 50 });
  }
}
