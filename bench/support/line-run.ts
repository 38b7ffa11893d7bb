import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import type { LimiterOptions } from '../../src/telegram/limiter.ts';
import type { CrashPoint } from './crash-points.ts';
import { type LineOrder, runLine } from './line.ts';
import type { LineProgram } from './line-bundle.ts';
import { judgeLine, type Verdict } from './line-judge.ts';
import type { KillAt } from './line-process.ts';
import { type Line, peopled } from './line-template.ts';
import { type Random, random } from './random.ts';

/** Where lines run: a server, a template on it, and the program whose processes are killed. */
export interface LineGround {
  /** A database of the server from which others can be created and dropped. */
  readonly admin: Sql;
  readonly urlOf: (database: string) => string;
  readonly template: string;
  readonly line: Line;
  readonly program: LineProgram;
}

/** How a process dies: at a point, or so long after its sender stood by. */
export type Kill = KillAt | { readonly afterMs: number };

export interface LineRun {
  /** Makes the run's names unique and decides whatever is left to chance. */
  readonly seed: string;
  /** One process after the other dies so; the last one lives. */
  readonly kills: readonly Kill[];
  readonly intake?: boolean;
  readonly limiter?: LimiterOptions;
  /** The next process waits until the lease has ended by itself, instead of finding it ended: only that takes longer. */
  readonly waitsForLease?: boolean;
  readonly talks?: boolean;
}

export interface LineEnd extends Verdict {
  /** Processes that were killed. */
  readonly killed: number;
  /** The point whose process came to its end alive: it was never reached so often. */
  readonly notReached: CrashPoint | null;
}

/** A line that does not come to its end within this time hangs. */
const HANGS_AFTER_MS = 60_000;

/** One line in a database and at a Telegram of its own, from its first process to the verdict. */
export async function runOne(ground: LineGround, run: LineRun): Promise<LineEnd> {
  const database = `line_${run.seed.replaceAll(/[^a-z0-9]/gi, '_')}`.toLowerCase();
  await ground.admin.unsafe(`create database ${database} template ${ground.template} strategy file_copy`);
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const sql = postgres(ground.urlOf(database), { max: 2, onnotice: () => undefined });
  try {
    return await carryOut(ground, run, { telegram, sql, url: ground.urlOf(database) });
  } finally {
    await telegram.close();
    await sql.end();
    await ground.admin.unsafe(`drop database ${database} with (force)`);
  }
}

interface Place {
  readonly telegram: RunningStandIn;
  readonly sql: Sql;
  readonly url: string;
}

async function carryOut(ground: LineGround, run: LineRun, place: Place): Promise<LineEnd> {
  const chance = random(run.seed);
  const { telegram, sql } = place;
  peopled(telegram.standIn);
  const chats = unreliable(telegram, ground.line, chance, run.intake === true);
  const doubtful = new Set<string>();
  const order = orderOf(ground, run, place, chance);
  let killed = 0;
  for (const kill of run.kills) {
    const name = `victim ${killed}`;
    if (!(await runToDeath(ground, { ...order, name }, kill))) {
      const verdict = await judgeLine(sql, ground.line, telegram.standIn.ledger(), { ids: doubtful, chats });
      return { ...verdict, killed, notReached: 'point' in kill ? kill.point : null };
    }
    killed += 1;
    for (const id of await leftInDoubt(sql, name)) doubtful.add(id);
    // The end of a lease is nothing but waiting, and several processes a run would wait three seconds each.
    if (run.waitsForLease !== true) await sql`update leases set expires_at = clock_timestamp()`;
  }
  await within(HANGS_AFTER_MS, runLine({ ...order, name: 'survivor' }));
  const verdict = await judgeLine(sql, ground.line, telegram.standIn.ledger(), { ids: doubtful, chats });
  return { ...verdict, killed, notReached: null };
}

