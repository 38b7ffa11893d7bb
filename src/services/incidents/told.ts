import { and, desc, eq, lt } from 'drizzle-orm';
import { alerts, incidentRevisions } from '../../db/schema/index.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { IncidentFacts } from '../../domain/incident.ts';
import type { Context } from '../context.ts';
import { incidentFactsOf } from './facts.ts';

/**
 * What followers know of an incident when a revision takes effect: the newest earlier revision of which an alert went
 * out, whatever has become of it since. Null when they were told nothing yet.
 */
export async function incidentFactsToldBefore(
  ctx: Context,
  incidentId: IncidentId,
  revision: number,
): Promise<IncidentFacts | null> {
  const [told] = await ctx.db
    .select({ revision: incidentRevisions })
    .from(alerts)
    .innerJoin(
      incidentRevisions,
      and(
        eq(incidentRevisions.incidentId, alerts.incidentId),
        eq(incidentRevisions.revision, alerts.revision),
      ),
    )
    .where(
      and(eq(alerts.incidentId, incidentId), eq(alerts.state, 'dispatched'), lt(alerts.revision, revision)),
    )
    .orderBy(desc(alerts.revision))
    .limit(1);
  return told === undefined ? null : incidentFactsOf(told.revision);
}
