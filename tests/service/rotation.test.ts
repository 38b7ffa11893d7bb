import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import postgres, { type Sql } from 'postgres';
import { afterEach, expect, test } from 'vitest';
import { CanaryScan } from '../../bench/support/canary-scan.ts';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { type Embedded, startEmbedded } from '../../src/db/embedded/index.ts';
import { preloads } from '../helpers/preloads.ts';
import { campaignFields, firstVisitor } from '../setup/visitor.ts';
import { escaped, passphrase, say } from '../setup/walk.ts';
import { type AdminApi, adminApi, openCase, type Person, person } from './people.ts';
import { eventually, type ServiceProcess, type ServiceTrial, serviceTrial } from './process.ts';

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const SLUG = 'donkey-bloggers';
const FOLLOWERS = 20;

let telegram: RunningStandIn;
let trial: ServiceTrial;
let service: ServiceProcess;
let embedded: Embedded | undefined;
let sql: Sql;
const written: string[] = [];

afterEach(async () => {
  await sql?.end();
  await embedded?.stop();
  await trial.close();
  await telegram.close();
});

/** A command as an operator types it, beside the service; what it said. */
async function bray(args: readonly string[], more: Record<string, string> = {}): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATA_FOLDER: join(trial.folder, 'data'), KEYS_PASSPHRASE: passphrase, ...more };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...preloads, CLI, ...args], {
    env,
    cwd: trial.folder,
  }).catch((error: { stdout: string; stderr: string }) => error);
  written.push(stdout, stderr);
  return stdout + stderr;
}

async function restart(): Promise<void> {
  expect(await service.end('SIGTERM')).toBe(0);
  written.push(service.log(), service.errors());
  service = trial.start({ KEYS_PASSPHRASE: passphrase });
  await service.port();
}

/** As a newcomer: from the link that the first start prints to the coordinator's token. */
async function setUpByPage(token: string): Promise<{ second: Person; api(): Promise<AdminApi> }> {
  service = trial.start();
  const visitor = await firstVisitor(service);
  const shows = (text: string) =>
    eventually(() => visitor.page().then((page) => page.includes(escaped(text))));
  const link = async () => /start=(staff_[\w-]+)/.exec(await visitor.page())?.[1];
  await visitor.post('bot', { token });
  await visitor.post('campaign', campaignFields);
  await visitor.post('passphrase', { passphrase, repeat: passphrase });
  person(telegram.standIn, 'en').starts(await link());
  await shows(say('en', 'setup-test-sent'));
  await visitor.post('test');
  await visitor.post('second', { second: 'Əli', reads: ['az'] });
  const second = person(telegram.standIn, 'az');
  second.starts(await link());
  await shows(say('en', 'setup-second-joined'));
  await visitor.post('second-passed');
  const key = /bray_[\w-]{43}/.exec((await visitor.post('finish')).text)?.[0] ?? '';
  return { second, api: async () => adminApi(`http://127.0.0.1:${await service.port()}`, key) };
}

interface Shown {
  readonly message_id: number;
  readonly reply_markup?: { readonly inline_keyboard?: { text: string; callback_data?: string }[][] };
}

/** Waits until each of these chats is shown such a button, and taps it there. */
async function allTap(chats: readonly number[], label: string): Promise<void> {
  const { standIn } = telegram;
  const waiting = new Set(chats);
  await eventually(() => {
    for (const user of waiting) {
      for (const message of standIn.messages({ chat: user }) as unknown as Shown[]) {
        const button = message.reply_markup?.inline_keyboard?.flat().find(({ text }) => text.includes(label));
        if (button?.callback_data === undefined) continue;
        standIn.userTaps({ user, messageId: message.message_id, button: { data: button.callback_data } });
        waiting.delete(user);
        break;
      }
    }
    return waiting.size === 0;
  }, 60_000);
}

/** A group that follows, with its owner. */
function newGroup(botId: number): number {
  const { standIn } = telegram;
  const owner = standIn.createUser({ languageCode: 'az' }).id;
  const { id } = standIn.createGroup({ owner, members: [botId] });
  standIn.userSends({ user: owner, chat: id, text: `/follow ${SLUG}` });
  return id;
}

async function publish(api: AdminApi, second: Person, caseId: string, text: string): Promise<void> {
  const { id } = await api<{ id: string }>('POST', '/posts', { caseId, sourceLanguage: 'az', text });
  await api('POST', `/posts/${id}/translations/az/submissions`);
  const approve = say('az', 'button-approve');
  const question = await eventually(() => {
    const asked = second.received().findIndex((one) => one.text.includes(text));
    return asked < 0 ? null : second.received().find((one, at) => at >= asked && one.buttons.length > 0);
  });
  const data = question.buttons.find(({ label }) => label === approve)?.data ?? '';
  telegram.standIn.userTaps({ user: second.id, messageId: question.id, button: { data } });
}

/** How many times each chat beside the staff got a text. */
function told(text: string, second: Person): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { method, chat, text: sent } of telegram.standIn.ledger()) {
    if (method !== 'sendMessage' || sent?.includes(text) !== true || chat === second.id) continue;
    counts.set(chat, (counts.get(chat) ?? 0) + 1);
  }
  return counts;
}

