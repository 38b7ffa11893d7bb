import { getTableColumns, getTableName, is, type Table } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { allDatabaseRoles, type DatabaseRole, databaseRoles, MIGRATE_ROLE } from './database-roles.ts';
import * as schema from './schema/index.ts';

/**
 * What a role may do with a table: s(elect), i(nsert), u(pdate), d(elete); an empty text: nothing. Whoever locks rows
 * needs the right to update them. In the order web, bot, scheduler, sender.
 */
type Rights = readonly [web: string, bot: string, scheduler: string, sender: string];

/**
 * Who may do what, table by table. All rights are granted from these lines, from `sealedColumns` and from `changeableColumns`: a new table needs
 * its line here, and nobody can use it until then.
 */
export const grants: Readonly<Record<string, Rights>> = {
  campaigns: ['siu', 'su', 'su', 's'],
  bots: ['siu', 'siu', 'siu', 'siu'],
  approval_policy_requests: ['sid', '', '', ''],
  reserve_requests: ['sid', 'sud', '', ''],
  star_spending: ['s', 's', 's', 'siud'],
  cases: ['siu', 'su', 'su', 's'],
  case_lead_times: ['siud', 'siud', 'sd', ''],
  persons: ['siud', 's', 's', 's'],
  events: ['siud', 's', 's', ''],
  statements: ['siud', 's', 's', ''],
  disagreements: ['siud', 's', 's', ''],
  consents: ['siu', 'su', 'su', ''],
  staff: ['siu', 'su', 's', 's'],
  staff_cases: ['sid', 's', 's', 's'],
  staff_requests: ['siu', 'siu', 'su', ''],
  successions: ['siu', '', 'su', ''],
  staff_tokens: ['siud', '', '', ''],
  staff_links: ['siud', 'su', '', ''],
  passkeys: ['siud', 's', 's', 's'],
  invitations: ['siud', '', '', ''],
  sessions: ['siud', '', '', ''],
  challenges: ['siud', '', '', ''],
  sign_in_failures: ['siud', '', '', ''],
  // Of whoever leaves, and of the day before, nothing is kept: to find which, `sealed` is not read.
  kept_answers: ['siud', 'sd', 'sd', ''],
  partners: ['siud', 's', 'su', ''],
  partner_secrets: ['siud', '', '', ''],
  partner_reports: ['siud', 'su', 'siud', ''],
  endpoints: ['siu', 's', 's', 'su'],
  endpoint_events: ['si', 'si', 'sid', 'su'],
  // An adjournment puts the hearing that it names into effect, also when it is approved in the bot.
  hearings: ['siu', 'siu', 'su', 's'],
  hearing_revisions: ['siu', 'siu', 'su', 's'],
  hearing_keys: ['siud', 's', 's', ''],
  incidents: ['siu', 'su', 'su', 's'],
  incident_revisions: ['siu', 'su', 'su', 's'],
  // Whoever switches them off, and each day's end, erases them without seeing whose they are.
  attendances: ['sd', 'siud', 'sd', ''],
  alerts: ['siud', 'siud', 'siud', 's'],
  rings: ['siud', 'siud', 'siud', 's'],
  subscribers: ['su', 'siud', 'su', 'su'],
  accounts: ['siu', 'su', 'siu', 'siu'],
  post_accounts: ['siud', 's', 's', 's'],
  payloads: ['siud', 'siud', 'siud', 's'],
  // Of a contact who leaves the web role, and of a refused one the sender, forgets who it was.
  contacts: ['siu', 's', 's', 'su'],
  account_deliveries: ['siud', 'siud', 'siud', 'siud'],
  follows: ['su', 'siud', 'su', 'siud'],
  media: ['si', 's', 's', 's'],
  media_uploads: ['si', '', '', ''],
  media_files: ['s', 'siud', 's', 'siud'],
  posts: ['siu', 'su', 'su', 's'],
  translations: ['siu', 'su', 'su', 's'],
  // As of `kept_answers`: `draft` is not read by who only forgets.
  text_claims: ['siud', 'sd', 'sd', ''],
  // The sender looks for the approval of what goes to an account right before the call.
  approvals: ['siu', 'siu', 'su', 's'],
  approved_texts: ['si', 'si', 's', ''],
  pauses: ['siu', 'siu', 'su', 's'],
  digests: ['s', 's', 'siud', 's'],
  broadcasts: ['siu', 'su', 'siu', 'su'],
  broadcast_totals: ['s', 'siu', 'siu', 'siu'],
  messages: ['siu', 's', 'siu', 'su'],
  deliveries: ['siu', 'siud', 'siud', 'siud'],
  claims: ['', '', '', 'siud'],
  calls: ['sid', 'siud', 'siud', 'siud'],
  updates: ['s', 'siud', 'sd', 's'],
  // What was done is added and never changed: nobody may.
  audit_entries: ['si', 'si', 'si', 'si'],
  audit_links: ['s', '', 'si', ''],
  audit_heads: ['s', '', 'si', ''],
  statistics: ['s', '', 'sid', ''],
  leases: ['s', '', 's', 'siud'],
  // Whoever serves probes asks whether the database takes anything in, by a beat; bot and sender say with which keys they work.
  beats: ['siu', 'siu', 'siu', 'siu'],
};

