/*
 * A job per recipient on pg-boss, sending by telegraf.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import postgres from 'postgres';
import { type Recipient, recipient, runPeer } from './peer.ts';
import { telegrafSend } from './with-telegraf.ts';

/** Jobs a statement: more or fewer were slower. */
const BATCH = 128;
const QUEUE = 'send';

await runPeer(async (order) => {
  const boss = new PgBoss({
    connectionString: order.databaseUrl,
    max: 10,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue(QUEUE);
  for (let from = 0; from < order.messages; from += 5000) {
    const jobs = Array.from({ length: Math.min(5000, order.messages - from) }, (_, i) => ({
      data: recipient(order, from + i),
    }));
    await boss.insert(QUEUE, jobs);
  }
  const sql = postgres(order.databaseUrl, { max: 1, onnotice: () => undefined });
  await sql`vacuum analyze`;
  const send = telegrafSend(order);
  let sent = 0;

  return async () => {
    await boss.work<Recipient>(
      QUEUE,
      {
        batchSize: BATCH,
        localConcurrency: 2,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 0.5,
      },
      async (jobs) => {
        await Promise.all(jobs.map(({ data }) => send(data)));
        sent += jobs.length;
      },
    );
    while (sent < order.messages || (await left()) > 0) await delay(5);
  };

  async function left(): Promise<number> {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pgboss.job where name = ${QUEUE} and state <> 'completed'`;
    return row?.count ?? 0;
  }
});
