import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PinnedKeys } from '../../crypto/keys.ts';
import { isSignedByRole } from '../../crypto/role-signature.ts';
import type { VerifyingKey } from '../../crypto/signing.ts';
import { approvals, staff } from '../../db/schema/index.ts';
import { approvalContent } from '../../domain/approval-content.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { Language } from '../../domain/language.ts';
import type { ApprovalPath, ApprovalSubject } from '../../domain/words.ts';
import type { Context } from '../context.ts';

type ApprovalRow = typeof approvals.$inferSelect;

/** Somebody's word for exact content that counts now. */
export interface StandingApproval {
  readonly row: ApprovalRow;
  /** The languages that they have declared to read. */
  readonly languages: readonly Language[];
}

/** Exactly what an approval is asked for. */
export interface ApprovedContent {
  readonly subjectId: string;
  readonly contentHash: ContentHash;
}

/**
 * The approvals of exactly this content that count: signed by the pinned key of the role that took the decision, not
 * voided, by somebody who is still on the staff. A row that somebody wrote, copied or changed by hand is none of them.
 * Whether the person's own key has to have signed too is the caller's to see.
 */
export async function standingApprovals(
  ctx: Context,
  wanted: ApprovedContent & { readonly subjectType: ApprovalSubject },
): Promise<readonly StandingApproval[]> {
  const [standing = []] = await standingApprovalsOfEach(ctx, wanted.subjectType, [wanted]);
  return standing;
}

/** The same for each of several contents, in their order. */
export async function standingApprovalsOfEach(
  ctx: Context,
  subjectType: ApprovalSubject,
  wanted: readonly ApprovedContent[],
): Promise<readonly (readonly StandingApproval[])[]> {
  if (wanted.length === 0) return [];
  const rows = await ctx.db
    .select({ row: approvals, languages: staff.languages })
    .from(approvals)
    .innerJoin(staff, eq(staff.id, approvals.staffId))
    .where(
      and(
        eq(approvals.campaignId, ctx.campaignId),
        eq(approvals.subjectType, subjectType),
        inArray(
          approvals.subjectId,
          wanted.map(({ subjectId }) => subjectId),
        ),
        inArray(
          approvals.contentHash,
          wanted.map(({ contentHash }) => contentHash),
        ),
        eq(approvals.decision, 'approved'),
        isNull(approvals.voidedAt),
        isNull(staff.revokedAt),
      ),
    );
  return wanted.map(({ subjectId, contentHash }) =>
    rows.filter(({ row }) => {
      if (row.subjectId !== subjectId || row.contentHash !== contentHash) return false;
      const key = keyOf(ctx.pinned, row.via);
      const signed = isSignedByRole([key], 'approval', approvalContent(row), row.roleSignature);
      if (!signed) ctx.log.error('approval-not-signed', { id: row.id });
      return signed;
    }),
  );
}

function keyOf(pinned: PinnedKeys, via: ApprovalPath): VerifyingKey | null {
  switch (via) {
    case 'bot':
      return pinned.approvals;
    case 'api':
    case 'console':
      return pinned.web;
  }
}
