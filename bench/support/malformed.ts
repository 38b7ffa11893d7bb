import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { errors, Pool } from 'undici';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { startEmbedded } from '../../src/db/embedded/index.ts';
import { type CallbackData, encodeCallbackData } from '../../src/domain/callback-data.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { languages } from '../../src/domain/language.ts';
import { benchCampaign } from './campaign.ts';
import { type MalformedKind, malformedBody } from './malformed-bodies.ts';
import { random } from './random.ts';
import { until } from './until.ts';
import { hasWebhook, letWrite, serviceStarter, WEBHOOK_SECRET } from './whole-service.ts';

export interface MalformedFigures {
  /** Sent, of each kind. */
  readonly bodies: Readonly<Partial<Record<MalformedKind, number>>>;
  /** Answered otherwise than they must be. */
  readonly wrongAnswers: number;
  /** Of those that had to be taken in: those that were set aside as `malformed`, or whose handling failed, by what failed. */
  readonly failed: Readonly<Record<string, number>>;
  /** Updates that were handled, then sent again in another order. */
  readonly replayed: number;
  readonly replays: number;
  /** Tables that were not as before, after the malformed ones and after the replays. */
  readonly changed: readonly string[];
  /** Answers in chats to what was replayed. */
  readonly answersToReplays: number;
  /** Bodies a second, from the first to the last answer. */
  readonly rate: number;
}

export interface MalformedOptions {
  readonly bodies: number;
  readonly replays: number;
  /** One in so many is an update by its head, which costs a transaction; default 20. */
  readonly takenEvery?: number;
  readonly scratch?: string;
  readonly durable?: boolean;
  readonly progress: (line: string) => void;
}

const FOLLOWERS = 25;
/** Twice as much as the service has hands for. */
const AT_ONCE = 16;

/** Tables that live by the hour, that jobs write of what stands in others, or that hold what was sent itself; what staff, followers and cases are stands in the others. */
const PASSING = ['updates', 'calls', 'leases', 'beats', 'audit_links', 'audit_heads'] as const;

