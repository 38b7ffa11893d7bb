import { createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PostgresProxy, startPostgresProxy } from '../../sandbox/fault-proxy/postgres.ts';
import { openDatabase } from '../../src/db/client.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';

let database: TestDatabase;
let proxy: PostgresProxy;
let url: string;

beforeAll(async () => {
  database = await testDatabase();
  const given = new URL(database.url);
  proxy = await startPostgresProxy({ to: { host: given.hostname, port: Number(given.port) } });
  given.port = String(proxy.port);
  url = given.href;
});
afterAll(async () => {
  await proxy?.close();
  await database?.close();
});

/** Whether it came to an end at all, either way. */
async function ends(statement: Promise<unknown>): Promise<'ended' | 'lost'> {
  const ended = statement.then(
    () => 'ended' as const,
    () => 'ended' as const,
  );
  return Promise.race([ended, delay(5000, 'lost' as const, { ref: false })]);
}

test('however often all connections are cut, every statement comes to an end, and the pool serves again', async () => {
  const opened = openDatabase(url, { poolSize: 4 });
  const ended: Promise<'ended' | 'lost'>[] = [];
  let goesOn = true;
  // Whoever is refused asks again in the same turn: that is when the driver would lose what it is given.
  const ask = async (): Promise<void> => {
    while (goesOn) {
      const statement = opened.sql`select 1`.execute();
      ended.push(ends(statement));
      await statement.catch(() => undefined);
    }
  };
  const asking = Array.from({ length: 16 }, ask);
  for (let cut = 0; cut < 20; cut += 1) {
    await delay(60 + (cut % 7));
    proxy.cut();
  }
  goesOn = false;
  expect((await Promise.all(ended)).filter((end) => end === 'lost')).toEqual([]);
  await Promise.all(asking);

  // A connection that ended with a message in its hands begins anew: after a few refusals at the most.
  const served = await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await opened.sql`select 1 as one`.catch(() => null);
        if (answer !== null) return attempt;
        if (attempt === 20) return null;
      }
    }),
  );
  expect(served).not.toContain(null);
  await opened.close();
});

test('a server that hangs up on whoever greets it is told of, and not asked without end', async () => {
  let greeted = 0;
  const server: Server = createServer((socket) => {
    greeted += 1;
    socket.on('error', () => undefined).resume();
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const opened = openDatabase(`postgres://somebody@127.0.0.1:${address.port}/nowhere`, { poolSize: 1 });
  await expect(opened.sql`select 1`).rejects.toThrow();
  expect(greeted).toBe(1);
  await opened.close();
  await new Promise((resolve) => server.close(resolve));
});
