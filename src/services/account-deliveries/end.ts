import { and, eq, ne } from 'drizzle-orm';
import { accountDeliveries, contacts } from '../../db/schema/index.ts';
import type { DeadState } from '../../domain/words.ts';
import { tellOfDelivery } from '../accounts/tell-staff.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';
import type { Job } from './job.ts';
import { fromPartOn } from './thread.ts';

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
        and(fromPartOn({ ...delivery, part: delivery.part + 1 }), eq(accountDeliveries.state, 'planned')),
      );
  }
  // Whoever has taken it back knows.
  if (end.outcome !== 'retracted' && (await isNews(ctx, job, end))) await tellOfDelivery(ctx, job, end);
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

/**
 * Of a post's deliveries to contacts staff are told once for each way to end; all of them are listed. What ended with its
 * contact, of which nobody was told, does not count as told.
 */
async function isNews(
  ctx: Context,
  { delivery, contact }: Job,
  end: { readonly state: DeadState; readonly outcome: string },
): Promise<boolean> {
  if (contact === null) return true;
  if (end.outcome === 'contact-off') return false;
  const [before] = await ctx.db
    .select({ id: accountDeliveries.id })
    .from(accountDeliveries)
    .innerJoin(contacts, eq(contacts.id, accountDeliveries.contactId))
    .where(
      and(
        ne(contacts.state, 'refused'),
        eq(accountDeliveries.postId, delivery.postId),
        eq(accountDeliveries.accountId, delivery.accountId),
        eq(accountDeliveries.state, end.state),
        ne(accountDeliveries.id, delivery.id),
        ne(accountDeliveries.outcome, 'contact-off'),
      ),
    )
    .limit(1);
  return before === undefined;
}
