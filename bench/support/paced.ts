import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { startLimiter } from '../../src/telegram/limiter.ts';
import type { Bench } from './bench.ts';
import { benchCampaign, benchTexts } from './campaign.ts';
import { type Figure, figure, median } from './figures.ts';
import { spawnSender, spawnStandIn } from './processes.ts';
import { until } from './until.ts';
import { anyNetwork, anySeed, anyWindowServer } from './virtual/arbitrary.ts';
import type { Network } from './virtual/networks.ts';
import { type Server, slidingLog } from './virtual/servers.ts';
import { rate, simulate } from './virtual/simulate.ts';
import { certainShare, PER_SECOND, statedNetworks, statedServers, wideNetworks } from './virtual/stated.ts';

const UNIT = 'of 30/s';
/** A run is measured from here, when it is warm, for 120 s. */
const WARM_S = 10;
const MEASURED_S = 120;
/** How long each of many random networks is tried. */
const TRIED_S = 60;

interface Paced {
  /** The share of the limit that was used, and could have been for certain, over the measured time. */
  readonly share: number;
  readonly certain: number;
  /** Of the whole run, the cold beginning too. */
  readonly refused: number;
}

/** The share of the limit used in virtual time: a backlog without end, over 120 s, `seeds` times each. */
export function pacedInVirtualTime({ seeds }: { readonly seeds: number }): Figure[] {
  const stated = Object.entries(statedServers).flatMap(([server, make]) =>
    Object.entries(statedNetworks).map(([name, network]) =>
      judged({ figure: `paced.${server}.${name}`, runs: runs(make, network, seeds) }, 0.97),
    ),
  );
  const wide = Object.entries(wideNetworks).map(([name, network]) => {
    const all = runs(() => slidingLog(PER_SECOND), network, seeds);
    return judged({ figure: `paced.sliding-log.${name}`, runs: all, ofCertain: true }, 0.95);
  });
  return [...stated, ...wide];
}

/** How many messages a server that counts by windows refused, over so many random networks in virtual time. */
export function refusedOverNetworks({ networks }: { readonly networks: number }): Figure {
  let refused = 0;
  let sent = 0;
  const tried = fc.sample(fc.tuple(anyWindowServer, anyNetwork, anySeed), networks);
  for (const [server, network, seed] of tried) {
    const limiter = startLimiter({}, 0);
    const run = simulate({ limiter, server: server(), network, seconds: TRIED_S, seed });
    refused += run.refused.length;
    sent += run.sends.length;
  }
  const against = `messages over ${networks} random networks`;
  return figure(
    { figure: 'paced.refused', value: refused, unit: '429s', against, againstValue: sent },
    { atMost: 0 },
  );
}

/** The share of the limit used by a sender in a process of its own, while another stands by, over real HTTP. */
export async function pacedInRealTime(
  bench: Pick<Bench, 'server' | 'say'>,
  { seconds }: { readonly seconds: number },
): Promise<Figure> {
  const followers = Math.ceil((seconds + 2 * WARM_S) * PER_SECOND);
  await using standIn = await spawnStandIn('sliding log');
  const bot = await standIn.control.run('create-bot', { username: 'bray_bench_bot' });
  const chats = { count: followers, bot: bot.id, state: 'started' } as const;
  const { firstId } = await standIn.control.run('create-users', chats);
  await using campaign = await benchCampaign(await bench.server.create(), bot);
  await campaign.addFollowers(firstId, followers);
  await campaign.publish(benchTexts(1));
  const order = campaign.senderOrder({ url: standIn.url, token: bot.token }, { limiter: {} });
  await using _leader = await spawnSender(order);
  await using _standby = await spawnSender(order);

  const warm = WARM_S * PER_SECOND;
  await until('a warm sender', async () => (await standIn.accepted()) >= warm, { every: 50 });
  const [before, began] = [await standIn.accepted(), performance.now()];
  await delay(seconds * 1000);
  const [after, ended] = [await standIn.accepted(), performance.now()];
  const refused = (await standIn.control.run('counts', {})).sendMessage?.tooManyRequests ?? 0;
  const share = (after - before) / (((ended - began) / 1000) * PER_SECOND);
  bench.say(`paced, ${seconds} s with two processes: ${share.toFixed(4)} of the limit, ${refused} refused`);
  return judged({ figure: 'paced.two-processes', runs: [{ share, certain: 1, refused }] }, 0.97);
}

function runs(server: (offset: number) => Server, network: Network, seeds: number): Paced[] {
  return Array.from({ length: seeds }, (_, i) => {
    const limiter = startLimiter({}, 0);
    const seconds = WARM_S + MEASURED_S;
    const run = simulate({ limiter, server: server((i * 317) % 1000), network, seconds, seed: i + 1 });
    return {
      share: rate(run.taken, WARM_S, seconds) / PER_SECOND,
      certain: certainShare(run.roundTrips),
      refused: run.refused.length,
    };
  });
}

/** One message refused is enough for a figure not to hold. */
function judged(
  { figure: name, runs, ofCertain = false }: { figure: string; runs: readonly Paced[]; ofCertain?: boolean },
  atLeast: number,
): Figure {
  const refused = runs.reduce((sum, run) => sum + run.refused, 0);
  const limit = ofCertain ? 'the most that can be certain' : 'the limit';
  const found = figure(
    {
      figure: name,
      value: median(runs.map(({ share }) => share)),
      unit: UNIT,
      against: `${limit}; ${refused} refused`,
      againstValue: ofCertain ? median(runs.map(({ certain }) => certain)) : 1,
    },
    { atLeast },
  );
  return { ...found, target: `${found.target}, 0 refused`, holds: found.holds && refused === 0 };
}
