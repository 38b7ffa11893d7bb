import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Sql } from 'postgres';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { startEmbedded } from '../../src/db/embedded/index.ts';
import { languages } from '../../src/domain/language.ts';
import { translate } from '../../src/i18n/index.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { benchCampaign, benchTexts } from './campaign.ts';
import { CanaryScan, type Sighting } from './canary-scan.ts';
import { preload } from './service-process.ts';
import { until } from './until.ts';
import { hasWebhook, letWrite, type ServicePlace, serviceStarter, WEBHOOK_SECRET } from './whole-service.ts';

export interface CanaryFigures {
  readonly canaries: number;
  /** Of these, who became followers by a message and a tap, through the webhook. */
  readonly byWebhook: number;
  /** Messages that reached them. */
  readonly messages: number;
  readonly forms: number;
  /** What was read: data folder after the kill and at the end, backup, all tables, logs, pages. */
  readonly bytes: Readonly<Record<string, number>>;
  /** The forms in which the one id was found in the data folder that was put into the database in the clear. */
  readonly controlForms: readonly string[];
  /** Where any other id was found. */
  readonly sightings: readonly Sighting[];
}

export interface CanaryOptions {
  readonly count: number;
  /** How many of them come through the webhook. */
  readonly byWebhook: number;
  /** Where the run may make its folder; the system's for what may be forgotten unless given. */
  readonly scratch?: string;
  /** False: the database need not outlive the machine. */
  readonly durable?: boolean;
  readonly progress: (line: string) => void;
}

/** Chat ids of seven bytes and sixteen digits: none of their forms comes about by chance. */
const LOWEST = 2 ** 50;

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/**
 * Plants chats as followers of a campaign of the whole service, lets it send, kills it in the middle, and looks for their
 * ids in all that it leaves behind.
 */
