import { and, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';

/** Waits, and nothing of it can have arrived: every attempt there was has been answered with a plain no. */
export const neverAttempted = and(
  eq(accountDeliveries.state, 'planned'),
  isNull(accountDeliveries.firstAttemptedAt),
);

/**
 * Of those that wait while an attempt before may have arrived: has them looked for at once, and taken back if they stand.
 * Answers how many there were.
 */
export async function takeBackOnceSeen(ctx: CoreContext, which: SQL | undefined): Promise<number> {
  const now = ctx.clock.now();
  const looked = await ctx.db
    .update(accountDeliveries)
    .set({ state: 'unknown', outcome: 'retracted', lookAt: now, retraction: 'asked', retractAt: now })
    .where(and(which, eq(accountDeliveries.state, 'planned'), isNotNull(accountDeliveries.firstAttemptedAt)))
    .returning({ id: accountDeliveries.id });
  return looked.length;
}
