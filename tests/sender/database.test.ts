import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/db/client.ts';
import { createWorld, until, type World } from './world.ts';

let world: World;
let own: OpenDatabase;

beforeEach(async () => {
  world = await createWorld();
  own = openDatabase(world.url, { applicationName: 'bray sender', poolSize: 6 });
});
afterEach(async () => {
  await world.end();
  await own.close();
});

/** Breaks the connections that are at work or wait for work; those that are being opened are let be. */
const cut = () =>
  world.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'bray sender' and query not like '%typarray%' and query <> ''`;
const chats = () => world.standIn.messagesPerChat();

test('connections that break again and again lose nothing, double nothing and leave nothing in doubt', async () => {
  await world.followers(120);
  const sender = world.sender({ db: own.db, sql: own.sql, limiter: { freePerSecond: 100 } });
  sender.start();
  await world.broadcast({ text: 'first' });
  for (let times = 0; times < 6; times += 1) {
    const { sent } = sender.stats();
    await until(
      () => sender.stats().sent >= Math.min(120, sent + 10),
      () => sender.stats(),
      20_000,
    );
    await cut();
  }
  await until(async () => (await world.states()).sent === 120, world.states, 20_000);
  expect(chats().map(([, messages]) => messages)).toEqual(Array(120).fill(1));
  // Some of the cuts have hit a statement; what was claimed by it came back.
  expect(world.logged.some(({ event }) => event === 'not-claimed' || event === 'not-recorded')).toBe(true);
}, 60_000);

test('a sender that is stopped while its database is away comes to an end', async () => {
  await world.followers(5);
  const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const sender = world.sender({ db: nowhere.db, sql: nowhere.sql });
  sender.start();
  await until(() => world.logged.some(({ event }) => event === 'lease-not-seen'));
  const began = performance.now();
  await sender.stop();
  expect(performance.now() - began).toBeLessThan(3000);
  await nowhere.close();
});
