import { and, eq, isNull } from 'drizzle-orm';
import { approvals } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';

/**
 * Whether a revision's facts still are, to the letter, what somebody other than their recorder approved. Asked
 * right before they go out, so that a row changed by hand tells nobody anything. An approver who has left since
 * still counts: the hearing takes place all the same.
 */
export async function isApproved(ctx: Context, revision: RevisionRow): Promise<boolean> {
  const contentHash = hearingContentHash(revision.hearingId, revision.revision, factsOf(revision));
  const given = await ctx.db
    .select({ staffId: approvals.staffId })
    .from(approvals)
    .where(
      and(
        eq(approvals.subjectType, 'hearing'),
        eq(approvals.subjectId, revision.hearingId),
        eq(approvals.contentHash, contentHash),
        eq(approvals.decision, 'approved'),
        isNull(approvals.voidedAt),
      ),
    );
  return given.some(({ staffId }) => staffId !== revision.recordedBy);
}
