import { CannotStart } from './cannot-start.ts';
import type { Config } from './config.ts';
import { openDatabase } from './db/client.ts';
import { startEmbedded } from './db/embedded/index.ts';
import { migrate } from './db/migrate.ts';

/** A migrated database. */
export interface Storage {
  readonly url: string;
  /** Lets go of it; an embedded one then ends, unless others hold it. Close connections before. */
  stop(): Promise<void>;
  /** Resolves when an embedded database has gone although we hold it; never for a server. */
  readonly lost: Promise<void>;
}

/**
 * A migrated database: the server that the configuration names, or the embedded one. Throws `CannotStart` or
 * `EmbeddedDatabaseError` with cause and remedy.
 */
export async function openStorage(config: Pick<Config, 'databaseUrl' | 'dataFolder'>): Promise<Storage> {
  if (config.databaseUrl !== null) {
    await migrateServer(config.databaseUrl);
    return {
      url: config.databaseUrl,
      stop: async () => undefined,
      lost: new Promise<void>(() => undefined),
    };
  }
  const embedded = await startEmbedded({
    dataFolder: config.dataFolder,
    log: (line) => console.error(line),
  });
  try {
    await migrate(embedded.url);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return embedded;
}

/** What `.env.example` promises; older servers are refused before anything is written to them. */
const oldestVersion = 15;

async function migrateServer(url: string): Promise<void> {
  try {
    const version = await serverVersion(url);
    if (version < oldestVersion) {
      throw new CannotStart(
        `DATABASE_URL names a PostgreSQL ${version}; version ${oldestVersion} or newer is needed.`,
      );
    }
    await migrate(url);
  } catch (error) {
    throw explained(error);
  }
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
  '42501': 'This user may not create tables. Grant it the right, or take another user.',
  '53300': 'The server has no free connection. Raise its max_connections, or end what holds them.',
  '57P03': 'The server is starting up or shutting down. Try again in a moment.',
};

function explained(error: unknown): unknown {
  const code = codeOf(error);
  const remedy = code === null ? undefined : remedies[code];
  if (remedy === undefined) return error;
  return new CannotStart(`The database of DATABASE_URL cannot be used (${code}). ${remedy}`, {
    cause: error,
  });
}

/** Drizzle wraps what the driver throws; an attempt at several addresses is an error of errors. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
}