/**
 * Columns that only the roles named here may read, whatever their table's line says; the others may write them. The
 * web role sees no chat in any form, the bot finds one that speaks to it, the sender alone opens any.
 */
export const sealedColumns: Readonly<Record<string, Readonly<Record<string, readonly DatabaseRole[]>>>> = {
  subscribers: { sealed_chat: ['sender'], chat_index: ['bot', 'sender'] },
  staff: { sealed_chat: ['sender'], chat_index: ['bot', 'sender'] },
  calls: { sealed_chat: ['sender'], sealed_params: ['sender'], chat_index: ['bot', 'sender'] },
  updates: { sealed: ['bot'], chat_index: ['bot'] },
  contacts: { sealed: ['sender'] },
  endpoints: { sealed_secret: ['sender'] },
  attendances: { mark: ['bot'] },
  accounts: { sealed_credentials: ['sender'] },
  // Opened with the bearer token alone that the answer was given to.
  kept_answers: { sealed: ['web'] },
  // What somebody typed and has shown to nobody.
  text_claims: { draft: ['web'] },
};

/**
 * Columns that alone a role may change, where its table's line would let it change all. Who is on the staff, in which roles,
 * and what the campaign asks of them, is changed through the web role, so that whoever takes over another process makes
 * nobody staff; and whoever only locks a row needs the right to change one of its columns: the one that tells least.
 */
const changeableColumns: Readonly<
  Record<string, Readonly<Partial<Record<DatabaseRole, readonly string[]>>>>
> = {
  // Who joins or forgets a chat, and who chooses a language, does so in the bot.
  staff: { bot: ['bot_id', 'chat_index', 'sealed_chat', 'language'] },
  // Whoever agrees to a reserve may do so in the bot.
  campaigns: { bot: ['created_at', 'reserve_bot', 'reserve_channel'], scheduler: ['created_at'] },
  reserve_requests: { bot: ['asked_at'] },
  staff_links: { bot: ['used_at'] },
  // The scheduler finds that a naming is in doubt, or has lapsed, and can name nobody.
  successions: { scheduler: ['doubted_at', 'dropped_at'] },
};

const words = { s: 'select', i: 'insert', u: 'update', d: 'delete' } as const;

/** All tables of the service, with the names of their columns. */
export function allTables(): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, readonly string[]>();
  for (const value of Object.values(schema) as unknown[]) {
    if (!is(value, PgTable)) continue;
    const table: Table = value;
    tables.set(
      getTableName(table),
      Object.values(getTableColumns(table)).map((column) => column.name),
    );
  }
  return tables;
}

