import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sql as query } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { type Database, openDatabase } from './client.ts';
import { allDatabaseRoles, MIGRATE_ROLE } from './database-roles.ts';
import { grantStatements, ownershipStatement, roleStatements } from './grants.ts';
import { installJobEngine, jobEngineVersion } from './job-engine.ts';

const FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** Any fixed number: it names the lock that only migrations of Bray take. */
const LOCK = 0x62726179;

/** Whoever signs in at the address may not bring the database up to this version. The message names the remedy. */
export class MayNotMigrate extends Error {
  override readonly name = 'MayNotMigrate';
  /** Somebody else can have migrated: all is there but the right to do so. */
  readonly rolesAreThere: boolean;

  constructor(message: string, { rolesAreThere, cause }: { rolesAreThere: boolean; cause?: unknown }) {
    super(message, { cause });
    this.rolesAreThere = rolesAreThere;
  }
}

/**
 * Brings the database at `url` up to the migrations of this version, as `bray_migrate`, and gives the roles of the
 * service their rights. The roles are made where whoever signs in may make any, and what others own already is handed
 * over. Two processes that start at once do not race: the second waits for the first, then finds nothing to do. A
 * migration that fails leaves no trace of itself (they run in one transaction). Answers how many were applied. Throws
 * `MayNotMigrate` where the user in the url may not work as `bray_migrate`.
 */
export async function migrate(url: string): Promise<number> {
  // The lock belongs to a session, and so does the role: everything must run on one connection.
  const { db, sql, close } = openDatabase(url, { poolSize: 1, applicationName: 'bray migrate' });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await haveRoles(sql);
    const pending = await migrationsPending(db);
    const mark = markOfRights();
    if (pending === 0 && (await rightsGiven(sql)) === mark) return 0;
    await prepare(sql);
    await sql.unsafe(`set role ${MIGRATE_ROLE}`);
    await runMigrations(db, { migrationsFolder: FOLDER });
    const left = await migrationsPending(db);
    if (left > 0) throw new Error(outOfOrder(left));
    await installJobEngine(sql);
    await giveRights(sql, mark);
    return pending;
  } finally {
    await close();
  }
}

/** Makes sure that all the roles are there, and that whoever signed in may work as the one that migrates. */
async function haveRoles(sql: Sql): Promise<void> {
  let standing = await readStanding(sql);
  if (!standing.mayMigrate && standing.mayMake) {
    for (const statement of roleStatements()) await sql.unsafe(statement);
    standing = await readStanding(sql);
  }
  if (standing.missing.length > 0)
    throw new MayNotMigrate(rolesMissing(standing.missing), { rolesAreThere: false });
  if (!standing.mayMigrate) throw new MayNotMigrate(notTheMigrator, { rolesAreThere: true });
}

interface Standing {
  /** The roles that the server lacks. */
  readonly missing: readonly string[];
  /** Whoever signed in may make roles. */
  readonly mayMake: boolean;
  /** All roles are there, and whoever signed in may work as the one that migrates. */
  readonly mayMigrate: boolean;
}

async function readStanding(sql: Sql): Promise<Standing> {
  // Since PostgreSQL 16 a member may be one without the right to SET ROLE.
  const found = await sql<{ name: string; may: boolean }[]>`
    select rolname as name,
      pg_has_role(session_user, oid,
        case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may
    from pg_roles where rolname in ${sql(allDatabaseRoles)}`;
  const [self] = await sql<{ may: boolean }[]>`
    select rolsuper or rolcreaterole as may from pg_roles where rolname = session_user`;
  const missing = allDatabaseRoles.filter((role) => !found.some(({ name }) => name === role));
  return {
    missing,
    mayMake: self?.may === true,
    mayMigrate: missing.length === 0 && found.some(({ name, may }) => name === MIGRATE_ROLE && may),
  };
}

/** Lets the role that migrates work in this database, and own what others made in it. */
async function prepare(sql: Sql): Promise<void> {
  try {
    await sql.unsafe(ownershipStatement());
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '42501')
      throw new MayNotMigrate(notTheOwner, { rolesAreThere: false, cause: error });
    throw error;
  }
}

const HOW =
  'Run what `npm run bray -- database roles` prints, as a superuser of that server and in this database, once; then start again.';

const rolesMissing = (missing: readonly string[]) =>
  `The server lacks the database roles ${missing.join(', ')}, and this user may not make them. ${HOW}`;
const notTheMigrator = `This user may not work as ${MIGRATE_ROLE}, which owns the tables. ${HOW}`;
const notTheOwner = `The database, or what is in it, belongs to another user, so ${MIGRATE_ROLE} cannot be given its place. ${HOW}`;

/** Stands for all that is given below; another version that gives other rights has another. */
function markOfRights(): string {
  const all = [...grantStatements(), `job engine ${jobEngineVersion}`].join(';');
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}

/** The mark of the rights that were given last. It stands beside the list of the migrations that were applied. */
async function rightsGiven(sql: Sql): Promise<string | null> {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('drizzle.rights') is not null as there`;
  if (table?.there !== true) return null;
  const [row] = await sql<{ mark: string }[]>`select mark from drizzle.rights`;
  return row?.mark ?? null;
}

async function giveRights(sql: Sql, mark: string): Promise<void> {
  await sql.begin(async (tx) => {
    for (const statement of grantStatements()) await tx.unsafe(statement);
    await tx`create table if not exists drizzle.rights (mark text not null)`;
    await tx`delete from drizzle.rights`;
    await tx`insert into drizzle.rights (mark) values (${mark})`;
  });
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
