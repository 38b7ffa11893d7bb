import { and, eq, inArray } from 'drizzle-orm';
import { incidentRevisions, incidents } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { Context } from '../context.ts';
import type { IncidentRevisionRow } from './facts.ts';
import type { IncidentRow } from './find.ts';

/** An incident with what is in effect and what waits for a second person; null where there is none. */
export interface CaseIncident extends IncidentRow {
  readonly inEffect: IncidentRevisionRow | null;
  readonly inReview: IncidentRevisionRow | null;
}

/** The incidents of a case, by date: what a case's timeline shows of them is what is in effect. */
export async function listIncidents(ctx: Context, caseId: CaseId): Promise<CaseIncident[]> {
  const rows = await ctx.db
    .select({ incident: incidents, revision: incidentRevisions })
    .from(incidents)
    .leftJoin(
      incidentRevisions,
      and(
        eq(incidentRevisions.incidentId, incidents.id),
        inArray(incidentRevisions.state, ['in_effect', 'in_review']),
      ),
    )
    .where(
      and(
        eq(incidents.caseId, caseId),
        eq(incidents.campaignId, ctx.campaignId),
        ofOwnCases(ctx, incidents.caseId),
      ),
    );
  const found = Map.groupBy(rows, ({ incident }) => incident.id);
  return [...found.values()]
    .flatMap((of): CaseIncident[] => {
      const incident = of[0]?.incident;
      if (incident === undefined) return [];
      const inState = (state: IncidentRevisionRow['state']) =>
        of.find(({ revision }) => revision?.state === state)?.revision ?? null;
      return [{ ...incident, inEffect: inState('in_effect'), inReview: inState('in_review') }];
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ id, inEffect, inReview }: CaseIncident): string {
  const facts = inEffect ?? inReview;
  return `${facts?.localDate ?? '9999'} ${facts?.localTime ?? '99'} ${id}`;
}
