/* Several processes on one embedded database, and what a SIGKILL of any of them leaves. */
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, isAlive, type Trial, trials, until } from './embedded-trial.ts';

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

test('a stop that follows at once on the start waits for the end as well', async () => {
  trial.useAgain(used);
  for (let round = 0; round < 3; round += 1) {
    const held = await trial.start();
    const pid = trial.postmasterPid();
    await held.stop();
    expect(isAlive(pid)).toBe(false);
  }
});

describe('several processes', () => {
  test('share one server, which lives as long as one of them holds it', async () => {
    trial.useAgain(used);
    const mine = await trial.start();
    const other = trial.holder();
    expect(await other.url).toBe(mine.url);
    const pid = trial.postmasterPid();
    await mine.stop();
    await ask(await other.url, 'select 1');
    expect(isAlive(pid)).toBe(true);
    other.child.kill('SIGTERM');
    expect(await once(other.child, 'exit')).toEqual([0, null]);
    expect(isAlive(pid)).toBe(false);
  });

  test('that start at once on a new folder all get the same server', async () => {
    const [mine, ...others] = await Promise.all([trial.start(), trial.holder().url, trial.holder().url]);
    expect(others).toEqual([mine.url, mine.url]);
    await ask(mine.url, 'select 1');
  });

  test('may come while the last one leaves', async () => {
    trial.useAgain(used);
    for (let round = 0; round < 3; round += 1) {
      const before = await trial.start();
      const leaving = before.stop();
      const after = await trial.start();
      await leaving;
      await ask(after.url, 'select 1');
      await after.stop();
    }
  });
});

describe('after a SIGKILL', () => {
  test('of the process that holds it, PostgreSQL ends by itself and the next start works', async () => {
    trial.useAgain(used);
    const { child, url } = trial.holder();
    await ask(await url, 'create table kept as select 7 as it');
    const pid = trial.postmasterPid();
    child.kill('SIGKILL');
    await until(() => !isAlive(pid));
    const next = await trial.start();
    expect(await ask(next.url, 'select it from kept')).toEqual([{ it: 7 }]);
  });

  test('of the process that started it, another one that holds it goes on', async () => {
    trial.useAgain(used);
    const first = trial.holder();
    await first.url;
    const second = await trial.start();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    await ask(second.url, 'select 1');
  });

  test('while a new database is being made, the next start makes it', async () => {
    const { child, started } = trial.holder();
    await started;
    const inHome = () => (existsSync(trial.home) ? readdirSync(trial.home) : []);
    const unfinished = () => inHome().filter((name) => name.startsWith('cluster.new'));
    await until(() => unfinished().some((name) => existsSync(join(trial.home, name, 'base'))));
    child.kill('SIGKILL');
    const next = await trial.start();
    await ask(next.url, 'select 1');
    expect(unfinished()).toEqual([]);
  });

  test('of the supervisor, its holder is told, and the next start ends what was left behind', async () => {
    trial.useAgain(used);
    const first = await trial.start();
    await ask(first.url, 'create table kept as select 7 as it');
    const orphan = trial.postmasterPid();
    process.kill(trial.supervision().pid, 'SIGKILL');
    await first.lost;
    expect(isAlive(orphan)).toBe(true);
    const next = await trial.start();
    expect(isAlive(orphan)).toBe(false);
    expect(trial.said.at(-1)).toContain(`process ${orphan}`);
    expect(await ask(next.url, 'select it from kept')).toEqual([{ it: 7 }]);
  });

  test('of PostgreSQL itself, it is started again on the same port', async () => {
    trial.useAgain(used);
    const held = await trial.start();
    await ask(held.url, 'create table kept as select 7 as it');
    const pid = trial.postmasterPid();
    process.kill(pid, 'SIGKILL');
    const again = () => ask(held.url, 'select it from kept').catch(() => 'not yet');
    await expect.poll(again, { timeout: 40_000 }).toEqual([{ it: 7 }]);
  });
});
