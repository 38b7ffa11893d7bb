import { sql } from 'drizzle-orm';
import type { BroadcastId, DeliveryId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { notPaused } from '../pauses/standing.ts';
import { uuidArray } from './statement.ts';

/** What must not leave any more, of what is in the sender's hands. */
export interface Withdrawn {
  /** These stand still, or were cancelled. */
  readonly broadcasts: ReadonlySet<BroadcastId>;
  /** The rows of these are gone, as their followers wished. */
  readonly erased: ReadonlySet<DeliveryId>;
}

/** Everything that is held may go out. */
export const NOTHING_WITHDRAWN: Withdrawn = { broadcasts: new Set(), erased: new Set() };

/**
 * Looks again at what was claimed and has not left. After a claim this makes an order certain: rows of newer facts
 * can be claimed only once the broadcasts that they overtake are seen here to be cancelled.
 */
export async function checkHeld(
  ctx: Context,
  held: { readonly broadcasts: Iterable<BroadcastId>; readonly deliveries: Iterable<DeliveryId> },
): Promise<Withdrawn> {
  const [broadcasts, deliveries] = [[...held.broadcasts], [...held.deliveries]];
  if (broadcasts.length + deliveries.length === 0) return NOTHING_WITHDRAWN;
  const rows = await ctx.db.execute<{ broadcast: BroadcastId | null; delivery: DeliveryId | null }>(sql`
    select b.id as broadcast, null::uuid as delivery from broadcasts b
    where b.id = any(${uuidArray(broadcasts)}) and not (b.state = 'running' and ${notPaused})
    union all
    select null, h.id from unnest(${uuidArray(deliveries)}) h(id)
    where not exists (select 1 from deliveries d where d.id = h.id)`);
  return {
    broadcasts: new Set(rows.flatMap(({ broadcast }) => broadcast ?? [])),
    erased: new Set(rows.flatMap(({ delivery }) => delivery ?? [])),
  };
}
