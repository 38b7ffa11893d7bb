import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/db/client.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';

/*
 * That nothing throws outside of a promise shows by itself: vitest counts such an error as a failure, and the service
 * would end by it.
 */
let database: TestDatabase;
let opened: OpenDatabase;

beforeEach(async () => {
  database = await testDatabase();
  await database.sql`create table things (name text)`;
  opened = openDatabase(database.url, { poolSize: 1, applicationName: 'bray victim' });
});
afterEach(async () => {
  await opened.close();
  await database.close();
});

async function endBackend(): Promise<void> {
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'bray victim' and datname = current_database()`;
}

/** The driver gives the dead connection's last words to the next statement too, without carrying it out. */
async function next(work: () => Promise<unknown>): Promise<void> {
  await work().catch(work);
}

const insert = (name: string) => sql`insert into things values (${name})`;
const names = async () => (await database.sql`select name from things order by name`).map(({ name }) => name);

describe('a transaction whose connection dies', () => {
  test('in the middle of a statement fails, and the next one succeeds', async () => {
    const broken = opened.db.transaction(async (tx) => {
      await tx.execute(insert('one'));
      setTimeout(endBackend, 50);
      await tx.execute(sql`select pg_sleep(10)`);
    });
    await expect(broken).rejects.toThrow();
    // Nor does the driver come back to it after the second that it is given to see the loss.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await next(() => opened.db.transaction((tx) => tx.execute(insert('two'))));
    expect(await names()).toEqual(['two']);
  });

  test('inside a savepoint fails as a whole', async () => {
    const broken = opened.db.transaction((tx) =>
      tx.transaction(async (inner) => {
        setTimeout(endBackend, 50);
        await inner.execute(sql`select pg_sleep(10)`);
      }),
    );
    await expect(broken).rejects.toThrow();
    await next(() => opened.db.execute(insert('two')));
    expect(await names()).toEqual(['two']);
  });

  test('between two statements does nothing more, and nothing of it on another connection', async () => {
    const others: Promise<unknown>[] = [];
    const broken = opened.db.transaction(async (tx) => {
      await tx.execute(insert('one'));
      // Somebody waits for a connection, so that this one has a successor at once.
      others.push(next(() => opened.db.execute(insert('other'))));
      await endBackend();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.execute(insert('two'));
    });
    await expect(broken).rejects.toThrow();
    await Promise.all(others);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await names()).toEqual(['other']);
  });

  test('before a savepoint is made fails, and ends nothing but itself', async () => {
    const broken = opened.db.transaction(async (tx) => {
      await tx.execute(insert('one'));
      await endBackend();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.transaction((inner) => inner.execute(insert('two')));
    });
    await expect(broken).rejects.toThrow();
    // The work meets the loss after the driver did; what it would write of it now would end the process.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await next(() => opened.db.execute(insert('three')));
    expect(await names()).toEqual(['three']);
  });

  test('and whose work swallows every error writes nothing all the same', async () => {
    const broken = opened.db.transaction(async (tx) => {
      setTimeout(endBackend, 50);
      await tx.execute(sql`select pg_sleep(10)`).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.execute(insert('two')).catch(() => undefined);
    });
    await expect(broken).rejects.toThrow();
    await next(() => opened.db.execute(insert('three')));
    expect(await names()).toEqual(['three']);
  });
});

test('a transaction that fails by itself is rolled back, and its error comes out', async () => {
  const broken = opened.db.transaction(async (tx) => {
    await tx.execute(insert('one'));
    await tx.transaction((inner) => inner.execute(insert('inner')));
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  const answer = await opened.db.transaction(async (tx) => {
    await tx.execute(insert('kept'));
    await tx
      .transaction(async (inner) => {
        await inner.execute(insert('rolled back'));
        throw new Error('only this');
      })
      .catch(() => undefined);
    return 7;
  });
  expect(answer).toBe(7);
  expect(await names()).toEqual(['kept']);
});
