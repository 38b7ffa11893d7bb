import { setTimeout as delay } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import type { LimiterOptions } from '../../src/telegram/limiter.ts';
import type { Verdict } from './delivery-judge.ts';
import type { LineOrder } from './line.ts';
import type { LineProgram } from './line-bundle.ts';
import { judgeLine } from './line-judge.ts';
import { type Line, peopled } from './line-template.ts';
import { type Random, random } from './random.ts';

/** Where lines run: a server, a template on it, and the program of their processes. */
export interface LineGround {
  /** A database of the server from which others can be created and dropped. */
  readonly admin: Sql;
  readonly urlOf: (database: string) => string;
  readonly template: string;
  readonly line: Line;
  readonly program: LineProgram;
}

/** What makes one line differ from another. */
export interface LineKind {
  /** Makes its names unique and decides whatever is left to chance. */
  readonly seed: string;
  /** Whether it also takes in what Telegram tells us. */
  readonly intake?: boolean;
  /** Default: nothing paces. */
  readonly limiter?: LimiterOptions;
  readonly talks?: boolean;
}

/** A database and a Telegram of one line's own. */
export interface Place {
  readonly telegram: RunningStandIn;
  readonly sql: Sql;
  readonly order: LineOrder;
  /** What its processes were attempting when they died: add to it. */
  readonly doubtful: Set<string>;
  judge(): Promise<Verdict>;
}

/** Gives `work` a place that holds the template's line; it is gone afterwards. */
export async function inPlace<Value>(
  ground: LineGround,
  kind: LineKind,
  work: (place: Place) => Promise<Value>,
): Promise<Value> {
  const database = `line_${kind.seed.replaceAll(/[^a-z0-9]/gi, '_')}`.toLowerCase();
  const { admin, line } = ground;
  const drop = () => admin.unsafe(`drop database if exists ${database} with (force)`);
  await persist(drop);
  // By copying files: without fsync several times faster than through the write-ahead log.
  await persist(() =>
    admin.unsafe(`create database ${database} template ${ground.template} strategy file_copy`),
  );
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const url = ground.urlOf(database);
  const sql = postgres(url, { max: 2, onnotice: () => undefined });
  try {
    const chance = random(kind.seed);
    peopled(telegram.standIn, line.people.crowd.length);
    const chats = unreliable(telegram, line, chance, kind);
    const doubtful = new Set<string>();
    return await work({
      telegram,
      sql,
      doubtful,
      order: orderOf(ground, kind, { url, apiRoot: telegram.url, chance }),
      judge: () => persist(() => judgeLine(sql, line, telegram.standIn.ledger(), { ids: doubtful, chats })),
    });
  } finally {
    await telegram.close();
    await sql.end({ timeout: 1 });
    await persist(drop);
  }
}

/** How long a database may be away before whoever needs it gives up. */
const AWAY_AT_MOST_MS = 30_000;

/** Tries again while the database is away. */
export async function persist<Value>(work: () => PromiseLike<Value>): Promise<Value> {
  const deadline = performance.now() + AWAY_AT_MOST_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(100);
    }
  }
}

/** Answers that take a moment, some that are lost, and a refusal for speed: what a network is like. */
function unreliable(
  { standIn }: RunningStandIn,
  { people }: Line,
  chance: Random,
  { intake = false }: LineKind,
): ReadonlySet<number> {
  const chats = new Set<number>();
  for (const accepted of [true, false]) {
    const { chatId } = chance.pick(people.first);
    if (chance.below(2) === 0 || chats.has(chatId)) continue;
    chats.add(chatId);
    standIn.addFault({ fault: { kind: 'reset', accepted }, method: 'sendMessage', chat: chatId });
  }
  standIn.addFault({
    fault: { kind: 'too many requests', retryAfter: 1 },
    method: 'sendMessage',
    chat: chance.pick(people.second).chatId,
  });
  standIn.addFault({
    fault: { kind: 'stall', ms: 2 + chance.below(15), accepted: true },
    method: 'sendMessage',
    times: 1_000_000,
  });
  if (intake) {
    standIn.userStarts({ user: people.comer, payload: 'donkeys' });
    standIn.userSends({ user: people.comer, text: '/help' });
  }
  return chats;
}

function orderOf(
  { line }: LineGround,
  kind: LineKind,
  { url, apiRoot, chance }: { readonly url: string; readonly apiRoot: string; readonly chance: Random },
): LineOrder {
  return {
    name: 'bray line',
    databaseUrl: url,
    apiRoot,
    token: line.people.bot.token,
    bot: line.people.bot,
    botId: line.botId,
    campaignId: line.campaignId,
    keys: line.keys,
    limiter: kind.limiter ?? { freePerSecond: 'off' },
    connections: 2 + chance.below(14),
    timeoutMs: 5000,
    decide: { hearingId: line.hearingId, actor: line.approver, after: chance.below(25) },
    intake: kind.intake === true,
    talks: kind.talks === true,
  };
}

/**
 * What a process is attempting that says no more: that died, or was stopped. What its last statements do is waited for;
 * not those that PostgreSQL has only half of, which do nothing, nor those that wait for the locks of such a one.
 */
export async function noteDoubts({ sql, doubtful }: Place, name: string): Promise<void> {
  for (;;) {
    const [busy] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = ${name} and state = 'active'
        and coalesce(wait_event_type, '') not in ('Client', 'Lock')`;
    if (busy?.count === 0) break;
    await delay(5);
  }
  const rows = await sql<{ id: string }[]>`
    select id from deliveries where state = 'attempting'
    union all select id from calls where state = 'attempting'`;
  for (const { id } of rows) doubtful.add(id);
}

/** The same of what a stopped process still takes in hand when a lock that it waited for is released. */
export async function noteLateDoubts({ sql, doubtful }: Place): Promise<void> {
  const rows = await sql<{ id: string }[]>`
    select d.id from deliveries d join leases l on l.bot_id = d.bot_id and d.epoch < l.epoch
    where d.state = 'attempting'`;
  for (const { id } of rows) doubtful.add(id);
}

/** A line that does not come to its end within this time hangs. */
export const HANGS_AFTER_MS = 60_000;

/** The work's answer; throws when that takes too long. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const late = new AbortController();
  const deadline = delay(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`the line hangs: it is not at its end after ${ms} ms`);
  });
  // Called off once the work is done.
  deadline.catch(() => undefined);
  try {
    return await Promise.race([work, deadline]);
  } finally {
    late.abort();
  }
}
