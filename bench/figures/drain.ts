/*
 * How fast deliveries drain when nothing paces: by a sender on PostgreSQL, every chat id sealed, every attempt
 * committed before its bytes go out and every outcome recorded; by a bare loop over undici's Pool that does none of
 * this; and by what others use. All send the same texts to the same chats of the same stand-in, each from a
 * process of its own, with as many calls under way. What is to be sent lies ready; the clock runs from the first
 * message that Telegram accepts until the last is accepted and, where a state is kept, recorded.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { PeerOrder } from '../peers/peer.ts';
import type { Bench, Measurement } from '../support/bench.ts';
import { benchCampaign, benchTexts } from '../support/campaign.ts';
import { type Figure, figure, inTurn } from '../support/figures.ts';
import { type RunningStandIn, spawnPeer, spawnSender, spawnStandIn } from '../support/processes.ts';
import { until } from '../support/until.ts';

/** What the sender is held against, and what is to be reached: a share of the limit, a multiple of a peer. */
const peers = [
  { name: 'drain.limit', program: 'bare', atLeast: 0.6 },
  { name: 'drain.peer.telegraf', program: 'telegraf', atLeast: 2.5 },
  { name: 'drain.peer.grammy', program: 'grammy', atLeast: 2.5 },
  { name: 'drain.peer.pg-boss', program: 'pg-boss', atLeast: 3.5 },
  { name: 'drain.peer.graphile-worker', program: 'graphile-worker', atLeast: 3.5 },
] as const;
type Peer = (typeof peers)[number]['name'];

export interface DrainSizes {
  readonly deliveries: number;
  readonly runs: number;
  readonly connections: number;
  /** Default: all. */
  readonly against?: readonly Peer[];
}

export const drain: Measurement = {
  name: 'drain',
  measure: (bench) =>
    measureDrain(bench, {
      deliveries: bench.quick ? 4000 : 60_000,
      runs: bench.quick ? 1 : 3,
      connections: 64,
    }),
};

export async function measureDrain(
  bench: Pick<Bench, 'server' | 'say'>,
  { deliveries, runs, connections, against }: DrainSizes,
): Promise<Figure[]> {
  const chosen = peers.filter(({ name }) => against === undefined || against.includes(name));
  await using standIn = await spawnStandIn('off');
  const bot = await standIn.control.run('create-bot', { username: 'bray_bench_bot' });
  const chats = { count: deliveries, bot: bot.id, state: 'started' } as const;
  const { firstId } = await standIn.control.run('create-users', chats);
  await using campaign = await benchCampaign(await bench.server.create(), bot);
  await campaign.addFollowers(firstId, deliveries);

  const contenders = [
    { name: 'drain' as const, run: bySender },
    ...chosen.map(({ name, program }) => ({ name, run: () => byPeer(program) })),
  ];
  const medianOf = await inTurn(runs, contenders, bench.say);
  return chosen.map(({ name, atLeast }) =>
    figure(
      {
        figure: 'drain',
        value: medianOf('drain'),
        unit: 'deliveries/s',
        against: name,
        againstValue: medianOf(name),
      },
      { atLeast },
    ),
  );

  async function bySender(run: number): Promise<number> {
    await campaign.publish(benchTexts(run));
    const goal = (await standIn.accepted()) + deliveries;
    const how = { limiter: { freePerSecond: 'off' }, connections } as const;
    await using _ = await spawnSender(campaign.senderOrder({ url: standIn.url, token: bot.token }, how));
    return await perSecond(standIn, goal, async () => {
      await until('the last delivery', async () => (await standIn.accepted()) >= goal, { every: 25 });
      await until('the last record', () => campaign.isSettled(), { every: 5 });
    });
  }

  async function byPeer(program: string): Promise<number> {
    const databaseUrl = await bench.server.create();
    const order: PeerOrder = {
      apiRoot: standIn.url,
      token: bot.token,
      databaseUrl,
      firstChat: firstId,
      messages: deliveries,
      texts: await campaign.newestTexts(),
      concurrency: connections,
    };
    await using peer = await spawnPeer(program, order);
    const rate = await perSecond(standIn, (await standIn.accepted()) + deliveries, () => peer.drain());
    await peer.kill();
    await bench.server.drop(databaseUrl);
    return rate;
  }
}

/** Messages a second from the first that is seen to be accepted until `drained` resolves, when `goal` must be. */
async function perSecond(
  standIn: RunningStandIn,
  goal: number,
  drained: () => Promise<void>,
): Promise<number> {
  let over = false;
  const before = await standIn.accepted();
  const end = drained().finally(() => {
    over = true;
  });
  // Its failure is seen below, when it is waited for.
  end.catch(() => undefined);
  let first = before;
  while (!over && first === before) {
    await delay(2);
    first = await standIn.accepted();
  }
  const began = performance.now();
  await end;
  const seconds = (performance.now() - began) / 1000;
  const accepted = await standIn.accepted();
  if (accepted !== goal) throw new Error(`${accepted} messages were accepted instead of ${goal}`);
  return (goal - first) / seconds;
}
