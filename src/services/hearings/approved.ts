import type { Context } from '../context.ts';
import { areFactsApproved } from '../revisions/approved.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';

/** Whether a revision's facts still are what a second person approved; see `areFactsApproved`. */
export function isApproved(ctx: Context, revision: RevisionRow): Promise<boolean> {
  return areFactsApproved(ctx, {
    subject: { type: 'hearing', id: revision.hearingId },
    contentHash: hearingContentHash(revision.hearingId, revision.revision, factsOf(revision)),
    recordedBy: revision.recordedBy,
  });
}
