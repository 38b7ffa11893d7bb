import { and, eq, isNull } from 'drizzle-orm';
import { approvals } from '../../db/schema/index.ts';
import { wasProven } from '../approvals/prove.ts';
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
    .select({
      id: approvals.id,
      staffId: approvals.staffId,
      decision: approvals.decision,
      signature: approvals.signature,
      via: approvals.via,
    })
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
  const { staffSite } = ctx;
  for (const { via, ...approval } of given) {
    if (approval.staffId === revision.recordedBy) continue;
    if (via !== 'console' || staffSite == null) return true;
    if (await wasProven(ctx, staffSite, { ...approval, contentHash })) return true;
  }
  return false;
}