/** Sends the webhook of the whole service what no Telegram sends, then what it sent already, and looks what has changed. */
export async function runMalformed(options: MalformedOptions): Promise<MalformedFigures> {
  const { bodies, replays, takenEvery = 20, progress } = options;
  const folder = await mkdtemp(join(options.scratch ?? tmpdir(), 'bray-malformed-'));
  // PostgreSQL runs under another account than root and must pass through.
  await chmod(folder, 0o711);
  const dataFolder = join(folder, 'data');
  const durable = options.durable ?? true;
  const database = await startEmbedded({ dataFolder, log: progress, durable, removeAtEnd: true });
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  try {
    const bot = telegram.standIn.createBot({ username: 'bray_strange_bot' });
    await using campaign = await benchCampaign(database.url, bot);
    const chats = Array.from({ length: FOLLOWERS }, (_, i) => 4_000_000_000 + i);
    for (const id of chats) telegram.standIn.createUser({ id, languageCode: 'en' });
    letWrite(telegram, chats);
    const { origin, start } = await serviceStarter({
      folder,
      dataFolder,
      telegram,
      bot,
      campaign,
      logLevel: 'warn',
    });
    await using service = await start();
    await until('the webhook', () => hasWebhook(telegram), { every: 20 });
    const pool = new Pool(origin, { connections: AT_ONCE, pipelining: 1 });
    const post = (body: Uint8Array | string) => postAgain(pool, body);
    const { sql } = campaign;
    let number = 1;
    const nextNumber = () => number++;

    const meant = chats.flatMap((chat) => whatSomebodyDoes(chat, campaign.caseId, nextNumber));
    for (const body of meant) if ((await post(body)) !== 200) throw new Error('a real update was refused');
    await until('what was meant', () => isHandled(sql), { every: 50 });
    const before = await fingerprints(sql);
    progress(`${meant.length} updates of ${FOLLOWERS} followers are handled`);

    const draw = random('malformed');
    const sent: Partial<Record<MalformedKind, number>> = {};
    let wrongAnswers = 0;
    const began = performance.now();
    await times(bodies, async (done) => {
      const { kind, body, taken } = malformedBody(draw, { chats: [...chats, 77], nextNumber }, takenEvery);
      sent[kind] = (sent[kind] ?? 0) + 1;
      if ((await post(body)) !== (taken ? 200 : 400)) wrongAnswers += 1;
      if (done % 100_000 === 0) progress(`${done} malformed bodies`);
    });
    const seconds = (performance.now() - began) / 1000;
    await until('what was taken in', () => isHandled(sql), { every: 100, within: 3600 });
    const changed = differing(before, await fingerprints(sql)).map((table) => `${table} (malformed)`);

    const answers = (await answersWaiting(sql)) + answersTaken(telegram);
    await times(replays, async (done) => {
      if ((await post(draw.pick(meant))) !== 200) wrongAnswers += 1;
      if (done % 100_000 === 0) progress(`${done} replays`);
    });
    await until('the replays', () => isHandled(sql), { every: 100 });
    // In this order, one that leaves meanwhile is counted once at most, and before, twice at most: never as a new one.
    const after = answersTaken(telegram) + (await answersWaiting(sql));
    changed.push(...differing(before, await fingerprints(sql)).map((table) => `${table} (replays)`));
    await pool.close();
    await service.end('SIGTERM');
    return {
      bodies: sent,
      wrongAnswers,
      failed: await faultsIn(sql),
      replayed: meant.length,
      replays,
      changed,
      answersToReplays: Math.max(0, after - answers),
      rate: bodies / seconds,
    };
  } finally {
    await telegram.close();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How often a body is sent whose connection the service closed: it lets go of idle ones, as Telegram meets it too. */
const TRIES = 3;

/** Sends a body, again where no answer came, and answers the status. */
async function postAgain(pool: Pool, body: Uint8Array | string): Promise<number> {
  const headers = { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET };
  for (let tries = 1; ; tries++) {
    try {
      const answer = await pool.request({ path: '/telegram/webhook', method: 'POST', headers, body });
      await answer.body.dump();
      return answer.statusCode;
    } catch (error) {
      if (!(error instanceof errors.SocketError) || tries === TRIES) throw error;
    }
  }
}

/** Comes by a case's link, chooses, follows, leaves and comes back. In any other order the end would be another. */
function whatSomebodyDoes(chat: number, caseId: CaseId, nextNumber: () => number): string[] {
  const language = languages[chat % languages.length] ?? 'en';
  const from = { id: chat, is_bot: false, first_name: 'A', language_code: 'en' };
  const said = { message_id: 1, date: 1257854400, chat: { id: chat, type: 'private', first_name: 'A' } };
  const writes = (text: string) => ({ message: { ...said, from, text } });
  const taps = (data: CallbackData) => ({
    callback_query: { id: '1', from, message: said, chat_instance: '1', data: encodeCallbackData(data) },
  });
  return [
    writes('/start donkeys'),
    taps({ action: 'language', language, after: null }),
    taps({ action: 'follow', caseId }),
    taps({ action: 'discreet', on: true }),
    taps({ action: 'unfollow', caseId }),
    taps({ action: 'follow', caseId }),
    taps({ action: 'discreet', on: false }),
    writes('/hearings'),
  ].map((update) => JSON.stringify({ update_id: nextNumber(), ...update }));
}

/** So many times, `AT_ONCE` at a time. */
async function times(count: number, work: (done: number) => Promise<void>): Promise<void> {
  let begun = 0;
  const worker = async () => {
    while (begun < count) await work(++begun);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Nothing waits but what has failed and is tried again later. */
async function isHandled(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ open: boolean }[]>`
    select exists (select from updates where handled_at is null and attempts = 0) as open`;
  return row?.open === false;
}

async function faultsIn(sql: Sql): Promise<Record<string, number>> {
  const rows = await sql<{ fault: string; count: number }[]>`
    select fault, count(*)::int as count from updates where fault is not null group by fault`;
  return Object.fromEntries(rows.map(({ fault, count }) => [fault, count]));
}

async function answersWaiting(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from calls`;
  return row?.count ?? 0;
}

/** What Telegram took of the bot, into whichever chat. */
function answersTaken({ standIn }: RunningStandIn): number {
  return Object.entries(standIn.counts()).reduce(
    (sum, [method, { accepted }]) => sum + (/^(?:send|edit)/.test(method) ? accepted : 0),
    0,
  );
}

/** Of every table, what its rows come to. */
async function fingerprints(sql: Sql): Promise<Map<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
    and not relispartition and relname not in ${sql(PASSING)} order by relname`;
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await sql<{ print: string }[]>`
      select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print
      from ${sql(name)} t`;
    found.set(name, row?.print ?? '');
  }
  return found;
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([table, print]) => (after.get(table) === print ? [] : [table]));
}
