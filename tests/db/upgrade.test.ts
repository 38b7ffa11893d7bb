import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openDatabase } from '../../src/db/client.ts';
import { databaseRoles } from '../../src/db/database-roles.ts';
import { installJobEngine } from '../../src/db/job-engine.ts';
import { asRole } from '../../src/db/logins.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { CampaignId } from '../../src/domain/ids.ts';
import { createLog } from '../../src/log.ts';
import { findCaseBySlug } from '../../src/services/cases/find.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';

const migrations = fileURLToPath(new URL('../../drizzle', import.meta.url));

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

/** Brings an emptied database to where the first `count` migrations leave it. */
async function migrateTo(count: number): Promise<void> {
  const { sql, url } = database;
  await sql`drop schema public cascade`;
  await sql`drop schema drizzle cascade`;
  await sql`create schema public`;
  const folder = await mkdtemp(join(tmpdir(), 'bray-migrations-'));
  const old = openDatabase(url, { poolSize: 1 });
  try {
    await cp(migrations, folder, { recursive: true });
    const journal = join(folder, 'meta', '_journal.json');
    const read = JSON.parse(await readFile(journal, 'utf8'));
    await writeFile(journal, JSON.stringify({ ...read, entries: read.entries.slice(0, count) }));
    await runMigrations(old.db, { migrationsFolder: folder });
  } finally {
    await old.close();
    await rm(folder, { recursive: true });
  }
}

/** Gives the job engine's tables to the scheduler, which made them in earlier versions. */
async function jobsOfScheduler(): Promise<void> {
  const { sql, url } = database;
  const name = new URL(url).pathname.slice(1);
  await sql`drop schema pgboss cascade`;
  await sql.unsafe(`grant create on database ${name} to ${databaseRoles.scheduler}`);
  const scheduler = openDatabase(asRole(url, databaseRoles.scheduler), { poolSize: 1 });
  await installJobEngine(scheduler.sql);
  await scheduler.close();
}

test('the job engine’s own goes over to who migrates, with what is in it, and its user may make nothing any more', async () => {
  await jobsOfScheduler();
  await database.sql`delete from drizzle.rights`;
  const owners = () => database.sql<{ owner: string }[]>`
    select nspowner::regrole::text as owner from pg_namespace where nspname = 'pgboss'
    union select relowner::regrole::text from pg_class
      where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p')
    union select proowner::regrole::text from pg_proc where pronamespace = 'pgboss'::regnamespace
    union select typowner::regrole::text from pg_type
      where typnamespace = 'pgboss'::regnamespace and typtype = 'e'`;
  expect(await owners()).toEqual([{ owner: databaseRoles.scheduler }]);
  expect(await migrate(database.url)).toBe(0);
  expect(await owners()).toEqual([{ owner: 'bray_migrate' }]);
  const scheduler = openDatabase(asRole(database.url, databaseRoles.scheduler), { poolSize: 1 });
  await expect(scheduler.sql`create table pgboss.mine ()`).rejects.toMatchObject({ code: '42501' });
  await expect(scheduler.sql`create schema mine`).rejects.toMatchObject({ code: '42501' });
  expect(await scheduler.sql`select count(*)::int as jobs from pgboss.job`).toEqual([{ jobs: 0 }]);
  await scheduler.close();
});

