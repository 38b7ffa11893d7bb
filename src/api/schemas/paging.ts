import { z } from '@hono/zod-openapi';
import type { Id } from '../../domain/ids.ts';
import { id, idOf } from './words.ts';

/** How many a page may hold. */
export const pageLimit = z.coerce
  .number('is not a number')
  .int('is not a whole number')
  .min(1, 'is below 1')
  .max(100, 'is above 100');

/** How to ask for a page of a list whose newest stand first. */
export const pageQuery = <T extends Id<string>>() =>
  z.strictObject({
    before: idOf<T>()
      .optional()
      .openapi({ description: 'The `next` of the page before; without it, the first page.' }),
    limit: pageLimit.default(20),
  });

/** How to ask for a page of a list that stands in another order. */
export const afterQuery = <T extends Id<string>>() =>
  z.strictObject({
    after: idOf<T>()
      .optional()
      .openapi({ description: 'The `next` of the page before; without it, the first page.' }),
    limit: pageLimit.default(100),
  });

/** A page of a list; `next` is null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: id.nullable() });

/** Presents one row more than a page holds as a page: the row more tells that there is another page. */
export function page<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(present),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The page of a whole list that follows `after`; null when the list holds that no longer. */
export function pageAfter<Row extends { readonly id: string }, Item>(
  rows: readonly Row[],
  wanted: { readonly after?: string | undefined; readonly limit: number },
  present: (row: Row) => Item,
): { items: Item[]; next: string | null } | null {
  const { after } = wanted;
  const from = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && from === 0) return null;
  return page(rows.slice(from, from + wanted.limit + 1), wanted.limit, present);
}