/** The SQL that gives each role its rights and takes all others away; harmless to repeat. For who owns the tables. */
export function grantStatements(): string[] {
  const roles = Object.values(databaseRoles).join(', ');
  const statements = [
    `grant usage on schema public, drizzle to ${roles}`,
    `grant select on drizzle.__drizzle_migrations to ${roles}`,
    ...[...allTables().keys()].map((table) => `revoke all on ${table} from ${roles}`),
    // The job engine's own: made by who migrates, used by the scheduler alone.
    `grant usage on schema pgboss to ${databaseRoles.scheduler}`,
    `grant select, insert, update, delete on all tables in schema pgboss to ${databaseRoles.scheduler}`,
  ];
  for (const [table, columns] of allTables()) {
    const rights = grants[table];
    if (rights === undefined) continue;
    for (const [place, role] of (Object.keys(databaseRoles) as DatabaseRole[]).entries()) {
      const granted = [...(rights[place] ?? '')].flatMap((letter) => rightOn(table, columns, role, letter));
      if (granted.length > 0)
        statements.push(`grant ${granted.join(', ')} on ${table} to ${databaseRoles[role]}`);
    }
  }
  return statements;
}

function rightOn(table: string, columns: readonly string[], role: DatabaseRole, letter: string): string[] {
  const word = words[letter as keyof typeof words];
  const changeable = letter === 'u' ? changeableColumns[table]?.[role] : undefined;
  if (changeable !== undefined) return [`${word} (${changeable.join(', ')})`];
  const sealed = sealedColumns[table];
  if (letter !== 's' || sealed === undefined) return [word];
  const readable = columns.filter((column) => sealed[column]?.includes(role) ?? true);
  return [`${word} (${readable.join(', ')})`];
}

/**
 * The SQL that makes the roles, for who may make any, and makes `login` a member of each. Two statements a role, for
 * roles are of the whole server: where another database has made them already, the membership is still to be given. Who
 * may not give it is told so and goes on: each process may sign in as its own role.
 */
export function roleStatements(login = 'current_user'): string[] {
  return allDatabaseRoles.flatMap((role) => [
    `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    `do $$ begin grant ${role} to ${login}; exception when insufficient_privilege then raise notice 'not a member of ${role}: %', sqlerrm; end $$`,
  ]);
}

/**
 * The SQL that lets who migrates make tables in this database, and hands it what others made before. For who owns the
 * database and what is in it, or a superuser; harmless to repeat.
 */
export function ownershipStatement(): string {
  const tables = [...allTables().keys()].map((name) => `'${name}'`).join(', ');
  const to = `owner to ${MIGRATE_ROLE}`;
  const others = `<> '${MIGRATE_ROLE}'::regrole`;
  return `do $$ declare step record; begin
  if not has_database_privilege('${MIGRATE_ROLE}', current_database(), 'CREATE') then
    execute format('grant create on database %I to ${MIGRATE_ROLE}', current_database());
  end if;
  if has_database_privilege('${databaseRoles.scheduler}', current_database(), 'CREATE') then
    execute format('revoke create on database %I from ${databaseRoles.scheduler}', current_database());
  end if;
  if not has_schema_privilege('${MIGRATE_ROLE}', 'public', 'CREATE') then
    grant usage, create on schema public to ${MIGRATE_ROLE};
  end if;
  -- Who has no right to grant is only warned.
  if not (has_database_privilege('${MIGRATE_ROLE}', current_database(), 'CREATE')
      and has_schema_privilege('${MIGRATE_ROLE}', 'public', 'CREATE')) then
    raise insufficient_privilege;
  end if;
  for step in
    select 1 as place, format('alter schema %I ${to}', nspname) as statement
      from pg_namespace where nspname in ('drizzle', 'pgboss') and nspowner ${others}
    union all
    select 2, format('alter table %s ${to}', c.oid::regclass)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and c.relowner ${others}
        and (n.nspname in ('drizzle', 'pgboss') or (n.nspname = 'public' and c.relname in (${tables})))
    union all
    select 2, format('alter routine %s ${to}', p.oid::regprocedure)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'pgboss' and p.proowner ${others}
    union all
    select 2, format('alter type %s ${to}', t.oid::regtype)
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where n.nspname = 'pgboss' and t.typtype = 'e' and t.typowner ${others}
    order by 1
  loop execute step.statement; end loop;
end $$`;
}
