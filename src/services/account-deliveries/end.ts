import { and, eq, gt, inArray } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { DeadState } from '../../domain/words.ts';
import { tellOfDelivery } from '../accounts/tell-staff.ts';
import type { Context } from '../context.ts';
import type { Job } from './job.ts';

/**
 * Ends a delivery without its standing there for certain, tells staff why, and takes back what would have followed it in
 * its thread. What follows one that may stand there waits for the person who finds out.
 */
export async function endDelivery(
  ctx: Context,
  job: Job,
  end: { readonly state: DeadState; readonly outcome: string },
): Promise<void> {
  const { delivery } = job;
  const now = ctx.clock.now();
  await ctx.db
    .update(accountDeliveries)
    .set({ ...end, lookAt: null, settledAt: now })
    .where(eq(accountDeliveries.id, delivery.id));
  if (end.state !== 'unknown') {
    await ctx.db
      .update(accountDeliveries)
      .set({ state: 'cancelled', outcome: 'part-before-failed', settledAt: now })
      .where(
        and(
          eq(accountDeliveries.postId, delivery.postId),
          eq(accountDeliveries.accountId, delivery.accountId),
          gt(accountDeliveries.part, delivery.part),
          inArray(accountDeliveries.state, ['planned']),
        ),
      );
  }
  await tellOfDelivery(ctx, job, end);
}
