import { and, eq, isNull } from 'drizzle-orm';
import { approvals } from '../../db/schema/index.ts';
import type { AlertSubject } from '../../domain/alert.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { StaffId } from '../../domain/ids.ts';
import { wasProven } from '../approvals/prove.ts';
import type { Context } from '../context.ts';

/**
 * Whether facts are, to the letter, what somebody other than their recorder approved. `contentHash` is of the facts as
 * they stand. Asked right before they go out, so that a row changed by hand tells nobody anything. An approver who has
 * left since still counts: what they approved is so all the same.
 */
export async function areFactsApproved(
  ctx: Context,
  facts: {
    readonly subject: AlertSubject;
    readonly contentHash: ContentHash;
    readonly recordedBy: StaffId | null;
  },
): Promise<boolean> {
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
        eq(approvals.subjectType, facts.subject.type),
        eq(approvals.subjectId, facts.subject.id),
        eq(approvals.contentHash, facts.contentHash),
        eq(approvals.decision, 'approved'),
        isNull(approvals.voidedAt),
      ),
    );
  const { staffSite } = ctx;
  const { contentHash } = facts;
  for (const { via, ...approval } of given) {
    if (approval.staffId === facts.recordedBy) continue;
    if (via !== 'console' || staffSite == null) return true;
    if (await wasProven(ctx, staffSite, { ...approval, contentHash })) return true;
  }
  return false;
}
