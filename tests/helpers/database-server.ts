/*
 * vitest's globalSetup: one PostgreSQL for the whole run, in it one migrated template, of which `testDatabase()`
 * clones. The embedded one is gone with the run, also when the run is killed.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/db/embedded/index.ts';
import { migrate } from '../../src/db/migrate.ts';
import { makeRunFolder } from './scratch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server for tests: its maintenance database. */
    readonly serverUrl: string;
    /** The migrated database to clone; every database of this run begins with its name. */
    readonly template: string;
  }
}

export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return setupDatabase(project);
}

/** `packages`: a folder whose `node_modules` brings another PostgreSQL than ours. */
export async function setupDatabase(project: TestProject, packages?: string): Promise<() => Promise<void>> {
  const scratch = makeRunFolder();
  project.provide('scratch', scratch.path);
  const server = await testServer(scratch.path, packages);
  const template = `bray_test_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${template}`);
  await migrate(onDatabase(server.url, template));
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return async () => {
    if (server.shared) await dropAll(admin, template);
    await admin.end({ timeout: 1 });
    await server.stop();
    scratch.remove();
  };
}

/** `TEST_DATABASE_URL` names a server whose user may create databases and roles; without it we start the embedded one. */
async function testServer(
  scratch: string,
  packages: string | undefined,
): Promise<{ url: string; shared: boolean; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, shared: true, stop: async () => undefined };
  const dataFolder = join(scratch, 'server');
  const log = (line: string) => console.error(`[database] ${line}`);
  const embedded = await startEmbedded({
    dataFolder,
    log,
    durable: false,
    removeAtEnd: true,
    ...(packages && { packages }),
  });
  return { url: embedded.url, shared: false, stop: () => embedded.stop() };
}

async function dropAll(admin: postgres.Sql, prefix: string): Promise<void> {
  const rows = await admin<{ name: string }[]>`
    select datname as name from pg_database where starts_with(datname, ${prefix})`;
  for (const { name } of rows) await admin.unsafe(`drop database if exists ${name} with (force)`);
}

function onDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
