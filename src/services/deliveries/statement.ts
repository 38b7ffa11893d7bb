import { type SQL, sql } from 'drizzle-orm';
import { tiers } from '../../domain/tier.ts';

/** Ids as one parameter of a statement. */
export function uuidArray(ids: Iterable<string>): SQL {
  return sql`${`{${[...ids].join(',')}}`}::uuid[]`;
}

/** Rows as one parameter of a statement, for `jsonb_to_recordset`: bare arrays do not pass through the driver. */
export function jsonRows(rows: readonly object[]): SQL {
  return sql`${JSON.stringify(rows)}::text::jsonb`;
}

/** Bytes as text in such a row, for `decode(…, 'hex')`. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/**
 * `limit` for statements that want the first rows in the order of an index, told as a question and not as a number:
 * PostgreSQL then expects to stop early and reads that index. Told the number, it may find by statistics, which know a
 * broadcast of usual size or one of yesterday, that there are no more, and sort all the rows of a huge one (450 ms
 * instead of 10 ms at 300,000).
 */
export function first(rows: number): SQL {
  return sql`limit (select ${rows}::int)`;
}

/**
 * That a delivery `d`, which is found by its id, is being attempted under an epoch that is as told. By the functions
 * behind `=` and `<`: these are the words of no index, and PostgreSQL believes that they hold for many, so that it looks
 * their broadcasts up together and not all of them for each.
 */
export function isAttempted(epoch: { readonly before: number } | { readonly is: number }): SQL {
  const asTold = 'is' in epoch ? sql`int4eq(d.epoch, ${epoch.is})` : sql`int4lt(d.epoch, ${epoch.before})`;
  return sql`texteq(d.state, 'attempting') and ${asTold}`;
}

/** The tiers as rows, each of which is looked for by itself: so an index by tier serves what is due, whatever waits. */
export const tierRows: SQL = sql`(values ${sql.join(
  Object.values(tiers).map((tier) => sql.raw(`(${tier}::smallint)`)),
  sql`, `,
)})`;

/** An instant `ms` milliseconds after another one. */
export function after(instant: Temporal.Instant, ms: number): Temporal.Instant {
  return instant.add({ milliseconds: Math.ceil(ms) });
}

/** Rows in the order of their ids: an update returns them in any. Rows of other ids are left out. */
export function inOrderOf<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): Row[] {
  const byId = new Map<string, Row>();
  for (const row of rows) byId.set(row.id, row);
  const ordered: Row[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (row !== undefined) ordered.push(row);
  }
  return ordered;
}
