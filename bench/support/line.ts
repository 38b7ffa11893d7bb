import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { createBot } from '../../src/bots/telegram/bot.ts';
import { systemClock } from '../../src/clock.ts';
import { findingBy } from '../../src/crypto/finding.ts';
import { type RingText, ringFromText } from '../../src/crypto/key-text.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import { openDatabase } from '../../src/db/client.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import type { BotId, CampaignId, HearingId } from '../../src/domain/ids.ts';
import { createLog, safeError } from '../../src/log.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { dispatchAlerts } from '../../src/scheduler/jobs/dispatch-alerts.ts';
import { publishPosts } from '../../src/scheduler/jobs/publish-posts.ts';
import { createSender } from '../../src/sender/sender.ts';
import type { Context, Log } from '../../src/services/context.ts';
import { decideHearing } from '../../src/services/hearings/decide.ts';
import type { LimiterOptions } from '../../src/telegram/limiter.ts';
import { createTransport } from '../../src/telegram/transport.ts';

/** What one process of a line has to do. As JSON it is the only argument of `line-process.ts`. */
export interface LineOrder {
  /** What `pg_stat_activity` shows: that is how it is seen whether its last statement is over. */
  readonly name: string;
  readonly databaseUrl: string;
  readonly apiRoot: string;
  readonly token: string;
  readonly bot: { readonly id: number; readonly username: string };
  readonly botId: BotId;
  readonly campaignId: CampaignId;
  readonly keys: RingText;
  readonly limiter: LimiterOptions;
  readonly connections: number;
  readonly timeoutMs: number;
  /** The second person's decision that news of a hearing wait for, once so many deliveries were sent. */
  readonly decide: {
    readonly hearingId: HearingId;
    readonly actor: StaffActor;
    readonly after: number;
  } | null;
  /** Whether it also takes in what Telegram tells us. */
  readonly intake: boolean;
  /** Log lines from `warn` up on standard error. */
  readonly talks: boolean;
}

/** How long what could not be done for the database's sake is left alone. */
const AGAIN_MS = 100;
const LOOK_MS = 15;

/**
 * Everything between a person's decision and the follower's telephone, in one process: a hearing is decided about,
 * alerts and posts that are due are planned, updates are taken in, and everything is sent. It does what the engine
 * would make the scheduler do (run its jobs, again when they fail), and ends when nothing is left to do.
 */
export async function runLine(order: LineOrder, ready: () => void = () => undefined): Promise<void> {
  const keys = ringFromText(order.keys);
  if (!keys?.sender || !keys.bot || !keys.web || !keys.scheduler) throw new Error('the order lacks keys');
  const { bot: botKeys, web: webKeys, scheduler: schedulerKeys } = keys;
  const { db, sql, close } = openDatabase(order.databaseUrl, { poolSize: 8, applicationName: order.name });
  const transport = createTransport({
    apiRoot: order.apiRoot,
    token: order.token,
    connections: order.connections,
    timeoutMs: order.timeoutMs,
  });
  const log = lineLog(order);
  const ctx: Context = {
    db,
    clock: systemClock,
    log,
    actor: { kind: 'job', name: 'line' },
    campaignId: order.campaignId,
    botId: order.botId,
    seal: createSealer(keys.public.sealing, systemClock).seal,
    pinned: keys.public,
    networks: openNetworks().networks,
  };
  const sender = createSender({
    ...ctx,
    sql,
    transport,
    limiter: order.limiter,
    opener: createOpener(keys.sender.sealing),
    concurrency: order.connections,
  });
  const bot = order.intake
    ? createBot({
        ctx: {
          ...ctx,
          signingKey: botKeys.approvalSigning,
          actor: { kind: 'subscriber' },
          ...findingBy(botKeys, order.botId),
        },
        transport,
        identity: order.bot,
        publicUrl: null,
        mode: { kind: 'polling', options: { timeoutSeconds: 1 } },
        listen: async (channel, heard) => (await sql.listen(channel, heard)).unlisten,
        safeError,
      })
    : null;
  const job = { ...ctx, signingKey: schedulerKeys.signing };
  sender.start();
  ready();
  await untilDone(() => bot?.start());
  await decided();
  await untilDone(async () => {
    await dispatchAlerts(job, safeError);
    await publishPosts(job, safeError);
  });
  while (!(await nothingLeft(sql, order))) await delay(LOOK_MS);
  await bot?.stop();
  await sender.stop();
  await transport.close();
  await close();

  async function decided(): Promise<void> {
    const { decide } = order;
    if (decide === null) return;
    const { hearingId, actor, after } = decide;
    while (sender.stats().sent < after && !(await nothingLeft(sql, order))) await delay(2);
    // Whoever gets no answer presses the button again: a decision that stands is then refused.
    await untilDone(() =>
      decideHearing(
        { ...ctx, actor, signingKey: webKeys.approvalSigning },
        { hearingId, revision: 2, decision: 'approved' },
      ),
    );
  }

  /** As the engine runs a job: again when it fails. */
  async function untilDone(work: () => Promise<unknown> | undefined): Promise<void> {
    for (;;) {
      try {
        await work();
        return;
      } catch (error) {
        log.warn('job-failed', { error: safeError(error) });
        await delay(AGAIN_MS);
      }
    }
  }
}

/** Whether nothing is planned or under way any more, as far as it was to go out by now. */
async function nothingLeft(sql: Sql, { botId, intake }: LineOrder): Promise<boolean> {
  try {
    const [left] = await sql<{ left: boolean }[]>`
      select exists (
        select 1 from deliveries d join broadcasts b on b.id = d.broadcast_id
        where d.bot_id = ${botId} and (d.state = 'attempting'
          or (d.state = 'planned' and b.state = 'running' and d.due_at <= now()))
      ) or exists (
        select 1 from broadcasts where bot_id = ${botId} and state = 'running'
      ) or exists (
        select 1 from calls where bot_id = ${botId} and (state = 'attempting' or due_at <= now())
      ) or (${intake} and exists (
        select 1 from updates where bot_id = ${botId} and handled_at is null
      )) as left`;
    return left?.left === false;
  } catch {
    // The database is away: whoever asks, asks again.
    return false;
  }
}

function lineLog({ talks, name }: LineOrder): Log {
  if (!talks) return createLog('silent');
  const run = `${name} ${randomUUID().slice(0, 4)}`;
  return createLog('warn', { write: (line) => process.stderr.write(`${run} ${line}`) });
}
