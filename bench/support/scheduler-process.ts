/*
 * A scheduler in a process of its own. It reads its order as one line of JSON on standard input and says
 * `{"ready":true}` once it works. SIGTERM stops it in order.
 */
import { createInterface } from 'node:readline';
import { systemClock } from '../../src/clock.ts';
import { type RingText, ringFromText } from '../../src/crypto/key-text.ts';
import { createSealer } from '../../src/crypto/seal.ts';
import { openDatabase } from '../../src/db/client.ts';
import type { BotId, CampaignId } from '../../src/domain/ids.ts';
import { createLog, safeError } from '../../src/log.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';

export interface SchedulerOrder {
  readonly databaseUrl: string;
  readonly botId: BotId;
  readonly campaignId: CampaignId;
  readonly keys: RingText;
}

async function main(order: SchedulerOrder): Promise<void> {
  const keys = ringFromText(order.keys);
  if (keys?.scheduler == null) throw new Error('the order holds no keys');
  const database = openDatabase(order.databaseUrl, { poolSize: 8 });
  const base = {
    db: database.db,
    clock: systemClock,
    log: createLog('info', { write: (line) => process.stderr.write(line) }),
    campaignId: order.campaignId,
    botId: order.botId,
    seal: createSealer(keys.public.sealing, systemClock).seal,
    pinned: keys.public,
    networks: openNetworks().networks,
  };
  const signingKey = keys.scheduler.signing;
  const scheduler = createScheduler({
    context: (name) => ({ ...base, actor: { kind: 'job', name }, signingKey }),
    databaseUrl: order.databaseUrl,
    sql: database.sql,
    safeError,
  });
  await scheduler.start();
  process.stdout.write('{"ready":true}\n');
  process.once('SIGTERM', () => {
    void scheduler.stop().then(() => database.close());
  });
}

const lines = createInterface({ input: process.stdin });
lines.once('line', (line) => {
  lines.close();
  process.stdin.unref();
  void main(JSON.parse(line));
});
