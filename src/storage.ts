import { CannotStart } from './cannot-start.ts';
import { addressNames, type Config, type DatabaseConfig, type ServiceRole } from './config.ts';
import { openDatabase } from './db/client.ts';
import { databaseRoles, MIGRATE_ROLE } from './db/database-roles.ts';
import { startEmbedded } from './db/embedded/index.ts';
import { admitEmbeddedLogins, asRole, embeddedLogins, type Logins, loginOf, loginsOf } from './db/logins.ts';
import { MayNotMigrate, migrate, migrationsPending } from './db/migrate.ts';

/** A migrated database. */
export interface Storage {
  /** Where each role of the service signs in, with that role's rights and no other. */
  readonly logins: Logins;
  /** Where an operator's commands work, as who owns the tables; null where this process has no address for that. */
  readonly operator: string | null;
  /** Lets go of it; an embedded one then ends, unless others hold it. Close connections before. */
  stop(): Promise<void>;
  /** Resolves when an embedded database has gone although we hold it; never for a server. */
  readonly lost: Promise<void>;
}

/**
 * A migrated database: the server that the configuration names, or the embedded one, in which `roles` may sign in. Throws
 * `CannotStart` or `EmbeddedDatabaseError` with cause and remedy.
 */
export async function openStorage(
  config: Pick<Config, 'database' | 'dataFolder'>,
  roles: ReadonlySet<ServiceRole>,
): Promise<Storage> {
  const { url, own } = config.database;
  if (url !== null || Object.keys(own).length > 0) return openServer(config.database, roles);
  const embedded = await startEmbedded({
    dataFolder: config.dataFolder,
    log: (line) => console.error(line),
  });
  try {
    await migrate(embedded.url);
    if (roles.size > 0) await admitEmbeddedLogins(embedded.url);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const { stop, lost } = embedded;
  return {
    logins: embeddedLogins(embedded.url),
    operator: asRole(embedded.url, MIGRATE_ROLE),
    stop,
    lost,
  };
}

async function openServer({ url, own }: DatabaseConfig, roles: ReadonlySet<ServiceRole>): Promise<Storage> {
  const logins = loginsOf(url, own);
  const name = own.migrate === undefined ? 'DATABASE_URL' : addressNames.migrate;
  const migrator = own.migrate ?? url;
  const migrated =
    migrator !== null && (await migrateServer(name, migrator, roles.size > 0 && own.migrate === undefined));
  for (const role of roles)
    await signIn(role, own[role] === undefined ? 'DATABASE_URL' : addressNames[role], logins);
  return {
    logins,
    operator: migrated ? asRole(migrator, MIGRATE_ROLE) : null,
    stop: async () => undefined,
    lost: new Promise<void>(() => undefined),
  };
}

/** What `.env.example` promises; older servers are refused before anything is written to them. */
const oldestVersion = 15;

/** False where who signs in there may not migrate, and need not: they are let off once nothing is to be done. */
async function migrateServer(name: string, url: string, mayBeLetOff: boolean): Promise<boolean> {
  try {
    const version = await serverVersion(url);
    if (version < oldestVersion) {
      throw new CannotStart(
        `${name} names a PostgreSQL ${version}; version ${oldestVersion} or newer is needed.`,
      );
    }
    await migrate(url);
    return true;
  } catch (error) {
    if (error instanceof MayNotMigrate) {
      if (mayBeLetOff && error.rolesAreThere) return false;
      throw new CannotStart(`The database of ${name} cannot be used. ${error.message}`, { cause: error });
    }
    throw explained(name, error);
  }
}

/** Tries a role's login, and that what it finds is ready for this version: only who migrates can make it so. */
async function signIn(role: ServiceRole, name: string, logins: Logins): Promise<void> {
  const database = openDatabase(loginOf(logins, role), { poolSize: 1, applicationName: `bray ${role}` });
  try {
    const pending = await migrationsPending(database.db);
    if (pending > 0) throw new CannotStart(behind(name, pending));
  } catch (error) {
    throw notTheRole(role, name, error) ?? explained(name, error);
  } finally {
    await database.close();
  }
}

function behind(name: string, pending: number): string {
  return `The database of ${name} lacks ${pending} migration(s) of this version, and who signs in there may not make them. Give the address of one who may in ${addressNames.migrate} and start once, or run with it: npm run bray -- database migrate`;
}

/** The server refuses a connection that asks for a role it may not have (42501), or that is not there (22023). */
function notTheRole(role: ServiceRole, name: string, error: unknown): CannotStart | null {
  const code = codeOf(error);
  if (code !== '42501' && code !== '22023') return null;
  return new CannotStart(
    `The user in ${name} may not work as ${databaseRoles[role]}, the database role of ${role} (${code}). Grant it that role, or give ${addressNames[role]}: npm run bray -- database roles prints how.`,
    { cause: error },
  );
}

async function serverVersion(url: string): Promise<number> {
  const database = openDatabase(url, { poolSize: 1 });
  try {
    const [row] = await database.sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`;
    return Math.floor((row?.version ?? 0) / 10_000);
  } finally {
    await database.close();
  }
}

/** By Node's error codes and PostgreSQL's (its manual, appendix A, November 2026). Never with the address: it has the password. */
const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing listens there. Start PostgreSQL, or correct host and port.',
  ENOTFOUND: 'There is no machine of that name. Correct the host.',
  EAI_AGAIN: 'The name of the host cannot be looked up now. Check the network, or correct the host.',
  EHOSTUNREACH: 'The host cannot be reached. Check the network, or correct the host.',
  ETIMEDOUT: 'The host does not answer. Check the network, or correct host and port.',
  CONNECT_TIMEOUT: 'The host does not answer. Check the network, or correct host and port.',
  '28P01': 'User or password are refused. Correct them.',
  '28000': 'This user may not connect from here. See pg_hba.conf on the server, or take another user.',
  '3D000': 'There is no database of that name. Create it, or correct the name.',
  '42501': 'This user lacks a right. Run what `npm run bray -- database roles` prints, or take another user.',
  '53300': 'The server has no free connection. Raise its max_connections, or end what holds them.',
  '57P03': 'The server is starting up or shutting down. Try again in a moment.',
};

function explained(name: string, error: unknown): unknown {
  if (error instanceof CannotStart) return error;
  const code = codeOf(error);
  const remedy = code === null ? undefined : remedies[code];
  if (remedy === undefined) return error;
  return new CannotStart(`The database of ${name} cannot be used (${code}). ${remedy}`, {
    cause: error,
  });
}

/** Drizzle wraps what the driver throws; an attempt at several addresses is an error of errors. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
}
