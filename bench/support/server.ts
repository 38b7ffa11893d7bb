import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { startEmbedded } from '../../src/db/embedded/index.ts';
import { until } from './until.ts';

/** PostgreSQL's answer to whoever would end another role's process (appendix A of its manual, version 18). */
const INSUFFICIENT_PRIVILEGE = '42501';

/** One PostgreSQL for a whole run: everybody who needs one uses this, set up as the service sets up its own. */
export interface Server extends AsyncDisposable {
  /** As PostgreSQL names it: `18.4`. */
  readonly version: string;
  /** A new database, empty or a copy of the one at `template` (to which nobody may be connected): its url. */
  create(template?: string): Promise<string>;
  drop(url: string): Promise<void>;
  /** Gigabytes that are free where it keeps its data; undefined when that is another machine. */
  freeGigabytes(): Promise<number | undefined>;
}

/** The server at `given`, whose role may create databases; without one, an embedded one that is thrown away. */
export async function startServer(given = process.env.DATABASE_URL): Promise<Server> {
  const { url, dataFolder, stop } = await findServer(given);
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  const created = new Set<string>();
  const [found] = await admin<{ server_version: string }[]>`show server_version`;

  async function drop(database: string): Promise<void> {
    // By force: a process that was killed may have left connections. What cleans up there belongs to nobody whom we
    // may end; it goes by itself.
    await until('the end of a database', () => dropped(nameOf(database)), { every: 200 });
    created.delete(database);
  }

  async function dropped(name: string): Promise<boolean> {
    try {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      return true;
    } catch (error) {
      if (error instanceof postgres.PostgresError && error.code === INSUFFICIENT_PRIVILEGE) return false;
      throw error;
    }
  }

  return {
    version: found?.server_version ?? 'unknown',
    async create(template) {
      const named = new URL(url);
      named.pathname = `/bray_bench_${randomBytes(4).toString('hex')}`;
      const from = template === undefined ? '' : `template ${nameOf(template)} strategy file_copy`;
      await admin.unsafe(`create database ${nameOf(named.href)} ${from}`);
      created.add(named.href);
      return named.href;
    },
    drop,
    async freeGigabytes() {
      if (dataFolder === undefined) return undefined;
      const { bavail, bsize } = await statfs(dataFolder);
      return (bavail * bsize) / 1e9;
    },
    async [Symbol.asyncDispose]() {
      for (const database of created) await drop(database);
      await admin.end({ timeout: 5 });
      await stop();
    },
  };
}

async function findServer(given: string | undefined): Promise<{
  url: string;
  dataFolder: string | undefined;
  stop(): Promise<void>;
}> {
  if (given) return { url: given, dataFolder: undefined, stop: async () => undefined };
  const dataFolder = await mkdtemp(join(tmpdir(), 'bray-bench-'));
  const embedded = await startEmbedded({
    dataFolder,
    log: (line) => console.error(`[database] ${line}`),
    removeAtEnd: true,
  });
  return {
    url: embedded.url,
    dataFolder,
    async stop() {
      await embedded.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** A connection for one thing. */
export async function withSql<Value>(url: string, work: (sql: Sql) => Promise<Value>): Promise<Value> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
