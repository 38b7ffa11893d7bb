import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Sql, TransactionSql } from 'postgres';
import { type BackupEnd, type BackupHead, backedUpTables, endOfRows } from './tables.ts';

/**
 * Writes all that the database holds, as of one instant, while everything goes on. Chat ids are in it as they
 * are in the database: sealed. Keys are not in it. Answers how many rows of each table it wrote.
 */
export async function writeBackup(sql: Sql, out: Writable): Promise<BackupEnd['rows']> {
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    const line = (value: object | string) =>
      put(out, `${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
    await line({
      format: 'bray backup',
      version: 1,
      madeAt: Temporal.Now.instant().toString(),
      migrations: await appliedMigrations(tx),
    } satisfies BackupHead);
    const rows: Record<string, number> = {};
    for (const table of backedUpTables) {
      const columns = await columnsOf(tx, table);
      await line({ table, columns });
      const copy = await tx`copy ${tx(table)} (${tx(columns)}) to stdout`.readable();
      let count = 0;
      for await (const chunk of copy) {
        count += newlines(chunk);
        await put(out, chunk);
      }
      // Postgres.js 3.4.9 pauses its socket while the stream is full, and a stream that has ended asks for no more: when a
      // table's end comes with its last full buffer, the socket stays paused and the next statement is never answered.
      // This is what resumes it.
      copy._read(0);
      await line(endOfRows);
      rows[table] = count;
    }
    await line({ end: true, rows } satisfies BackupEnd);
    return rows;
  });
}

/** The migrations that a database has, in order, by the hash of their content. */
export async function appliedMigrations(sql: Sql | TransactionSql): Promise<string[]> {
  const found = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  return found.map(({ hash }) => hash);
}

/** The columns of one of our tables, by name; not those that PostgreSQL makes of others. */
export async function columnsOf(sql: Sql | TransactionSql, table: string): Promise<string[]> {
  const found = await sql<{ column: string }[]>`
    select attname as "column" from pg_attribute
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
  return found.map(({ column }) => column);
}

async function put(out: Writable, chunk: string | Uint8Array): Promise<void> {
  if (!out.write(chunk)) await once(out, 'drain');
}

function newlines(chunk: Uint8Array): number {
  let count = 0;
  for (const byte of chunk) if (byte === 10) count += 1;
  return count;
}
