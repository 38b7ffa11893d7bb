import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from '../../services/context.ts';
import {
  broadcastsToPrune,
  type PrunePlace,
  pruneDeliveries as prune,
} from '../../services/deliveries/prune.ts';

/** A run ends after so long, well before pg-boss takes it for dead; the next one goes on where it is needed. */
const LONGEST_MS = 10 * 60_000;

/** Between two batches, at least: the sender's statements and the log writer get their turn. */
const SHORTEST_REST_MS = 20;

/** Forgets who was sent what, three days after; what it came to stays as numbers. */
export async function pruneDeliveries(ctx: Context): Promise<void> {
  const ends = ctx.clock.monotonic() + LONGEST_MS;
  let count = 0;
  for (const broadcastId of await broadcastsToPrune(ctx)) {
    let after: PrunePlace | null = null;
    do {
      const began = ctx.clock.monotonic();
      if (began > ends) break;
      const { pruned, next } = await prune(ctx, { broadcastId, after });
      count += pruned;
      after = next;
      // As long as it took: half of what one connection can do is left to everybody else.
      if (next !== null) await delay(Math.max(SHORTEST_REST_MS, ctx.clock.monotonic() - began));
    } while (after !== null);
  }
  if (count > 0) ctx.log.info('deliveries-pruned', { count });
}
