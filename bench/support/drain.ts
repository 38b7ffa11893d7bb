import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'undici';
import { type Language, languages } from '../../src/domain/language.ts';
import { benchCampaign, benchDatabase } from './campaign.ts';
import { spawnSender, spawnStandIn } from './processes.ts';

export interface DrainOptions {
  readonly deliveries: number;
  readonly runs: number;
  readonly connections: number;
  readonly progress: (line: string) => void;
}

/** Medians of deliveries a second: by the sender, and by the bare loop. */
export async function drain(options: DrainOptions): Promise<{ drained: number; bare: number }> {
  const database = await benchDatabase();
  const standIn = await spawnStandIn('off');
  try {
    const { control } = standIn;
    const bot = await control.run('create-bot', { username: 'bray_bench_bot' });
    const { firstId } = await control.run('create-users', {
      count: options.deliveries,
      bot: bot.id,
      state: 'started',
    });
    const campaign = await benchCampaign(database.url, bot);
    await campaign.addFollowers(firstId, options.deliveries);
    const drained: number[] = [];
    const bare: number[] = [];
    for (let run = 1; run <= options.runs; run += 1) {
      bare.push(await bareLoop(standIn.url, bot.token, firstId, options));
      await campaign.publish(texts(run));
      drained.push(await bySender(run));
      options.progress(
        `run ${run}: ${Math.round(drained.at(-1) ?? 0)}/s, bare ${Math.round(bare.at(-1) ?? 0)}/s`,
      );
    }
    await campaign.close();
    return { drained: median(drained), bare: median(bare) };

    async function bySender(run: number): Promise<number> {
      const before = (await control.run('counts', {})).sendMessage?.accepted ?? 0;
      const sender = await spawnSender({
        databaseUrl: database.url,
        apiRoot: standIn.url,
        token: bot.token,
        botId: campaign.botId,
        campaignId: campaign.campaignId,
        keys: campaign.keys,
        limiter: { freePerSecond: 'off' },
        connections: options.connections,
      });
      while (((await control.run('counts', {})).sendMessage?.accepted ?? 0) === before) await delay(2);
      const began = performance.now();
      for (;;) {
        const [left] = await campaign.sql<{ count: number }[]>`
          select count(*)::int as count from deliveries where state in ('planned', 'attempting')`;
        if (left?.count === 0) break;
        await delay(20);
      }
      const seconds = (performance.now() - began) / 1000;
      await sender.stop();
      const sent = await campaign.chatsIn('sent');
      if (sent.size !== options.deliveries) throw new Error(`run ${run}: only ${sent.size} were sent`);
      return options.deliveries / seconds;
    }
  } finally {
    await standIn.kill();
    await database.close();
  }
}

/** As many requests as there are connections, always; nothing is kept, looked up or opened. */
async function bareLoop(
  root: string,
  token: string,
  firstChat: number,
  { deliveries, connections }: DrainOptions,
): Promise<number> {
  const pool = new Pool(root, { connections, pipelining: 1 });
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < deliveries) {
        const chat_id = firstChat + next;
        next += 1;
        const { body } = await pool.request({
          method: 'POST',
          path: `/bot${token}/sendMessage`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ chat_id, text: 'The court has set a date.' }),
        });
        await body.json();
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return deliveries / seconds;
}

function texts(run: number): Record<Language, string> {
  const texts = languages.map((language) => [language, `The court has set a date (${run}, ${language}).`]);
  return Object.fromEntries(texts) as Record<Language, string>;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