/** Answers that take a moment, some that are lost, and a refusal for speed: what a network is like. */
function unreliable(
  { standIn }: RunningStandIn,
  { people }: Line,
  chance: Random,
  intake: boolean,
): ReadonlySet<number> {
  const chats = new Set<number>();
  const lose = (accepted: boolean) => {
    const { chatId } = chance.pick(people.first);
    if (chats.has(chatId)) return;
    chats.add(chatId);
    standIn.addFault({ fault: { kind: 'reset', accepted }, method: 'sendMessage', chat: chatId });
  };
  if (chance.below(2) === 0) lose(true);
  if (chance.below(2) === 0) lose(false);
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

function orderOf(ground: LineGround, run: LineRun, place: Place, chance: Random): LineOrder {
  const { line } = ground;
  return {
    name: 'line',
    databaseUrl: place.url,
    apiRoot: place.telegram.url,
    token: line.people.bot.token,
    bot: line.people.bot,
    botId: line.botId,
    campaignId: line.campaignId,
    keys: line.keys,
    limiter: run.limiter ?? { freePerSecond: 'off' },
    connections: 2 + chance.below(14),
    timeoutMs: 5000,
    decide: { hearingId: line.hearingId, actor: line.approver, after: chance.below(25) },
    intake: run.intake === true,
    talks: run.talks === true,
  };
}

/** False when it came to its end instead. Throws when it ended in any other way. */
async function runToDeath({ program }: LineGround, order: LineOrder, kill: Kill): Promise<boolean> {
  const told = JSON.stringify({ order, kill: 'point' in kill ? kill : null });
  const child = spawn(process.execPath, ['--no-deprecation', program.path, told], {
    env: program.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const deadline = setTimeout(() => child.kill('SIGABRT'), HANGS_AFTER_MS);
  if ('afterMs' in kill) void killLater(child, kill.afterMs);
  await ended;
  clearTimeout(deadline);
  if (child.signalCode === 'SIGKILL') return true;
  if (child.exitCode === 0) return false;
  throw new Error(`a process of the line ended with ${child.exitCode ?? child.signalCode}`);
}

async function killLater(child: ChildProcess, afterMs: number): Promise<void> {
  if (child.stdout === null) return;
  await once(child.stdout, 'data');
  await delay(afterMs);
  child.kill('SIGKILL');
}

/** What the dead process was attempting, once its last statement is over. */
async function leftInDoubt(sql: Sql, name: string): Promise<string[]> {
  for (;;) {
    const [busy] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = ${name}`;
    if (busy?.count === 0) break;
    await delay(5);
  }
  const rows = await sql<{ id: string }[]>`
    select id from deliveries where state = 'attempting'
    union all select id from calls where state = 'attempting'`;
  return rows.map(({ id }) => id);
}

/** How often each point is reached by a line that nobody disturbs. */
export async function countHits(
  ground: LineGround,
  run: Omit<LineRun, 'kills'>,
): Promise<Record<string, number>> {
  const database = `line_${run.seed}`;
  await ground.admin.unsafe(`create database ${database} template ${ground.template} strategy file_copy`);
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  try {
    const place = { telegram, sql: ground.admin, url: ground.urlOf(database) };
    const chance = random(run.seed);
    peopled(telegram.standIn);
    unreliable(telegram, ground.line, chance, run.intake === true);
    const order = orderOf(ground, { ...run, kills: [] }, place, chance);
    const told = JSON.stringify({ order, kill: null });
    const child = spawn(process.execPath, ['--no-deprecation', ground.program.path, told], {
      env: ground.program.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`the undisturbed line ended with ${code}`);
    return JSON.parse(said.trim().split('\n').at(-1) ?? '');
  } finally {
    await telegram.close();
    await ground.admin.unsafe(`drop database ${database} with (force)`);
  }
}

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  const late = new AbortController();
  const deadline = delay(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`the line hangs: it is not at its end after ${ms} ms`);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    late.abort();
    deadline.catch(() => undefined);
  }
}
