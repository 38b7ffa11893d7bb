import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startEmbedded } from '../../src/db/embedded/index.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { LineProgram } from './line-bundle.ts';
import type { LineGround } from './line-place.ts';
import { makeLine } from './line-template.ts';

export interface OpenGround extends LineGround {
  close(): Promise<void>;
}

/**
 * Ground on a server that is there: `serverUrl` names a database of it from which others can be created. `from` is one
 * that is migrated and empty, if there is one; `crowd`: further followers.
 */
export async function openGround(
  serverUrl: string,
  program: LineProgram,
  { crowd = 0, from }: { readonly crowd?: number; readonly from?: string } = {},
): Promise<OpenGround> {
  const urlOf = (database: string) => {
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    return url.href;
  };
  const admin = postgres(serverUrl, { max: 4, onnotice: () => undefined });
  const template = `line_template_${process.pid}_${crowd}`;
  await admin.unsafe(`create database ${template} ${from === undefined ? '' : `template ${from}`}`);
  if (from === undefined) await migrate(urlOf(template));
  const line = await makeLine(urlOf(template), crowd);
  return {
    admin,
    urlOf,
    template,
    line,
    program,
    async close() {
      await admin.unsafe(`drop database ${template} with (force)`);
      await admin.end();
    },
  };
}

/** A PostgreSQL of one's own: nothing is forced to the disk, but whatever was committed outlives its processes. */
export async function ownServer(): Promise<{
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'bray-crash-'));
  const embedded = await startEmbedded({
    dataFolder: folder,
    log: (line) => console.error(`[database] ${line}`),
    durable: false,
    removeAtEnd: true,
  });
  return {
    url: embedded.url,
    folder,
    async stop() {
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Empty, migrated databases on a server, one after the other. */
export async function emptyDatabases(serverUrl: string) {
  const admin = postgres(serverUrl, { max: 4, onnotice: () => undefined });
  const template = `empty_template_${process.pid}`;
  const urlOf = (database: string) => {
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    return url.href;
  };
  let made = 0;
  await admin.unsafe(`create database ${template}`);
  await migrate(urlOf(template));
  return {
    /** Gives `work` one, which is gone afterwards. */
    async with<Value>(work: (databaseUrl: string) => Promise<Value>): Promise<Value> {
      made += 1;
      const database = `empty_${process.pid}_${made}`;
      await admin.unsafe(`create database ${database} template ${template} strategy file_copy`);
      try {
        return await work(urlOf(database));
      } finally {
        await admin.unsafe(`drop database ${database} with (force)`);
      }
    },
    async close() {
      await admin.unsafe(`drop database ${template} with (force)`);
      await admin.end();
    },
  };
}
