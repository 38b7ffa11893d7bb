/*
 * How punctually reminders leave: 100,000 hearings in the table, 10,000 reminders falling due one after the other within
 * a minute, each a broadcast of its own to the follower of its case; the limiter is off. Measured is, for each, the time
 * from the instant at which it was due until Telegram accepts its message; `punctual` is the 99th percentile. Then the
 * same with the scheduler, and with the sender, killed by SIGKILL in the middle of that minute and started anew: what
 * the worst of them had to wait, and whether any was lost.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Bench, Measurement } from '../support/bench.ts';
import { benchCampaign } from '../support/campaign.ts';
import { type Figure, figure, percentile } from '../support/figures.ts';
import { casesOfOne, dueReminders, pastHearings } from '../support/hearings.ts';
import { spawnScheduler, spawnSender, spawnStandIn } from '../support/processes.ts';
import { until } from '../support/until.ts';

export interface PunctualSizes {
  readonly hearings: number;
  readonly alerts: number;
  readonly overMs: number;
}

export const punctual: Measurement = {
  name: 'punctual',
  measure: (bench) =>
    measurePunctual(
      bench,
      bench.quick
        ? { hearings: 5_000, alerts: 500, overMs: 5_000 }
        : { hearings: 100_000, alerts: 10_000, overMs: 60_000 },
    ),
};

type Killed = 'scheduler' | 'sender' | null;

/** From the last row of a run until its first is due: the processes are at rest by then. */
const QUIET_MS = 2_000;

async function measurePunctual(
  bench: Pick<Bench, 'server' | 'say'>,
  { hearings, alerts, overMs }: PunctualSizes,
): Promise<Figure[]> {
  await using standIn = await spawnStandIn('off', 'full');
  const bot = await standIn.control.run('create-bot', { username: 'bray_bench_bot' });
  const chats = { count: alerts, bot: bot.id, state: 'started' } as const;
  const { firstId } = await standIn.control.run('create-users', chats);
  await using campaign = await benchCampaign(await bench.server.create(), bot);
  await campaign.addFollowers(firstId, alerts);
  const cases = await casesOfOne(campaign, alerts);
  await pastHearings(campaign, hearings - 3 * alerts);
  const order = campaign.senderOrder(
    { url: standIn.url, token: bot.token },
    { limiter: { freePerSecond: 'off' } },
  );
  let sender = await spawnSender(order);
  let scheduler = await spawnScheduler(order);
  try {
    await until('the lease', () => sender.stats()?.holding === 1, { every: 50 });
    const calm = await run('calm', null);
    const scheduled = await run('scheduler', 'scheduler');
    const sent = await run('sender', 'sender');
    const late = (waits: readonly number[]) => Math.max(...waits) / 1000;
    const due = { against: 'the instant it was due', againstValue: 0 };
    const lost = 3 * alerts - calm.length - scheduled.length - sent.length;
    return [
      figure({ figure: 'punctual', value: percentile(calm, 0.99), unit: 'ms', ...due }, { valueAtMost: 250 }),
      figure(
        { figure: 'punctual.median', value: percentile(calm, 0.5), unit: 'ms', ...due },
        { valueAtMost: 250 },
      ),
      figure(
        { figure: 'punctual.restart.scheduler', value: late(scheduled), unit: 's', ...due },
        { valueAtMost: 5 },
      ),
      figure({ figure: 'punctual.restart.sender', value: late(sent), unit: 's', ...due }, { valueAtMost: 5 }),
      figure({ figure: 'punctual.lost', value: lost, unit: 'alerts', ...due }, { valueAtMost: 0 }),
    ];
  } finally {
    await scheduler.kill();
    await sender.kill();
  }

  /** Milliseconds from due until accepted, of each alert that arrived; the process is killed a third on. */
  async function run(name: string, killed: Killed): Promise<number[]> {
    const from = campaign.ctx.clock.now().add({ milliseconds: alerts * 4 + QUIET_MS });
    const made = await dueReminders(campaign, { cases, name, from, overMs });
    const left = Date.now() - from.epochMilliseconds;
    if (left > 0) throw new Error(`the rows were ready ${left} ms too late`);
    const dueOf = new Map(made.map(({ court, dueAt }) => [court, dueAt.epochMilliseconds]));
    const since = await standIn.accepted();
    await delay(overMs / 3 - left);
    if (killed === 'scheduler') {
      await scheduler.kill();
      scheduler = await spawnScheduler(order);
    } else if (killed === 'sender') {
      await sender.kill();
      sender = await spawnSender(order);
    }
    const pattern = new RegExp(`Court ${name} \\d+\\.`);
    const first = new Map<string, number>();
    await until(
      `${alerts} reminders`,
      async () => {
        if ((await standIn.accepted()) - since < alerts) return false;
        for (const { text, acceptedAt } of await standIn.control.run('ledger', { since })) {
          const court = pattern.exec(text ?? '')?.[0];
          if (court !== undefined && !first.has(court)) first.set(court, acceptedAt.wall);
        }
        return first.size >= alerts;
      },
      { every: 1_000, within: overMs / 1000 + 120 },
    ).catch((error: unknown) => {
      // What is missing is counted as lost, and tells more than that one waited for it.
      bench.say(`punctual, ${name}: ${first.size} of ${alerts} arrived; ${error}`);
    });
    const waits = [...first].map(([court, at]) => at - (dueOf.get(court) ?? Number.NaN));
    bench.say(
      `punctual, ${name}: median ${percentile(waits, 0.5)} ms, p99 ${percentile(waits, 0.99)} ms, worst ${Math.max(...waits)} ms`,
    );
    return waits;
  }
}
