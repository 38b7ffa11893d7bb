import { and, arrayContains, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { broadcasts, deliveries } from '../../db/schema/index.ts';
import type { CaseId, SubscriberId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';

/**
 * Cancels what is still planned for a subscriber, of one case or of all; answers how many messages. What the
 * sender holds in its hands at this moment may still arrive.
 */
export async function cancelDeliveries(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly caseId?: CaseId },
): Promise<number> {
  const ofCase =
    input.caseId === undefined
      ? undefined
      : inArray(
          deliveries.broadcastId,
          ctx.db
            .select({ id: broadcasts.id })
            .from(broadcasts)
            .where(
              or(
                eq(broadcasts.caseId, input.caseId),
                // A digest that tells of it among others goes with it.
                and(isNotNull(broadcasts.digestId), arrayContains(broadcasts.digestCaseIds, [input.caseId])),
              ),
            ),
        );
  const cancelled = await ctx.db
    .update(deliveries)
    .set({ state: 'cancelled', outcome: 'unfollowed', settledAt: ctx.clock.now() })
    .where(and(eq(deliveries.subscriberId, input.subscriberId), eq(deliveries.state, 'planned'), ofCase))
    .returning({ id: deliveries.id });
  return cancelled.length;
}
