import type { Sql } from 'postgres';

/**
 * An empty table `copy` of the same shape as `table`: columns, defaults, checks, indexes; and what `like … including
 * all` leaves out, its foreign keys and how it is stored (how full a page gets, when it is vacuumed).
 */
export async function createSameShape(sql: Sql, table: string, copy: string): Promise<void> {
  await sql.unsafe(`create table ${copy} (like ${table} including all)`);
  for (const { definition } of await foreignKeys(sql, table)) {
    await sql.unsafe(`alter table ${copy} add ${definition}`);
  }
  const [stored] = await sql<{ options: string | null }[]>`
    select array_to_string(reloptions, ', ') as options from pg_class where oid = ${table}::regclass`;
  if (stored?.options) await sql.unsafe(`alter table ${copy} set (${stored.options})`);
}

/**
 * Lets `fill` write millions of rows into a table without its foreign keys and all indexes, which are made anew
 * afterwards: many times faster, and the indexes are as they are after a `reindex`. Rows that were written
 * meanwhile are not checked against other tables.
 */
export async function fillBare(sql: Sql, table: string, fill: () => Promise<void>): Promise<void> {
  const keys = await foreignKeys(sql, table);
  // What others refer to (the primary key) stays.
  const indexes = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass and not i.indisprimary`;
  for (const { name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await fill();
  for (const { definition } of indexes) await sql.unsafe(definition);
  for (const { name, definition } of keys) {
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition} not valid`);
  }
}

async function foreignKeys(sql: Sql, table: string): Promise<{ name: string; definition: string }[]> {
  return sql<{ name: string; definition: string }[]>`
    select conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = ${table}::regclass and contype = 'f'`;
}
