import { and, eq } from 'drizzle-orm';
import { endpointEvents, endpoints } from '../../db/schema/index.ts';
import { type EventAnswer, retryEventAt } from '../../domain/endpoint.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import type { ClaimedEvent } from './claim.ts';

/**
 * Records what became of an attempt: done, to be tried again, or given up. One that is gone is told nothing more, and listed
 * as such for a month.
 */
export async function recordEvent(
  ctx: CoreContext,
  { id, endpointId, attempts }: Pick<ClaimedEvent, 'id' | 'endpointId' | 'attempts'>,
  { answer, outcome }: { readonly answer: EventAnswer; readonly outcome: string | null },
): Promise<void> {
  const now = ctx.clock.now();
  const again = answer === 'failed' ? retryEventAt(attempts, now) : null;
  const planned = and(eq(endpointEvents.id, id), eq(endpointEvents.state, 'planned'));
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(endpointEvents)
      .set(
        again === null
          ? { state: answer === 'taken' ? 'sent' : 'failed', settledAt: now, outcome }
          : { dueAt: again, outcome },
      )
      .where(planned);
    if (answer !== 'gone') return;
    await tx.db.update(endpoints).set({ endedAt: now }).where(eq(endpoints.id, endpointId));
    await audit(tx, { verb: 'endpoints/gone', subject: { type: 'endpoint', id: endpointId } });
  });
}
