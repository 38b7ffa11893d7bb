/*
 * A sender in a process of its own, to be killed. It reads its order as one line of JSON on standard input, says
 * `{"ready":true}` once it stands by, and its statistics every 100 ms. SIGTERM stops it in order.
 */
import { createInterface } from 'node:readline';
import { systemClock } from '../../src/clock.ts';
import { type RingText, ringFromText } from '../../src/crypto/key-text.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import { openDatabase } from '../../src/db/client.ts';
import type { BotId, CampaignId } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { createSender, type SenderStats } from '../../src/sender/sender.ts';
import type { LimiterOptions } from '../../src/telegram/limiter.ts';
import { Slots } from '../../src/telegram/slots.ts';
import { createTransport } from '../../src/telegram/transport.ts';
import { benchMail } from './mail.ts';

export interface SenderOrder {
  readonly databaseUrl: string;
  readonly apiRoot: string;
  readonly token: string;
  readonly botId: BotId;
  readonly campaignId: CampaignId;
  readonly keys: RingText;
  readonly limiter: LimiterOptions;
  readonly connections: number;
}

/** What it says of itself ten times a second. */
export interface SenderReport extends SenderStats {
  /** What its process keeps in memory. */
  readonly residentBytes: number;
}

async function main(order: SenderOrder): Promise<void> {
  const keys = ringFromText(order.keys);
  if (!keys?.sender) throw new Error('the order holds no sender keys');
  const database = openDatabase(order.databaseUrl, { poolSize: 8 });
  const transport = createTransport({
    apiRoot: order.apiRoot,
    token: order.token,
    connections: order.connections,
  });
  const slots = new Slots();
  const sender = createSender({
    db: database.db,
    sql: database.sql,
    clock: systemClock,
    log: createLog('info', { write: (line) => process.stderr.write(line) }),
    transport,
    limiter: order.limiter,
    opener: createOpener(keys.sender.sealing),
    seal: createSealer(keys.public.sealing, systemClock).seal,
    pinned: keys.public,
    networks: openNetworks({ telegram: { transport, slots }, email: benchMail }).networks,
    slots,
    botId: order.botId,
    campaignId: order.campaignId,
    concurrency: order.connections,
  });
  sender.start();
  say({ ready: true });
  const report = setInterval(() => {
    const now: SenderReport = { ...sender.stats(), residentBytes: process.memoryUsage.rss() };
    say(now);
  }, 100);
  process.once('SIGTERM', () => {
    clearInterval(report);
    void sender
      .stop()
      .then(() => transport.close())
      .then(() => database.close());
  });
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

const lines = createInterface({ input: process.stdin });
lines.once('line', (line) => {
  lines.close();
  process.stdin.unref();
  void main(JSON.parse(line));
});
