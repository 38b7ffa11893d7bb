import { eq } from 'drizzle-orm';
import { incidents } from '../../db/schema/index.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { Context } from '../context.ts';
import { areFactsApproved } from '../revisions/approved.ts';
import { type IncidentRevisionRow, incidentContentHash, incidentFactsOf } from './facts.ts';

/** Whether a revision's facts still are what a second person approved; see `areFactsApproved`. */
export async function isIncidentApproved(ctx: Context, row: IncidentRevisionRow): Promise<boolean> {
  const { incidentId, revision, recordedBy } = row;
  const [incident] = await ctx.db.select().from(incidents).where(eq(incidents.id, incidentId));
  if (incident === undefined) throw new Error('A revision names an incident that does not exist.');
  const named = await namedCaseAndPersons(ctx, incident.caseId);
  return areFactsApproved(ctx, 'incident', {
    subjectId: incidentId,
    contentHash: incidentContentHash(incidentId, revision, incidentFactsOf(row), named),
    recordedBy,
  });
}
