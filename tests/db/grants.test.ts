import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/db/client.ts';
import { allDatabaseRoles, type DatabaseRole, databaseRoles } from '../../src/db/database-roles.ts';
import { allTables, grants, roleStatements, sealedColumns } from '../../src/db/grants.ts';
import { asRole } from '../../src/db/logins.ts';
import { type TestCampaign, testCampaign } from '../helpers/campaign.ts';

let campaign: TestCampaign;
let pools: Readonly<Record<DatabaseRole, OpenDatabase>>;
beforeAll(async () => {
  campaign = await testCampaign();
  await campaign.followers('en', 1);
  await campaign.staff(['approver'], { linked: true });
  const as = (role: DatabaseRole) => openDatabase(asRole(campaign.url, databaseRoles[role]), { poolSize: 1 });
  pools = {
    web: as('web'),
    bot: as('bot'),
    scheduler: as('scheduler'),
    sender: as('sender'),
  };
});
afterAll(async () => {
  await Promise.all(Object.values(pools).map((pool) => pool.close()));
  await campaign.close();
});

const roles = Object.keys(databaseRoles) as DatabaseRole[];

/** What PostgreSQL answers to a role: `done`, or the code with which it refuses. */
async function as(role: DatabaseRole, statement: string): Promise<string> {
  try {
    await pools[role].sql.unsafe(statement);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

describe('the rights of the database roles', () => {
  test('are stated for every table there is, and for no other', async () => {
    const found = await campaign.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public'`;
    const missing = found.map(({ name }) => name).filter((name) => grants[name] === undefined);
    expect(
      missing,
      'add a line for each to `grants` in src/db/grants.ts: web, bot, scheduler, sender',
    ).toEqual([]);
    const gone = Object.keys(grants).filter((name) => !found.some((table) => table.name === name));
    expect(gone, 'take these lines out of `grants` in src/db/grants.ts').toEqual([]);
    expect([...allTables().keys()].toSorted()).toEqual(found.map(({ name }) => name).toSorted());
  });

  test('go to whoever migrates, also where the roles were there already', async () => {
    const names = [...allDatabaseRoles];
    const missing: string[] = [];
    const nothingStays = new Error('Nothing of it stays.');
    const tried = campaign.sql.begin(async (tx) => {
      await tx.unsafe(`revoke ${names.join(', ')} from current_user`);
      for (const statement of roleStatements()) await tx.unsafe(statement);
      const rows = await tx<{ name: string }[]>`
        select rolname as name from pg_roles
        where rolname in ${tx(names)} and not pg_has_role(current_user, oid, 'usage')`;
      missing.push(...rows.map(({ name }) => name));
      throw nothingStays;
    });
    await expect(tried).rejects.toBe(nothingStays);
    expect(missing).toEqual([]);
  });

  test('keep every sealed column, and every index of chats, from all but those who need it', async () => {
    const found = await campaign.sql<{ table: string; column: string }[]>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and column_name ~ '^(sealed|chat_index)' and table_name <> 'partner_secrets'`;
    for (const { table, column } of found) {
      expect(
        sealedColumns[table]?.[column],
        `add ${table}.${column} to \`sealedColumns\` in src/db/grants.ts, with the roles that may read it`,
      ).toBeDefined();
    }
    for (const [table, columns] of Object.entries(sealedColumns)) {
      for (const [column, allowed] of Object.entries(columns)) {
        for (const role of roles) {
          const answer = await as(role, `select ${column} from ${table}`);
          expect([role, table, column, answer]).toEqual([
            role,
            table,
            column,
            allowed.includes(role) ? 'done' : '42501',
          ]);
        }
      }
    }
  });

  test.each(roles)('of %s do not reach beyond', async (role) => {
    expect(await as(role, 'select * from subscribers')).toBe(role === 'sender' ? 'done' : '42501');
    for (const statement of [
      'update audit_entries set verb = verb',
      'delete from audit_entries',
      'truncate audit_entries',
      'update audit_links set hash = hash',
      'delete from audit_heads',
      'delete from campaigns',
      'delete from approvals',
      'create table mine ()',
      'drop table follows',
      'alter table subscribers add column x int',
      'insert into drizzle.__drizzle_migrations (hash) values (null)',
    ]) {
      expect([statement, await as(role, statement)]).not.toEqual([statement, 'done']);
    }
  });

  test('let nobody but the web role make somebody staff, or ask less of them', async () => {
    const becoming = [
      `update staff set roles = '{approver,admin}'`,
      `update staff set languages = '{az,en}'`,
      'update staff set revoked_at = null',
      'insert into staff select * from staff',
      'delete from staff_cases',
      'update staff_tokens set hash = hash',
      'insert into staff_tokens select * from staff_tokens',
      'insert into passkeys select * from passkeys',
      'update staff_links set staff_id = staff_id',
      `update campaigns set approval_policy = '{}'`,
      `update campaigns set lead_times = '{}'`,
    ];
    for (const statement of becoming) {
      for (const role of ['bot', 'scheduler', 'sender'] as const) {
        expect([role, statement, await as(role, statement)]).toEqual([role, statement, '42501']);
      }
    }
    expect(await as('bot', 'update staff set language = language')).toBe('done');
  });

  test('let the web role neither plan for nor reach a chat', async () => {
    for (const statement of [
      'insert into subscribers select * from subscribers',
      'select * from updates',
      'update leases set epoch = epoch + 1',
      'copy subscribers to stdout',
      `select pg_read_file('/etc/passwd')`,
    ]) {
      expect([statement, await as('web', statement)]).toEqual([statement, '42501']);
    }
  });
});
