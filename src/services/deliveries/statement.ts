import { type SQL, sql } from 'drizzle-orm';

/** Ids as one parameter of a statement. */
export function uuidArray(ids: Iterable<string>): SQL {
  return sql`${`{${[...ids].join(',')}}`}::uuid[]`;
}

/** Rows as one parameter of a statement, for `jsonb_to_recordset`: bare arrays do not pass through the driver. */
export function jsonRows(rows: readonly object[]): SQL {
  return sql`${JSON.stringify(rows)}::text::jsonb`;
}

/** An instant `ms` milliseconds after another one. */
export function after(instant: Temporal.Instant, ms: number): Temporal.Instant {
  return instant.add({ milliseconds: Math.ceil(ms) });
}

/** Rows in the order of their ids: an update returns them in any. */
export function inOrderOf<Row extends { readonly id: string }>(ids: readonly string[], rows: Row[]): Row[] {
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