async function count(of: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from ${sql(of)}`;
  return row?.count ?? 0;
}

const isSettled = async () =>
  (await sql`select from deliveries where state in ('planned', 'attempting')`).length === 0;

test('keys are changed while a broadcast goes out: nobody is lost or told twice, and an old backup finds nobody', {
  timeout: 240_000,
}, async () => {
  telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const { standIn } = telegram;
  const bot = standIn.createBot({ username: 'free_the_donkeys_bot', inline: true });
  trial = await serviceTrial({ TELEGRAM_API_ROOT: telegram.url, LOG_LEVEL: 'debug' });
  const { second, api } = await setUpByPage(bot.token);
  const { id: caseId } = await openCase(await api(), SLUG, second);
  embedded = await startEmbedded({ dataFolder: join(trial.folder, 'data'), log: () => undefined });
  sql = postgres(embedded.url, { max: 1, onnotice: () => undefined });
  await sql`update campaigns set groups_allowed = true, inline_allowed = true`;

  // Ids so long that none of their forms comes about by chance.
  const chats = Array.from({ length: FOLLOWERS }, () => 2 ** 50 + randomInt(2 ** 47));
  const [forgetful = 0, asker = 0, ...others] = chats;
  for (const id of chats) standIn.createUser({ id, languageCode: 'az' });
  for (const user of chats) standIn.userStarts({ user, payload: SLUG });
  await allTap(chats, say('az', 'button-follow'));
  const group = newGroup(bot.id);
  await eventually(async () => (await count('follows')) === FOLLOWERS + 1, 60_000);
  // In another language than that of their Telegram.
  standIn.userSends({ user: asker, text: '/language' });
  await allTap([asker], 'English');
  const old = join(trial.folder, 'old.backup.gz');
  await bray(['backup', old]);
  standIn.userSends({ user: forgetful, text: '/forget' });
  await allTap([forgetful], say('az', 'button-forget'));
  await eventually(async () => (await count('follows')) === FOLLOWERS);

  // Slow enough for all that happens meanwhile.
  const slow = { kind: 'stall', ms: 400, accepted: true } as const;
  standIn.addFault({ fault: slow, method: 'sendMessage', times: Number.MAX_SAFE_INTEGER });
  const first = 'Birinci xəbər.';
  await publish(await api(), second, caseId, first);
  await eventually(() => told(first, second).size >= 3);
  await sql`update broadcasts set state = 'paused' where state = 'running'`;
  expect(await bray(['keys', 'rotate'])).toContain('Epoch 2');
  expect(await bray(['keys', 'reseal'])).toContain('Start each process of the service again');
  await restart();
  const { queryId } = standIn.userAsksInline({ user: asker, query: 'donkey' });
  const answer = await eventually(() => standIn.inlineAnswer({ queryId }));
  expect(JSON.stringify(answer.results)).toContain('The donkey bloggers');
  const moved = standIn.migrateGroup({ chat: group });
  await sql`update broadcasts set state = 'running' where state = 'paused'`;
  await sql`notify bray_sender`;
  expect(await bray(['keys', 'reseal'])).toMatch(/^\d+ values are sealed to epoch 2 now/);
  await eventually(isSettled, 60_000);
  const everybody = new Map([asker, ...others, moved.id].map((chat) => [chat, 1]));
  const once = (text: string) => {
    const counts = told(text, second);
    // Whether it was told before it moved or after is the order's affair.
    if (counts.delete(group)) counts.set(moved.id, (counts.get(moved.id) ?? 0) + 1);
    expect(counts).toEqual(everybody);
  };
  once(first);

  await sql`update audit_entries set at = at - interval '7 days' where verb = 'keys/reseal'`;
  expect(await bray(['keys', 'forget-old'])).toContain('The older keys are gone');
  await restart();
  const next = 'İkinci xəbər.';
  await publish(await api(), second, caseId, next);
  await eventually(async () => told(next, second).size === FOLLOWERS && (await isSettled()), 60_000);
  once(next);

  const elsewhere = {
    DATA_FOLDER: join(trial.folder, 'elsewhere'),
    KEYS_FILE: join(trial.folder, 'data', 'keys.json'),
  };
  expect(await bray(['restore', old], elsewhere)).toContain('Restored');
  expect(await bray(['keys', 'reseal'], elsewhere)).toMatch(
    new RegExp(`^0 values .*\\n${FOLLOWERS + 3} open with none of the keys`),
  );

  const fresh = join(trial.folder, 'fresh.backup.gz');
  await bray(['backup', fresh]);
  await sql`create database for_a_checkpoint template template0 strategy file_copy`;
  const scan = new CanaryScan(chats);
  await scan.folder(trial.folder, 'all of the folder');
  for (const path of [old, fresh]) scan.bytes(gunzipSync(await readFile(path)), path);
  scan.bytes(Buffer.from([...written, service.log(), service.errors()].join('\n')), 'what was said');
  expect(scan.scanned).toBeGreaterThan(50_000_000);
  expect(scan.sightings.map(({ where, form }) => `${form} in ${where}`)).toEqual([]);
});
