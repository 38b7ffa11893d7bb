import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { endpointEvents, endpoints } from '../../db/schema/index.ts';
import type { EndpointEventKind } from '../../domain/endpoint.ts';
import type { CaseId, EndpointId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { ofOwnEndpoints } from './scope.ts';

/** An endpoint as staff see it: never its secret. */
export interface ListedEndpoint {
  readonly id: EndpointId;
  readonly url: string;
  readonly kinds: readonly EndpointEventKind[];
  /** The only cases of which it is told; null: all. */
  readonly caseIds: readonly CaseId[] | null;
  readonly createdAt: Temporal.Instant;
  /** When staff removed it, or it answered that it wants nothing more. */
  readonly endedAt: Temporal.Instant | null;
  /** Events on their way, and those given up, of the last 30 days. */
  readonly waiting: number;
  readonly failed: number;
  /** Why the last attempt that failed did. */
  readonly outcome: string | null;
}

/** So long one that has ended is still listed: who removed it knows, who was ended by an answer must find out. */
const ENDED_LISTED = Temporal.Duration.from({ hours: 30 * 24 });

/** All systems of whoever asks that are told, or were within the last month, the oldest first, and how it goes. */
export async function listEndpoints(ctx: CoreContext): Promise<ListedEndpoint[]> {
  const since = ctx.clock.now().subtract(ENDED_LISTED);
  const events = (state: string) => sql<number>`(
    select count(*)::int from ${endpointEvents} e where e.endpoint_id = endpoints.id and e.state = ${state})`;
  return ctx.db
    .select({
      id: endpoints.id,
      url: endpoints.url,
      kinds: endpoints.kinds,
      caseIds: endpoints.caseIds,
      createdAt: endpoints.createdAt,
      endedAt: endpoints.endedAt,
      waiting: events('planned'),
      failed: events('failed'),
      outcome: sql<string | null>`(
        select e.outcome from ${endpointEvents} e where e.endpoint_id = endpoints.id and e.outcome is not null
        order by e.id desc limit 1)`,
    })
    .from(endpoints)
    .where(
      and(
        eq(endpoints.campaignId, ctx.campaignId),
        ofOwnEndpoints(ctx),
        or(isNull(endpoints.endedAt), gt(endpoints.endedAt, since)),
      ),
    )
    .orderBy(asc(endpoints.id));
}
