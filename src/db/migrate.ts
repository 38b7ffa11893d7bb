import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sql as query } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { type Database, openDatabase } from './client.ts';
import { databaseRoles, grantStatements, roleStatements } from './grants.ts';

const FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** Any fixed number: it names the lock that only migrations of Bray take. */
const LOCK = 0x62726179;

/**
 * Brings the database at `url` up to the migrations of this version. Two processes that start at once do not
 * race: the second waits for the first, then finds nothing to do. A migration that fails leaves no trace of
 * itself (they run in one transaction). Answers how many were applied.
 */
export async function migrate(url: string): Promise<number> {
  // The lock belongs to a session, so everything must run on one connection.
  const { db, sql, close } = openDatabase(url, { poolSize: 1, applicationName: 'bray migrate' });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const pending = await migrationsPending(db);
    if (pending === 0) {
      await grantRights(sql);
      return 0;
    }
    await runMigrations(db, { migrationsFolder: FOLDER });
    const left = await migrationsPending(db);
    if (left > 0) throw new Error(outOfOrder(left));
    await grantRights(sql);
    return pending;
  } finally {
    await close();
  }
}

/**
 * Gives the roles of the service their rights, unless they have these already. The roles are made where whoever
 * migrates may make any; where they are not there, all roles of the service work with the rights of the user in the url.
 */
async function grantRights(sql: Sql): Promise<void> {
  const statements = grantStatements();
  const mark = `rights ${createHash('sha256').update(statements.join(';')).digest('hex').slice(0, 16)}`;
  const [given] = await sql<{ mark: string | null }[]>`
    select obj_description('public'::regnamespace, 'pg_namespace') as mark`;
  if (given?.mark === mark) return;
  if (!(await haveRoles(sql))) return;
  await sql.begin(async (tx) => {
    for (const statement of statements) await tx.unsafe(statement);
    await tx.unsafe(`comment on schema public is '${mark}'`);
  });
}

async function haveRoles(sql: Sql): Promise<boolean> {
  const wanted = Object.values(databaseRoles);
  const count = async () => {
    const [row] = await sql<{ there: number }[]>`
      select count(*)::int as there from pg_roles where rolname in ${sql(wanted)}`;
    return row?.there ?? 0;
  };
  if ((await count()) === wanted.length) return true;
  const [may] = await sql<{ may: boolean }[]>`
    select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`;
  if (may?.may !== true) return false;
  for (const statement of roleStatements()) await sql.unsafe(statement);
  return true;
}

/**
 * How many migrations of this version the database lacks: 0 when it is ready for this code. For `/readyz`.
 * Counted by content and not by number, so that one which was slipped in before an applied one is seen as missing.
 */
export async function migrationsPending(db: Database): Promise<number> {
  const wanted = readMigrationFiles({ migrationsFolder: FOLDER });
  const [found] = await db.execute<{ table: string | null }>(
    query`select to_regclass('drizzle.__drizzle_migrations')::text as "table"`,
  );
  if (found?.table === null || found === undefined) return wanted.length;
  const rows = await db.execute<{ hash: string }>(query`select hash from drizzle.__drizzle_migrations`);
  const applied = new Set(rows.map(({ hash }) => hash));
  return wanted.filter(({ hash }) => !applied.has(hash)).length;
}

/** Drizzle applies only what is dated after the newest that was applied. */
function outOfOrder(left: number): string {
  return (
    `${left} migration(s) in drizzle/ are older than one that this database already has, or were edited after ` +
    'they were applied. Generate them again, so that they come last; a released one must never be edited.'
  );
}
