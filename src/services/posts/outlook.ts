import type { ApprovalProgress } from '../../domain/approval-policy.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { findApprovers } from '../staff/find.ts';
import { approvalsNeeded, approversOf } from './approved.ts';
import { editorsOf, type PostRow, type TranslationRow } from './find.ts';

/** How far a text's approval has come, and how far it can come. */
export interface ApprovalOutlook extends ApprovalProgress {
  /** How many people there are, beside those who have, who may approve it as it stands. */
  readonly left: number;
}

/** With `editing`: once whoever that is has changed it, which voids what approvals it has. */
export async function approvalOutlook(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
  { editing }: { readonly editing?: StaffId } = {},
): Promise<ApprovalOutlook> {
  const needed = await approvalsNeeded(ctx, post, text);
  const approvers = editing === undefined ? await approversOf(ctx, post, text) : new Set<StaffId>();
  const free = await findApprovers(ctx, {
    caseId: post.caseId,
    language: text.language,
    without: [post.authorId, ...editorsOf(text), ...(editing === undefined ? [] : [editing]), ...approvers],
  });
  return { given: approvers.size, needed, left: free.length };
}

/** Whether fewer people are left to approve it than it takes: it can go out only once somebody else may. */
export function isStuck({ given, needed, left }: ApprovalOutlook): boolean {
  return given + left < needed;
}