test('what stood in the tables of the first version is there in those of today, and still goes out', async () => {
  await migrateTo(2);
  const { sql } = database;
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const came = '2026-10-01T00:00:00Z';
  await sql`insert into campaigns (id, name, languages, zone, lead_times, created_at)
    values (${id(1)}, 'Free the Donkeys', '{en}', 'Asia/Baku', '["1d"]', ${came})`;
  await sql`insert into bots (id, campaign_id, telegram_id, username, created_at)
    values (${id(2)}, ${id(1)}, '7000000001', 'test_bot', ${came})`;
  await sql`insert into cases (id, campaign_id, slug, name, summary, country, zone, status, created_at)
    values (${id(3)}, ${id(1)}, 'donkeys', '{"en":"Donkeys"}', '{"en":"Two"}', 'AZ', 'Asia/Baku', 'open', ${came})`;
  await sql`insert into subscribers
    (id, campaign_id, bot_id, chat_index, sealed_chat, kind, language, state, created_at)
    values (${id(4)}, ${id(1)}, ${id(2)}, '\\x01', '\\x02', 'private', 'en', 'active', ${came})`;
  await sql`insert into broadcasts
    (id, campaign_id, bot_id, case_id, kind, priority, state, created_at)
    values (${id(5)}, ${id(1)}, ${id(2)}, ${id(3)}, 'post', 60, 'running', ${came})`;
  await sql`insert into messages (id, broadcast_id, language, text_language, discreet, payload, created_at)
    values (${id(6)}, ${id(5)}, 'en', 'en', false, '{"text":"News","entities":[],"buttons":[]}', ${came})`;
  await sql`insert into deliveries
    (id, bot_id, broadcast_id, message_id, subscriber_id, state, priority, due_at)
    values (${id(7)}, ${id(2)}, ${id(5)}, ${id(6)}, ${id(4)}, 'planned', 60, ${came})`;
  await sql`insert into staff (id, campaign_id, name, roles, languages, language, created_at)
    values (${id(8)}, ${id(1)}, 'Emin', '{author}', '{en}', 'en', ${came})`;
  await sql`insert into posts (id, campaign_id, case_id, source_language, author_id, created_at)
    values (${id(9)}, ${id(1)}, ${id(3)}, 'en', ${id(8)}, ${came})`;
  await sql`insert into translations
    (id, post_id, language, text, state, "check", version, last_editor_id, edited_at, published_at)
    values (${id(1)}, ${id(9)}, 'en', 'News', 'published', 'checked', 1, ${id(8)}, ${came}, ${came})`;

  expect(await migrate(database.url)).toBeGreaterThan(0);

  // Made by the user in the url, as earlier versions did; who migrates owns it all now.
  const owners = await sql<{ owner: string }[]>`
    select distinct relowner::regrole::text as owner from pg_class
    where relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace)`;
  expect(owners).toEqual([{ owner: 'bray_migrate' }]);
  const [subscriber] = await sql<{ quiet: string; same: boolean }[]>`
    select quiet_hours as quiet, language_since = created_at as same from subscribers`;
  expect(subscriber).toEqual({ quiet: 'campaign', same: true });
  // Other systems knew of it when it went out.
  expect(await sql`select 1 from translations where public_at = published_at`).toHaveLength(1);
  const due = await sql<{ id: string }[]>`
    select d.id from broadcasts b join deliveries d on d.broadcast_id = b.id
    where b.state = 'running' and d.state = 'planned'`;
  expect(due).toEqual([{ id: id(7) }]);
});

test('a case that stood before it took two to open one is shown as before', async () => {
  await migrateTo(50);
  const { sql } = database;
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  const came = '2026-10-01T00:00:00Z';
  await sql`insert into campaigns (id, name, languages, zone, lead_times, created_at)
    values (${id(1)}, 'Free the Donkeys', '{en}', 'Asia/Baku', '["1d"]', ${came})`;
  await sql`insert into cases (id, campaign_id, slug, name, summary, country, zone, status, created_at)
    values (${id(3)}, ${id(1)}, 'donkeys', '{"en":"Donkeys"}', '{"en":"Two"}', 'AZ', 'Asia/Baku', 'open', ${came})`;
  expect(await migrate(database.url)).toBeGreaterThan(0);
  const open = openDatabase(database.url, { poolSize: 1 });
  const ctx = {
    db: open.db,
    clock: systemClock,
    log: createLog('silent'),
    actor: { kind: 'subscriber' as const },
    campaignId: id(1) as CampaignId,
  };
  expect(await findCaseBySlug(ctx, 'donkeys')).toMatchObject({ id: id(3), openedBy: null });
  await open.close();
});