export async function runCanaries(options: CanaryOptions): Promise<CanaryFigures> {
  const folder = await mkdtemp(join(options.scratch ?? tmpdir(), 'bray-canaries-'));
  // PostgreSQL runs under another account than root and must pass through.
  await chmod(folder, 0o711);
  const dataFolder = join(folder, 'data');
  const database = await startEmbedded({
    dataFolder,
    log: options.progress,
    durable: options.durable ?? true,
    removeAtEnd: true,
  });
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  try {
    const bot = telegram.standIn.createBot({ username: 'bray_canary_bot' });
    await using campaign = await benchCampaign(database.url, bot);
    return await run(options, { folder, dataFolder, telegram, bot, campaign });
  } finally {
    await telegram.close();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(
  { count, byWebhook, progress }: CanaryOptions,
  place: ServicePlace,
): Promise<CanaryFigures> {
  const { folder, dataFolder, telegram, campaign } = place;
  const { standIn } = telegram;
  const [control = 0, ...chats] = distinctIds(count + 1);
  const scan = new CanaryScan([control, ...chats]);
  const bytes: Record<string, number> = {};
  const look = async (what: string, work: () => Promise<unknown> | unknown) => {
    const before = scan.scanned;
    await work();
    bytes[what] = scan.scanned - before;
    progress(`${what}: ${bytes[what]} bytes`);
  };

  for (const [i, id] of chats.entries())
    standIn.createUser({ id, languageCode: languages[i % languages.length] });
  const { origin, token, start } = await serviceStarter(place);
  let service = await start();
  const logs: Buffer[] = [];
  try {
    await until('the webhook', () => hasWebhook(telegram), { every: 20 });
    await comeByWebhook(place, chats.slice(0, byWebhook));
    await comeByVerb(place, chats.slice(byWebhook));
    progress(`${count} follow`);
    // An answer takes a moment, as outside: so that there is a middle.
    standIn.addFault({
      fault: { kind: 'stall', ms: 50, accepted: true },
      method: 'sendMessage',
      times: Number.MAX_SAFE_INTEGER,
    });
    const half = accepted(telegram) + Math.floor(count / 2);
    const published = campaign.publish(benchTexts(1));
    await until('half of the messages', () => accepted(telegram) >= half, { every: 2, within: 600 });
    await service.end('SIGKILL');
    await published;
    logs.push(service.written());
    progress(`killed after ${accepted(telegram)} messages`);
    await look('data folder after the kill', () => scan.folder(dataFolder, 'data after the kill'));
    service = await start();
    await campaign.announceHearing(campaign.caseId, 'Sabail District Court');
    await until('the alert', () => isAlertPlanned(campaign.sql), { every: 50 });
    await until('the end of the sending', () => campaign.isSettled(), { every: 50, within: 900 });
    progress(`${accepted(telegram)} messages`);
    const [first = 0] = chats;
    await look('pages and metrics', async () => scan.bytes(await pagesOf(origin, token, first), 'pages'));
  } finally {
    await service.end('SIGTERM');
    logs.push(service.written());
  }
  await look('logs', () => scan.bytes(Buffer.concat(logs), 'logs'));
  await putInTheClear(campaign.sql, control);
  await look('backup', async () => scan.bytes(await backUp(folder, dataFolder), 'backup'));
  await look('all tables', () => scanTables(campaign.sql, scan));
  await flush(campaign.sql);
  await look('data folder at the end', () => scan.folder(dataFolder, 'data at the end'));
  return {
    canaries: count,
    byWebhook,
    messages: accepted(telegram),
    forms: scan.forms.size,
    bytes,
    controlForms: [
      ...new Set(
        scan.sightings
          .filter(({ id, where }) => id === control && where.startsWith('data'))
          .map(({ form }) => form),
      ),
    ],
    sightings: scan.sightings.filter(({ id }) => id !== control),
  };
}

function distinctIds(count: number): number[] {
  const ids = new Set<number>();
  while (ids.size < count) ids.add(LOWEST + randomInt(2 ** 47));
  return [...ids];
}

/** They open the case's link and tap on what they are shown. */
async function comeByWebhook(
  { telegram: { standIn }, campaign }: ServicePlace,
  chats: readonly number[],
): Promise<void> {
  for (const user of chats) standIn.userStarts({ user, payload: 'donkeys' });
  const tapped = new Set<number>();
  await until(
    'the cards of those who came',
    () => {
      for (const user of chats) {
        const card = tapped.has(user) ? undefined : followButton(standIn.messages({ chat: user }));
        if (card === undefined) continue;
        standIn.userTaps({ user, messageId: card.messageId, button: { data: card.data } });
        tapped.add(user);
      }
      return tapped.size === chats.length;
    },
    { every: 20 },
  );
  const { sql } = campaign;
  const follow = async () => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from follows`;
    return row?.count === chats.length;
  };
  await until('those who tapped', follow, { every: 20 });
}

const followLabels = new Set(
  languages.map((language) => withoutIsolation(translate(language, 'button-follow'))),
);

function followButton(messages: readonly object[]): { messageId: number; data: string } | undefined {
  for (const message of messages as readonly Shown[]) {
    for (const button of message.reply_markup?.inline_keyboard?.flat() ?? []) {
      if (button.callback_data === undefined || !followLabels.has(withoutIsolation(button.text))) continue;
      return { messageId: message.message_id, data: button.callback_data };
    }
  }
  return undefined;
}

interface Shown {
  readonly message_id: number;
  readonly reply_markup?: {
    readonly inline_keyboard?: readonly (readonly { text: string; callback_data?: string }[])[];
  };
}

async function comeByVerb({ telegram, campaign }: ServicePlace, chats: readonly number[]): Promise<void> {
  letWrite(telegram, chats);
  const waiting = chats.entries();
  const worker = async () => {
    for (const [i, chat] of waiting) {
      const language = languages[i % languages.length];
      if (language !== undefined) await campaign.follow(chat, language);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

function accepted({ standIn }: RunningStandIn): number {
  return standIn.counts().sendMessage?.accepted ?? 0;
}

async function isAlertPlanned(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ planned: boolean }[]>`select count(*) = 2 as planned from broadcasts`;
  return row?.planned === true;
}

/** What is answered to anybody, to staff, and to who knows the webhook's secret: to all of them an id is of no use. */
async function pagesOf(origin: string, token: string, chat: number): Promise<Buffer> {
  const staff = { authorization: `Bearer ${token}` };
  const body = (text: string) => ({
    method: 'POST',
    body: text,
    headers: { 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
  });
  const asked: readonly (readonly [string, RequestInit?])[] = [
    ['/metrics'],
    ['/healthz'],
    ['/readyz'],
    ['/nowhere'],
    ['/console'],
    ['/openapi.json'],
    ['/api/admin/broadcasts'],
    ['/api/admin/broadcasts', { headers: staff }],
    ['/api/admin/cases', { headers: staff }],
    ['/api/admin/staff', { headers: staff }],
    ['/api/admin/audit-entries', { headers: staff }],
    [`/api/admin/posts/${chat}`, { headers: staff }],
    ['/api/admin/posts', { method: 'POST', body: `{"caseId": ${chat}`, headers: staff }],
    ['/telegram/webhook', body(`{"message": {"chat": {"id": ${chat}`)],
    [
      '/telegram/webhook',
      body(`{"update_id": "x", "message": {"chat": {"id": ${chat}, "type": "private"}}}`),
    ],
    ['/telegram/webhook', body(strangeUpdate(1, chat, 5))],
    ['/telegram/webhook', body(strangeUpdate(2, chat, '/follow'.repeat(9999)))],
  ];
  const answers: string[] = [];
  for (const [path, init] of asked) {
    const answer = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    answers.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
  }
  return Buffer.from(answers.join('\n'));
}

/** An update that the webhook must take in, and of which its handling can make nothing. */
function strangeUpdate(number: number, chat: number, text: unknown): string {
  const from = { id: chat, is_bot: false, first_name: 7, language_code: {} };
  const message = { message_id: 1, date: 1257854400, chat: { id: chat, type: 'private' }, from, text };
  return JSON.stringify({ update_id: 2_000_000_000 + number, message });
}

/** What `bray backup` writes, unpacked. */
async function backUp(folder: string, dataFolder: string): Promise<Buffer> {
  const path = join(folder, 'bray.backup.gz');
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATA_FOLDER: dataFolder, KEYS_FILE: join(folder, 'keys.json') };
  await promisify(execFile)(process.execPath, [...preload, CLI, 'backup', path], { env, timeout: 120_000 });
  return gunzipSync(await readFile(path));
}

/** What must be found, or the search is worth nothing. */
async function putInTheClear(sql: Sql, id: number): Promise<void> {
  await sql`create table in_the_clear (number bigint, digits text, exact numeric, inexact float8)`;
  await sql`insert into in_the_clear values (${id}, ${String(id)}, ${id}, ${id})`;
}

/** All tables, the job engine's and those that a backup leaves out among them, in PostgreSQL's own text form. */
async function scanTables(sql: Sql, scan: CanaryScan): Promise<void> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`;
  for (const { schema, name } of tables) {
    const rows = sql<{ row: string }[]>`select t::text as row from ${sql(schema)}.${sql(name)} t`;
    for await (const part of rows.cursor(5000)) {
      scan.bytes(Buffer.from(part.map(({ row }) => row).join('\n')), `${schema}.${name}`);
    }
  }
}

/** To copy a database file by file, PostgreSQL first writes all that it has in memory: a checkpoint for whoever may not ask. */
async function flush(sql: Sql): Promise<void> {
  await sql`create database for_a_checkpoint template template0 strategy file_copy`;
}
