import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/db/client.ts';
import { type DatabaseRole, databaseRoles } from '../../src/db/database-roles.ts';
import { asRole } from '../../src/db/logins.ts';

/** A database of a test's own: migrated, empty, and dropped by `close()`. */
export interface TestDatabase extends OpenDatabase {
  readonly url: string;
  /**
   * The same database with the rights of one role of the service and no other, for what that role does: a right that it
   * lacks fails the test. What is not a role's work (preparing, looking) goes by `db` and `sql`, which may do all.
   */
  as(role: DatabaseRole): OpenDatabase;
}

/** What a test may ask of its database. */
export interface TestDatabaseOptions {
  readonly poolSize?: number;
  /**
   * It may be one that a test before has emptied and left, its connections open: a seventh of what one costs that is made
   * anew (measured 2026-12). Not for whoever changes more of it than rows.
   */
  readonly used?: boolean;
}

/**
 * Clones a fresh database from the run's template (tens of milliseconds). Usual shape:
 * `beforeEach(async () => { database = await testDatabase(); })`, `afterEach(() => database.close())`.
 */
export async function testDatabase({
  poolSize = 5,
  used = false,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const clone = (await takeLeft(poolSize, used)) ?? (await cloned(poolSize));
  const { opened, url, roles } = clone;
  return {
    ...opened,
    url,
    as(role) {
      const known = roles.get(role);
      if (known !== undefined) return known;
      const applicationName = `${APPLICATION} ${role}`;
      const pool = openDatabase(asRole(url, databaseRoles[role]), { poolSize, applicationName });
      roles.set(role, pool);
      return pool;
    },
    async close() {
      if (used && (await isEmptied(clone))) await leave(clone, poolSize);
      else await drop(clone);
    },
  };
}

const APPLICATION = 'bray test';

interface Clone {
  readonly name: string;
  readonly url: string;
  readonly opened: OpenDatabase;
  readonly roles: Map<DatabaseRole, OpenDatabase>;
}

async function cloned(poolSize: number): Promise<Clone> {
  const template = inject('template');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  // By copying files: without fsync several times faster than through the write-ahead log.
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const opened = openDatabase(url.href, { poolSize, applicationName: APPLICATION });
  return { name, url: url.href, opened, roles: new Map() };
}

async function drop({ name, opened, roles }: Clone): Promise<void> {
  await Promise.all([opened, ...roles.values()].map((pool) => pool.close()));
  await dropped(name);
}

/** What the test before has left in this process. One at the most: its connections are of those that the server has. */
let leftOver: { readonly clone: Clone; readonly poolSize: number } | undefined;
/** How often a database is used again: what is deleted still takes room in its tables. */
const USES = 25;
const uses = new Map<string, number>();

/** What was left, where it serves; where it does not it goes. */
async function takeLeft(poolSize: number, used: boolean): Promise<Clone | undefined> {
  const found = leftOver;
  leftOver = undefined;
  if (found === undefined) return undefined;
  if (used && found.poolSize === poolSize) return found.clone;
  await drop(found.clone);
  return undefined;
}

async function leave(clone: Clone, poolSize: number): Promise<void> {
  const other = leftOver;
  leftOver = { clone, poolSize };
  if (other !== undefined) await drop(other.clone);
}

/**
 * Takes all rows away, and answers whether the database may be another test's: nobody works on it any more, nobody is
 * connected but its own pools, no job engine has been at work in it, and it is made as the template is.
 */
async function isEmptied({ name, opened: { sql } }: Clone): Promise<boolean> {
  const times = (uses.get(name) ?? 0) + 1;
  uses.set(name, times);
  if (times >= USES) return false;
  const { tables, made } = await template();
  for (let tries = 1; tries <= 20; tries += 1) {
    const [seen] = await sql<{ strangers: number; busy: number; queues: number; made: string }[]>`
      select count(*) filter (where not starts_with(application_name, ${APPLICATION}))::int as strangers,
        count(*) filter (where state is distinct from 'idle')::int as busy,
        (select count(*) from pgboss.queue)::int as queues, ${sql.unsafe(MADE)} as made
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
    if (seen === undefined || seen.strangers > 0 || seen.queues > 0 || seen.made !== made) return false;
    if (seen.busy === 0) return emptied(sql, tables);
    await delay(10);
  }
  return false;
}

/** In one statement, so that no order among them is needed: what refers to what is asked about at its end. */
async function emptied(sql: OpenDatabase['sql'], tables: readonly string[]): Promise<boolean> {
  const deletions = tables.map((table, i) => `t${i} as (delete from ${table})`);
  try {
    await sql.unsafe(`with ${deletions.join(', ')} select 1`, [], { prepare: true });
    return true;
  } catch (error) {
    if (error instanceof postgres.PostgresError) return false;
    throw error;
  }
}

/** What a test may have added to a database, in numbers. */
const MADE = `concat_ws(' ',
  (select count(*) from pg_class where relnamespace = 'public'::regnamespace),
  (select count(*) from pg_proc where pronamespace = 'public'::regnamespace),
  (select count(*) from pg_trigger where not tgisinternal))`;

interface Template {
  /** Ours, of which it has none with a row in it. */
  readonly tables: readonly string[];
  readonly made: string;
}

let known: Promise<Template> | undefined;

function template(): Promise<Template> {
  known ??= readTemplate();
  return known;
}

async function readTemplate(): Promise<Template> {
  const fresh = await cloned(1);
  const { sql } = fresh.opened;
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' order by 1`;
  const [{ made } = { made: '' }] = await sql<{ made: string }[]>`select ${sql.unsafe(MADE)} as made`;
  await drop(fresh);
  return { tables: tables.map(({ name }) => name), made };
}

/**
 * By force: a test may have killed a process that had connections of its own. The server's own cleaning may not be
 * ended by us; it goes by itself, within moments.
 */
async function dropped(name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await onServer(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      const busy = error instanceof postgres.PostgresError && error.code === '42501';
      if (!busy || tries === 50) throw error;
      await delay(200);
    }
  }
}

/** The connection of this process for what concerns the whole server; it closes by itself when nobody needs it. */
let admin: postgres.Sql | undefined;

async function onServer(statement: string): Promise<void> {
  admin ??= postgres(inject('serverUrl'), {
    max: 1,
    idle_timeout: 5,
    fetch_types: false,
    onnotice: () => undefined,
  });
  await admin.unsafe(statement);
}
