import { and, arrayContains, eq, isNull, or } from 'drizzle-orm';
import { endpointEvents, endpoints } from '../../db/schema/index.ts';
import type { EndpointEventKind, EndpointEventSubject } from '../../domain/endpoint.ts';
import { type CaseId, type EndpointEventId, newId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { wake } from '../wake.ts';

/**
 * Plans an event of a case for every system that wants its kind and is told of the case. To be called in the transaction that makes public what it tells of:
 * then none is lost, and none tells of what was rolled back.
 */
export async function announce(
  ctx: CoreContext,
  {
    kind,
    caseId,
    data,
  }: { readonly kind: EndpointEventKind; readonly caseId: CaseId; readonly data: EndpointEventSubject },
): Promise<void> {
  const told = await ctx.db
    .select({ id: endpoints.id })
    .from(endpoints)
    .where(
      and(
        eq(endpoints.campaignId, ctx.campaignId),
        isNull(endpoints.endedAt),
        arrayContains(endpoints.kinds, [kind]),
        or(isNull(endpoints.caseIds), arrayContains(endpoints.caseIds, [caseId])),
      ),
    );
  if (told.length === 0) return;
  const now = ctx.clock.now();
  await ctx.db.insert(endpointEvents).values(
    told.map(({ id }) => ({
      id: newId<EndpointEventId>(),
      endpointId: id,
      kind,
      data,
      state: 'planned' as const,
      createdAt: now,
      dueAt: now,
    })),
  );
  await wake(ctx, 'sender');
}
