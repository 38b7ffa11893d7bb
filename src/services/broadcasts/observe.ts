import type { BroadcastId } from '../../domain/ids.ts';
import type { Observation } from '../../domain/progress.ts';
import type { CoreContext } from '../context.ts';
import { countDeliveries, countLater, countOthers } from './count.ts';
import { findBroadcast } from './find.ts';

/**
 * Counts a broadcast, and what goes before it or takes turns with it; undefined when there is none of this id. Looks
 * at every one of its rows: whoever repeats it leaves the database time for other work (`board.ts`).
 */
export async function observeBroadcast(
  ctx: CoreContext,
  broadcastId: BroadcastId,
): Promise<Observation | undefined> {
  // Its state first: of a broadcast that is over, the counts are then of later and complete.
  const broadcast = await findBroadcast(ctx, broadcastId);
  if (broadcast === undefined) return undefined;
  const { state, haltedFor } = broadcast;
  const runs = state === 'running';
  const counts = (await countDeliveries(ctx, [broadcastId])).get(broadcastId);
  if (counts === undefined) throw new Error('A broadcast that was counted has no counts.');
  const { later, ...dues } = runs ? await countLater(ctx, broadcastId) : nothingLater;
  return {
    at: ctx.clock.monotonic(),
    state,
    haltedFor,
    counts,
    // Counted a moment after the planned were.
    later: Math.min(later, counts.planned),
    ...dues,
    others: runs ? await countOthers(ctx, broadcast) : [],
  };
}

const nothingLater = { later: 0, nextDue: null, lastDue: null } as const;
