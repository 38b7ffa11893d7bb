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

/**
 * Clones a fresh database from the run's template (tens of milliseconds). Usual shape:
 * `beforeEach(async () => { database = await testDatabase(); })`, `afterEach(() => database.close())`.
 */
export async function testDatabase({ poolSize = 5 }: { poolSize?: number } = {}): Promise<TestDatabase> {
  const template = inject('template');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  // By copying files: without fsync several times faster than through the write-ahead log.
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const opened = openDatabase(url.href, { poolSize, applicationName: 'bray test' });
  const roles = new Map<DatabaseRole, OpenDatabase>();
  return {
    ...opened,
    url: url.href,
    as(role) {
      const known = roles.get(role);
      if (known !== undefined) return known;
      const applicationName = `bray test ${role}`;
      const pool = openDatabase(asRole(url.href, databaseRoles[role]), { poolSize, applicationName });
      roles.set(role, pool);
      return pool;
    },
    async close() {
      await Promise.all([opened, ...roles.values()].map((pool) => pool.close()));
      await dropped(name);
    },
  };
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
