import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import postgres, { type Sql } from 'postgres';
import { migrate } from '../../src/db/migrate.ts';

/** A fresh database of one run of a scene. */
export interface SceneDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const prefix = 'demo_';
const migrations = new URL('../../drizzle/', import.meta.url);

/**
 * Makes a new migrated database on a server whose role may create databases. The first time it migrates a
 * template, which it clones from then on; what runs that were killed left behind is dropped. Two that begin at once on one
 * server do so one after the other.
 */
export async function createSceneDatabase(
  serverUrl: string,
  progress: (line: string) => void,
): Promise<SceneDatabase> {
  const name = runName();
  await onServer(serverUrl, async (sql) => {
    // Until this connection ends.
    await sql`select pg_advisory_lock(hashtext(${prefix}))`;
    await dropLeftovers(sql);
    const template = await ensureTemplate(sql, serverUrl, progress);
    await sql.unsafe(`create database ${name} template ${template}`);
  });
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => onServer(serverUrl, (sql) => dropDatabase(sql, name)),
  };
}

async function dropLeftovers(sql: Sql): Promise<void> {
  const left = await sql<{ name: string }[]>`
    select d.datname as name from pg_database d
    where starts_with(d.datname, ${`${prefix}run_`})
      and not exists (select 1 from pg_stat_activity a where a.datname = d.datname)`;
  for (const { name } of left) if (!isOfRunning(name)) await dropDatabase(sql, name);
}

/** Named after the process, which may not have connected to it yet. */
function runName(): string {
  return `${prefix}run_${process.pid}_${randomBytes(6).toString('hex')}`;
}

function isOfRunning(name: string): boolean {
  const pid = Number(/_run_(\d+)_/.exec(name)?.[1] ?? 0);
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code === 'EPERM';
    throw error;
  }
}

/** Named after the migrations in it, so that another version of the program makes its own. */
async function ensureTemplate(
  sql: Sql,
  serverUrl: string,
  progress: (line: string) => void,
): Promise<string> {
  const template = `${prefix}template_${migrationsHash()}`;
  const [found] = await sql`select 1 from pg_database where datname = ${template}`;
  if (found !== undefined) return template;
  progress('Migrating the database (once) …');
  // Under another name until it is complete: a run that is killed meanwhile leaves no half template behind.
  const unfinished = runName();
  await sql.unsafe(`create database ${unfinished}`);
  await migrate(databaseUrl(serverUrl, unfinished));
  await sql.unsafe(`alter database ${unfinished} rename to ${template}`);
  return template;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrations).toSorted()) {
    if (file.endsWith('.sql')) hash.update(readFileSync(new URL(file, migrations)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function dropDatabase(sql: Sql, name: string): Promise<void> {
  await sql.unsafe(`drop database if exists ${name} with (force)`);
}

async function onServer(serverUrl: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
