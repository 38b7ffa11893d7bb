import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { addressNames, type ServiceRole, serviceRoles } from '../../src/config.ts';
import { openDatabase } from '../../src/db/client.ts';
import { databaseRoles } from '../../src/db/database-roles.ts';
import type { TestDatabase } from '../helpers/database.ts';
import { adminApi, firstMessage, person } from './people.ts';
import { eventually } from './process.ts';
import { type ReadyService, readyService } from './ready.ts';

let ready: ReadyService;
afterEach(() => ready.close());

async function mainJob(origin: string): Promise<void> {
  const { telegram, token, links } = ready;
  const approver = person(telegram.standIn, 'az');
  approver.starts(links.second);
  await approver.gets('');
  await firstMessage(adminApi(origin, token), { follower: person(telegram.standIn, 'az'), approver });
}

test('four processes, one role each, on one database deliver what a second person approved', async () => {
  ready = await readyService();
  const { trial, database } = ready;
  const logins = await ownLogins(database);
  // Each has its own address of the database and no other.
  const start = (role: ServiceRole) =>
    trial.start({ ROLES: role, DATABASE_URL: '', [addressNames[role]]: logins[role] });
  const web = start('web');
  const others = (['bot', 'scheduler', 'sender'] as const).map(start);
  const origin = `http://127.0.0.1:${await web.port()}`;
  await eventually(() => fetch(`${origin}/readyz`).then(({ ok }) => ok));
  await mainJob(origin);
  await attackEach(logins);
  // Nobody works on the database as anybody else: not for a job, not for the job engine.
  const seen = await database.sql<{ name: string; login: string }[]>`
    select distinct application_name as name, usename as login from pg_stat_activity
    where datname = current_database() and application_name not in ('bray test', 'attack') order by 1`;
  expect(seen).toEqual([
    ...serviceRoles.map((role) => ({ name: `bray ${role}`, login: databaseRoles[role] })).toSorted(byName),
    { name: 'pgboss', login: 'bray_scheduler' },
  ]);
  // Only the web role listens.
  for (const other of others) expect(other.log()).not.toContain('"event":"listening"');
  const codes = await Promise.all([web, ...others].map((one) => one.end('SIGTERM')));
  expect(codes).toEqual([0, 0, 0, 0]);
});

test('by webhook, updates come in over HTTP and the main job is done all the same', async () => {
  const port = await freePort();
  ready = await readyService({
    PORT: String(port),
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    TELEGRAM_WEBHOOK_SECRET: 's'.repeat(40),
  });
  const { telegram, trial } = ready;
  const service = trial.start();
  await service.port();
  await eventually(() => telegram.standIn.counts().setWebhook?.accepted === 1);
  await mainJob(`http://127.0.0.1:${port}`);
  expect(telegram.standIn.counts().getUpdates).toBeUndefined();
  expect(telegram.standIn.updates().every(({ by }) => by === 'webhook')).toBe(true);
  // What stands beside the service is connected at the machine alone: nobody asks around in our network over the API.
  const credentials = { server: telegram.url, token: 'a-token' };
  const connecting = adminApi(`http://127.0.0.1:${port}`, ready.token)('POST', '/accounts', {
    network: 'mastodon',
    language: 'az',
    credentials,
  });
  await expect(connecting).rejects.toThrow(/422 .*leads to this machine/);
  expect(await service.end('SIGTERM')).toBe(0);
});

const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  one.name < other.name ? -1 : 1;

/** Lets each role of the service sign in with a password of its own. */
async function ownLogins({ sql, url }: TestDatabase): Promise<Record<ServiceRole, string>> {
  const login = async (role: ServiceRole) => {
    const own = new URL(url);
    own.username = databaseRoles[role];
    own.password = randomBytes(16).toString('hex');
    await sql.unsafe(`alter role ${own.username} login password '${own.password}'`);
    return own.href;
  };
  return {
    web: await login('web'),
    bot: await login('bot'),
    scheduler: await login('scheduler'),
    sender: await login('sender'),
  };
}

/** What somebody tries who has taken over a process, with the very address that it works by. */
async function attackEach(logins: Readonly<Record<ServiceRole, string>>): Promise<void> {
  for (const role of serviceRoles) {
    const { sql, close } = openDatabase(logins[role], { poolSize: 1, applicationName: 'attack' });
    const tries = [
      ...(role === 'sender'
        ? []
        : [
            'select sealed_chat from subscribers',
            'select sealed_credentials from accounts',
            'set role bray_sender',
          ]),
      'set role bray_migrate',
      `update audit_entries set verb = 'cases/open'`,
      'delete from audit_entries',
      'truncate audit_entries',
      'alter table audit_entries disable trigger all',
    ];
    for (const statement of tries) {
      const answer = await sql.unsafe(statement).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
      expect([role, statement, answer]).toEqual([role, statement, '42501']);
    }
    await close();
  }
}

/** Telegram must be told an address before anybody listens there. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
