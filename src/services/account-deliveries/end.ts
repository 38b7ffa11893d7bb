import { and, eq, gt, inArray } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { DeadState } from '../../domain/words.ts';
import { tellOfDelivery } from '../accounts/tell-staff.ts';
import { audit } from '../audit.ts';
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
    // What never stood there has nothing to be taken back.
    .set({
      ...end,
      lookAt: null,
      settledAt: now,
      ...(end.state !== 'unknown' && { retraction: null, retractAt: null }),
    })
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
  // Whoever has taken it back knows.
  if (end.outcome !== 'retracted') await tellOfDelivery(ctx, job, end);
}

/**
 * Ends a delivery that waits and may never go out. One of which an attempt may have arrived (`firstAttemptedAt`) is looked
 * for first: what stands there is never called cancelled.
 */
export async function endPlanned(
  ctx: Context,
  job: Job,
  end: { readonly state: 'cancelled'; readonly outcome: string },
): Promise<void> {
  const { delivery } = job;
  if (delivery.firstAttemptedAt === null) {
    await endDelivery(ctx, job, end);
    await audit(ctx, {
      verb: 'account-deliveries/refuse',
      subject: { type: 'account-delivery', id: delivery.id },
      details: { outcome: end.outcome },
    });
    return;
  }
  await ctx.db
    .update(accountDeliveries)
    .set({ state: 'unknown', outcome: end.outcome, lookAt: ctx.clock.now() })
    .where(eq(accountDeliveries.id, delivery.id));
}
