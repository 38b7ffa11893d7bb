import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';

let database: TestDatabase;
let relay: Server;
/** What the relay heard from the client, as text. */
let heard: string;

beforeEach(async () => {
  database = await testDatabase();
  heard = '';
  const { hostname, port } = new URL(database.url);
  relay = createServer((client) => {
    const server = connect(Number(port), hostname);
    client.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      server.write(bytes);
    });
    server.on('data', (bytes) => client.write(bytes));
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      end.on('close', () => other.destroy()).on('error', () => other.destroy());
    }
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
});
afterEach(async () => {
  relay.close();
  await database.close();
});

test('a new connection asks nothing of its own, whose failure nobody would hear of', async () => {
  const url = new URL(database.url);
  url.port = String((relay.address() as AddressInfo).port);
  const opened = openDatabase(url.href, { poolSize: 1 });
  try {
    expect(await opened.db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  } finally {
    await opened.close();
  }
  expect(heard).toContain('select 1 as one');
  expect(heard).not.toContain('pg_type');
});

test('a database that was away for long is looked for every second', () => {
  // What the driver's own rule comes to after 8 failures: 20 s. That it is obeyed shows in tests/sender/faults.test.ts.
  const { backoff } = database.sql.options;
  expect(typeof backoff === 'function' ? [backoff(1), backoff(8), backoff(1000)] : backoff).toEqual([
    0.1, 1, 1,
  ]);
});

test('a transaction that a stopped process has left open does not keep its locks', async () => {
  const [row] = await database.sql`show idle_in_transaction_session_timeout`;
  expect(row).toEqual({ idle_in_transaction_session_timeout: '5s' });
});
