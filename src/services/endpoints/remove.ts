import { and, eq, isNull } from 'drizzle-orm';
import { endpoints } from '../../db/schema/index.ts';
import type { EndpointId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { ofOwnEndpoints } from './scope.ts';

export type RemoveEndpointRefusal = { readonly code: 'endpoint-unknown' };

/** Tells another system nothing more; what is on its way is not tried again. */
export async function removeEndpoint(
  ctx: CoreContext,
  endpointId: EndpointId,
): Promise<Result<{ readonly endpointId: EndpointId }, RemoveEndpointRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const ended = await tx.db
      .update(endpoints)
      .set({ endedAt: tx.clock.now() })
      .where(
        and(
          eq(endpoints.id, endpointId),
          eq(endpoints.campaignId, tx.campaignId),
          isNull(endpoints.endedAt),
          ofOwnEndpoints(tx),
        ),
      )
      .returning({ id: endpoints.id });
    if (ended.length === 0) return refused({ code: 'endpoint-unknown' });
    await audit(tx, { verb: 'endpoints/remove', subject: { type: 'endpoint', id: endpointId } });
    return done({ endpointId });
  });
}
