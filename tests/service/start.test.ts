import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { sharePaper } from '../../src/cli/shares.ts';
import { readKeyFile, writeKeyFile } from '../../src/crypto/key-file.ts';
import { newSharedLock } from '../../src/crypto/key-shares.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { runHere } from '../cli/run-here.ts';
import { preloads } from '../helpers/preloads.ts';
import { adminApi, firstMessage, person } from './people.ts';
import { eventually, type ServiceTrial, serviceTrial } from './process.ts';
import { type ReadyService, readyService } from './ready.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

let open: { close(): Promise<void> } | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function trial(env: Record<string, string> = {}): Promise<ServiceTrial> {
  const made = await serviceTrial(env);
  open = made;
  return made;
}

async function ready(env: Record<string, string> = {}): Promise<ReadyService> {
  const made = await readyService(env);
  open = made;
  return made;
}

/** What was said is for a person: no stack, no code of ours. */
function expectPlain(said: string): void {
  expect(said).not.toMatch(/\n\s+at |\.ts:\d|Error:/);
}

test('every fault of the configuration is said at once, also of .env, and nothing is started', async () => {
  const { folder, start } = await trial({ TELEGRAM_RATE: '31' });
  await writeFile(join(folder, '.env'), 'PORT=http\nTELEGRAM_RATE=fast\nTELEGRAM_MODE=webhook\n');
  // What the environment says counts more than the file.
  const service = start({ PORT: 'x', LOG_LEVEL: 'loud' });
  expect(await service.exited).toBe(2);
  const said = service.errors();
  for (const name of ['PORT', 'LOG_LEVEL', 'PUBLIC_URL', 'TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN']) {
    expect(said).toMatch(new RegExp(`^  ${name} `, 'm'));
  }
  expect(said).not.toContain('TELEGRAM_RATE');
  expectPlain(said);
});

test('a port in use, and a database that is not there, are said with what to do', async () => {
  const { start } = await trial({ DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/none' });
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const [inUse, noServer] = [start({ PORT: port }), start()];
  expect(await inUse.exited).toBe(1);
  expect(inUse.errors()).toMatch(new RegExp(`^Port ${port} is in use\\..*PORT\\.\\n$`));
  expect(await noServer.exited).toBe(1);
  expect(noServer.errors()).toMatch(/^The database of DATABASE_URL cannot be used \(ECONNREFUSED\)\. .*\n$/);
  expect(noServer.errors()).not.toContain('hunter2');
  await new Promise((resolve) => taken.close(resolve));
});

test('what keeps a service from starting that was set up is said with what to do', async () => {
  const { trial: one, database, bot, telegram } = await ready();
  const url = new URL(database.url);
  url.password = 'wrong';
  url.pathname = '/not-there';
  const keyFile = join(one.folder, 'data', 'keys.json');
  const locked = join(one.folder, 'locked.json');
  await writeKeyFile(locked, generateKeys(), { passphrase: 'correct horse battery' });
  const readable = join(one.folder, 'open.json');
  await writeFile(readable, readFileSync(keyFile));
  await chmod(readable, 0o644);
  // As a service manager lays it down for one process alone.
  const credentials = async (passphrase: string) => {
    const folder = await mkdtemp(join(one.folder, 'credentials-'));
    await writeFile(join(folder, 'keys-passphrase'), `${passphrase}\n`);
    return folder;
  };
  const other = await credentials('another one, longer');
  const starts = {
    credentials: one.start({ KEYS_FILE: locked, CREDENTIALS_DIRECTORY: other }),
    token: one.start({ TELEGRAM_BOT_TOKEN: `9${bot.token}` }),
    passphrase: one.start({ KEYS_FILE: locked, KEYS_PASSPHRASE: 'another one, longer' }),
    permissions: one.start({ KEYS_FILE: readable }),
    noDatabase: one.start({ DATABASE_URL: url.href }),
  };
  const said: Record<keyof typeof starts, RegExp> = {
    token: /^Telegram does not accept the bot token\. .*TELEGRAM_BOT_TOKEN\.\n$/,
    credentials: /^KEYS_PASSPHRASE does not open the key file .*locked\.json\..*\n$/,
    passphrase: /^KEYS_PASSPHRASE does not open the key file .*locked\.json\..*\n$/,
    permissions:
      /^The key file .*open\.json \(KEYS_FILE\) cannot be used: too-open-permissions\. .*chmod 600.*\n$/,
    noDatabase: /^The database of DATABASE_URL cannot be used \((28P01|3D000)\)\. .*\n$/,
  };
  for (const [name, service] of Object.entries(starts)) {
    expect(await service.exited, name).toBe(1);
    expect(service.errors(), name).toMatch(said[name as keyof typeof starts]);
  }
  // Telegram away is no reason not to start a bot that was used here before.
  await telegram.close();
  // Its keys are under a passphrase by now, which it finds there.
  const whole = await readKeyFile(keyFile);
  if (!whole.ok) throw new Error(whole.fault);
  const wrapped = join(one.folder, 'wrapped.json');
  await writeKeyFile(wrapped, whole.keys, { passphrase: 'correct horse battery' });
  const right = await credentials('correct horse battery');
  const alone = one.start({ KEYS_FILE: wrapped, CREDENTIALS_DIRECTORY: right });
  await alone.port();
  expect(await alone.end('SIGTERM')).toBe(0);
});

test('a part of the roles cannot be set up, and says what to do', async () => {
  const { database, trial: one } = await ready();
  await database.sql`delete from audit_entries`;
  const sender = one.start({ ROLES: 'sender' });
  expect(await sender.exited).toBe(1);
  expect(sender.errors()).toMatch(/^The service is not set up yet\. .*ROLES.*\n$/);
  expectPlain(sender.errors());
});

test('a locked process whose role does not listen opens its unlock page on a port of its own', async () => {
  const { trial: one } = await ready();
  const locked = join(one.folder, 'locked.json');
  await writeKeyFile(locked, generateKeys(), { passphrase: 'correct horse battery' });
  const sender = one.start({ ROLES: 'sender', KEYS_FILE: locked });
  const [link] = await sender.says(/http:\/\/127\.0\.0\.1:\d+\/unlock\/[\w-]{43}/);
  const { origin } = new URL(link);
  const cookie = (await fetch(link)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const unlock = await fetch(`${origin}/unlock/unlock`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ passphrase: 'correct horse battery' }),
  });
  expect(unlock.status).toBe(303);
  await eventually(() =>
    fetch(origin).then(
      () => false,
      () => true,
    ),
  );
  expect(await sender.end('SIGTERM')).toBe(0);
});

