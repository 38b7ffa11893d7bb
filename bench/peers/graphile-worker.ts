/*
 * A job per recipient on graphile-worker, sending by telegraf.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import postgres from 'postgres';
import { type Recipient, recipient, runPeer } from './peer.ts';
import { telegrafSend } from './with-telegraf.ts';

const TASK = 'send';

declare global {
  namespace GraphileWorker {
    interface Tasks {
      [TASK]: Recipient;
    }
  }
}

await runPeer(async (order) => {
  // It would write a line for every job.
  const logger = new Logger(() => () => undefined);
  const connection = { connectionString: order.databaseUrl, logger };
  const utils = await makeWorkerUtils(connection);
  await utils.migrate();
  for (let from = 0; from < order.messages; from += 5000) {
    const jobs = Array.from({ length: Math.min(5000, order.messages - from) }, (_, i) => ({
      identifier: TASK,
      payload: recipient(order, from + i),
    }));
    await utils.addJobs(jobs);
  }
  const sql = postgres(order.databaseUrl, { max: 1, onnotice: () => undefined });
  await sql`vacuum analyze`;
  const send = telegrafSend(order);
  let sent = 0;

  return async () => {
    await run({
      preset: {
        worker: {
          connectionString: order.databaseUrl,
          logger,
          maxPoolSize: 10,
          concurrentJobs: order.concurrency,
          localQueue: { size: 500 },
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
      noHandleSignals: true,
      taskList: {
        async [TASK](payload) {
          await send(payload);
          sent += 1;
        },
      },
    });
    while (sent < order.messages || (await left()) > 0) await delay(5);
  };

  async function left(): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from graphile_worker.jobs`;
    return row?.count ?? 0;
  }
});
