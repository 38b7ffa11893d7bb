/* Who may work as which database role, and what a start says to who may not: on a server of its own, whose roles it changes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CannotStart } from '../../src/cannot-start.ts';
import { type DatabaseConfig, type ServiceRole, serviceRoles } from '../../src/config.ts';
import { type OpenDatabase, openDatabase } from '../../src/db/client.ts';
import { databaseRoles } from '../../src/db/database-roles.ts';
import type { Embedded } from '../../src/db/embedded/index.ts';
import { ownershipStatement, roleStatements } from '../../src/db/grants.ts';
import { asRole, embeddedLogins, loginOf, loginsOf } from '../../src/db/logins.ts';
import { openPools } from '../../src/db/pools.ts';
import { openStorage } from '../../src/storage.ts';
import { ask, Trial } from './embedded-trial.ts';

let trial: Trial;
let held: Embedded;
/** As who made the server's roles; no superuser. */
let owner: OpenDatabase;
beforeAll(async () => {
  trial = await Trial.begin();
  held = await trial.start();
  // The service's first start on it: makes the roles, their passwords and the tables.
  const config = { database: { url: null, own: {} }, dataFolder: trial.dataFolder };
  await (await openStorage(config, new Set(serviceRoles))).stop();
  owner = openDatabase(held.url, { poolSize: 1 });
});
afterAll(async () => {
  await owner.close();
  await trial.end();
});

/** The address of a user who may work as the web role, and may make neither roles nor databases. */
function ofWeb(database = 'bray'): string {
  const url = new URL(loginOf(embeddedLogins(held.url), 'web'));
  url.pathname = `/${database}`;
  return url.href;
}

/** What a start says to who cannot: `ready` when it can. */
async function start(given: Partial<DatabaseConfig>, roles: readonly ServiceRole[]): Promise<string> {
  const config = { database: { url: null, own: {}, ...given }, dataFolder: '/nowhere' };
  try {
    await (await openStorage(config, new Set(roles))).stop();
    return 'ready';
  } catch (error) {
    if (error instanceof CannotStart) return error.message;
    throw error;
  }
}

test('in an embedded database each role signs in as itself, and can become no other', async () => {
  const logins = embeddedLogins(held.url);
  for (const role of serviceRoles) {
    const url = loginOf(logins, role);
    const [row] = await ask(url, 'select session_user::text as signed_in, current_user::text as works_as');
    expect(row).toEqual({ signed_in: databaseRoles[role], works_as: databaseRoles[role] });
    for (const stolen of [role === 'sender' ? 'bray_web' : 'bray_sender', 'bray_migrate', 'bray'])
      await expect(ask(url, `set role ${stolen}`)).rejects.toMatchObject({ code: '42501' });
  }
});

test('where all sign in as one user, each pool of a process still works as its role', async () => {
  const pools = openPools(loginsOf(held.url), serviceRoles);
  try {
    for (const role of serviceRoles) {
      const { sql } = pools.of(role);
      const [row] = await sql`select current_user::text as name`;
      expect(row?.name).toBe(databaseRoles[role]);
      const look = async () => sql`select sealed_chat from subscribers`;
      if (role === 'sender') expect(await look()).toEqual([]);
      else await expect(look()).rejects.toMatchObject({ code: '42501' });
    }
  } finally {
    await pools.close();
  }
});

test('options that an address has stay', () => {
  const url = asRole('postgres://a:b@h/d?options=-c%20work_mem%3D8MB&sslmode=require', 'bray_web');
  expect(new URL(url).searchParams.get('options')).toBe('-c work_mem=8MB -c role=bray_web');
  expect(new URL(url).searchParams.get('sslmode')).toBe('require');
  expect(url).not.toContain('+');
});

test('who may not work as a role is told which, by which address, and what to do', async () => {
  expect(await start({ url: ofWeb() }, ['web'])).toBe('ready');
  const refused = await start({ url: ofWeb() }, ['web', 'bot']);
  expect(refused).toMatch(
    /^The user in DATABASE_URL may not work as bray_bot.*DATABASE_URL_BOT.*database roles/,
  );
  expect(refused).not.toContain(new URL(ofWeb()).password);
  const own = { web: ofWeb(), sender: ofWeb() };
  expect(await start({ own }, ['web', 'sender'])).toMatch(/^The user in DATABASE_URL_SENDER may not/);
  // Told to migrate, who may not is not let off.
  expect(await start({ url: held.url, own: { migrate: ofWeb() } }, ['web'])).toMatch(
    /^The database of DATABASE_URL_MIGRATE .*may not work as bray_migrate.*database roles/,
  );
});

test('a process that may not migrate does not start on a database that lacks a migration', async () => {
  await owner.sql`
    update drizzle.__drizzle_migrations set hash = 'of another' || hash
    where id = (select max(id) from drizzle.__drizzle_migrations)`;
  try {
    expect(await start({ own: { web: ofWeb() } }, ['web'])).toMatch(
      /lacks 1 migration\(s\).*database migrate/,
    );
  } finally {
    await owner.sql`update drizzle.__drizzle_migrations set hash = replace(hash, 'of another', '')`;
  }
});

test('after what `database roles` prints, a user who may make neither roles nor databases runs it all', async () => {
  await owner.sql`create database another`;
  const url = new URL(held.url);
  url.pathname = '/another';
  const another = openDatabase(url.href, { poolSize: 1 });
  try {
    const others = roleStatements('bray_web').filter((statement) => !statement.includes('grant bray_web '));
    for (const statement of others) await another.sql.unsafe(statement);
    expect(await start({ url: ofWeb('another') }, serviceRoles)).toMatch(
      /belongs to another user.*database roles/,
    );
    await another.sql.unsafe(ownershipStatement());
    expect(await start({ url: ofWeb('another') }, serviceRoles)).toBe('ready');
    const owners = await another.sql<{ owner: string }[]>`
      select distinct relowner::regrole::text as owner from pg_class
      where relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace, 'pgboss'::regnamespace)`;
    expect(owners).toEqual([{ owner: 'bray_migrate' }]);
  } finally {
    await another.close();
    await owner.sql`revoke bray_bot, bray_scheduler, bray_sender, bray_migrate from bray_web`;
  }
});
