import { and, gte, isNotNull, lt, or } from 'drizzle-orm';
import { updates } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { maxAttempts } from './retry.ts';

/**
 * Telegram numbers updates on from the last one, and after a week without any it may begin anywhere (Bot API
 * 10.3, `Update`): a number kept longer could swallow a new update.
 */
const kept = Temporal.Duration.from({ hours: 7 * 24 - 1 });

/** Deletes updates that were handled or given up a week ago. One that still waits is never deleted. */
export async function pruneUpdates(ctx: Context): Promise<number> {
  const pruned = await ctx.db
    .delete(updates)
    .where(
      and(
        lt(updates.receivedAt, ctx.clock.now().subtract(kept)),
        or(isNotNull(updates.handledAt), gte(updates.attempts, maxAttempts)),
      ),
    );
  return pruned.count;
}
