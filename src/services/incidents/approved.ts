import type { Context } from '../context.ts';
import { areFactsApproved } from '../revisions/approved.ts';
import { type IncidentRevisionRow, incidentContentHash, incidentFactsOf } from './facts.ts';

/** Whether a revision's facts still are what a second person approved; see `areFactsApproved`. */
export function isIncidentApproved(ctx: Context, revision: IncidentRevisionRow): Promise<boolean> {
  return areFactsApproved(ctx, {
    subject: { type: 'incident', id: revision.incidentId },
    contentHash: incidentContentHash(revision.incidentId, revision.revision, incidentFactsOf(revision)),
    recordedBy: revision.recordedBy,
  });
}