test('a service with a divided key starts sealed: it serves what is public, and begins with the third share', async () => {
  const { trial: one, telegram, token, links, database } = await ready();
  const read = await readKeyFile(join(one.folder, 'data', 'keys.json'));
  const shared = join(one.folder, 'shared.json');
  const { lock, shares } = await newSharedLock({ of: 5, need: 3 });
  await writeKeyFile(shared, read.ok ? read.keys : expect.unreachable(), { shared: lock });
  const papers = await Promise.all(
    shares.map(async (share, index) => {
      const paper = join(one.folder, `share-${index + 1}.txt`);
      await writeFile(paper, sharePaper(lock.set, index + 1, share));
      return paper;
    }),
  );
  const env = { DATA_FOLDER: join(one.folder, 'data') };
  const unseal = (...numbers: number[]) =>
    runHere(['keys', 'unseal', '--from', ...numbers.map((number) => papers[number - 1] ?? '')], env);
  expect(await unseal(1)).toMatchObject({ code: 1, stderr: expect.stringContaining('No service waits') });

  const service = one.start({ KEYS_FILE: shared });
  await service.says(/The keys are sealed\. .*keys unseal/);
  const origin = `http://127.0.0.1:${await service.port()}`;
  const answered = async (path: string) => (await fetch(origin + path)).status;
  expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ ok: true, sealed: true });
  expect(await answered('/readyz')).toBe(503);
  expect(await answered('/az/hearings.ics')).toBe(200);
  expect(await answered('/api/admin/staff')).toBe(503);
  // Nobody else on this machine can give one, or see that one is waited for.
  const folder = join(env.DATA_FOLDER, 'unseal');
  const [socket = ''] = await readdir(folder);
  for (const path of [folder, join(folder, socket)]) expect((await stat(path)).mode & 0o077).toBe(0);

  const approver = person(telegram.standIn, 'az');
  approver.starts(links.second);
  expect(await unseal(4)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 of 3') });
  expect(await unseal(4)).toMatchObject({ code: 1, stderr: expect.stringContaining('already') });
  expect(await unseal(2)).toMatchObject({ code: 0, stdout: expect.stringContaining('2 of 3') });
  expect(telegram.standIn.counts().getUpdates).toBeUndefined();
  expect(await database.sql`select 1 from updates`).toHaveLength(0);
  expect(await unseal(5)).toMatchObject({ code: 0, stdout: expect.stringContaining('the service starts') });
  await service.says(/"outcome":"enough"/);
  await eventually(() => fetch(`${origin}/readyz`).then(({ ok }) => ok));
  expect(await (await fetch(`${origin}/healthz`)).json()).toEqual({ ok: true });
  expect(await readdir(folder)).toEqual([]);
  // What came meanwhile is done now, and then the main job.
  await approver.gets('');
  await firstMessage(adminApi(origin, token), { follower: person(telegram.standIn, 'az'), approver });
  expect(service.log() + service.errors()).not.toContain(shares[1]);
  expect(await service.end('SIGTERM')).toBe(0);
});

/** util-linux's `script` gives a program a terminal; others of the name work otherwise. */
const hasTerminals = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

test.skipIf(!hasTerminals)(
  'at a terminal the passphrase is asked for, not shown, and asked again when it is wrong',
  async () => {
    const { trial: one, telegram, bot, database } = await ready();
    const locked = join(one.folder, 'locked.json');
    await writeKeyFile(locked, generateKeys(), { passphrase: 'correct horse battery' });
    const { PATH = '' } = process.env;
    const child = spawn(
      'script',
      ['-qefc', [process.execPath, ...preloads, MAIN].map((word) => `"${word}"`).join(' '), '/dev/null'],
      {
        cwd: one.folder,
        env: {
          PATH,
          TELEGRAM_API_ROOT: telegram.url,
          TELEGRAM_BOT_TOKEN: bot.token,
          DATABASE_URL: database.url,
          KEYS_FILE: locked,
          DATA_FOLDER: one.folder,
          PORT: '0',
        },
      },
    );
    // Not `exit`: only then everything that it wrote has arrived.
    const exited = once(child, 'close');
    let shown = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
    });
    const prompts = (count: number) => eventually(() => shown.split('Passphrase: ').length > count, 20_000);
    await prompts(1);
    child.stdin.write('not this one, surely\r');
    await eventually(() => shown.includes('This passphrase is not right.'));
    await prompts(2);
    child.stdin.write('correct horse battery\r');
    await eventually(() => shown.includes('"event":"listening"'), 20_000);
    expect(shown).not.toMatch(/surely|battery/);
    // Ctrl-C, as a terminal sends it.
    child.stdin.write('\u0003');
    await exited;
    expect(shown).toContain('"event":"stopping"');
  },
);
