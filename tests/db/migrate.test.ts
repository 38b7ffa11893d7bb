import { sql as query } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { migrate, migrationsPending } from '../../src/db/migrate.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
});

afterEach(() => database.close());

/** The same server, but as it is before the first start. */
async function emptied(): Promise<string> {
  const { sql } = database;
  await sql`drop schema public cascade`;
  await sql`drop schema drizzle cascade`;
  await sql`create schema public`;
  return database.url;
}

test('a clone of the template is ready', async () => {
  expect(await migrationsPending(database.db)).toBe(0);
  expect(await migrate(database.url)).toBe(0);
});

test('an empty database lacks every migration, and has them afterwards', async () => {
  const url = await emptied();
  const lacking = await migrationsPending(database.db);
  expect(lacking).toBeGreaterThan(0);
  expect(await migrate(url)).toBe(lacking);
  expect(await migrationsPending(database.db)).toBe(0);
});

test('of processes that start at once one migrates and the others wait for it', async () => {
  const url = await emptied();
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
  expect(applied.filter((count) => count > 0)).toHaveLength(1);
  expect(await migrationsPending(database.db)).toBe(0);
});

test('a migration that was edited after it was applied is named, not passed over', async () => {
  await database.sql`update drizzle.__drizzle_migrations set hash = 'of another text'`;
  expect(await migrationsPending(database.db)).toBeGreaterThan(0);
  await expect(migrate(database.url)).rejects.toThrow(/edited after they were applied/);
});

test('a transaction that throws leaves nothing, and its clone is nobody else’s', async () => {
  await expect(
    database.db.transaction(async (tx) => {
      await tx.execute(query`create table left_behind ()`);
      throw new Error('change of mind');
    }),
  ).rejects.toThrow('change of mind');
  const other = await testDatabase();
  try {
    await database.sql`create table mine ()`;
    const [row] = await other.sql<{ mine: string | null; left: string | null }[]>`
      select to_regclass('mine')::text as mine, to_regclass('left_behind')::text as left`;
    expect(row).toEqual({ mine: null, left: null });
  } finally {
    await other.close();
  }
});

test('instants come as text in UTC whatever the server is set to', async () => {
  await database.sql.unsafe(
    `alter database ${new URL(database.url).pathname.slice(1)} set timezone to 'Asia/Baku'`,
  );
  const fresh = openDatabase(database.url);
  try {
    const [row] = await fresh.sql<{ at: string }[]>`select '2009-11-11 10:30:00+04'::timestamptz as at`;
    expect(row?.at).toBe('2009-11-11 06:30:00+00');
  } finally {
    await fresh.close();
  }
});
