import type { ApprovalProgress } from '../../domain/approval-policy.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Context, StaffContext } from '../context.ts';
import { findApprovers } from '../staff/find.ts';
import { approvalsNeeded, approversOf } from './approved.ts';
import { editorsAfter } from './editors.ts';
import { editorsOf, type PostRow, type TranslationRow } from './find.ts';

/** How far a text's approval has come, and how far it can come. */
export interface ApprovalOutlook extends ApprovalProgress {
  /** How many people there are, beside those who have, who may approve it as it stands. */
  readonly left: number;
}

/** `approvers`: whose approvals of it count, from who knows them already (`approversOf`). */
export async function approvalOutlook(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
  approvers?: ReadonlySet<StaffId>,
): Promise<ApprovalOutlook> {
  const given = approvers ?? (await approversOf(ctx, post, text));
  const needed = await approvalsNeeded(ctx, post, text);
  const free = await findApprovers(ctx, {
    caseId: post.caseId,
    language: text.language,
    without: [post.authorId, ...editorsOf(text), ...given],
  });
  return { given: given.size, needed, left: free.length };
}

/** The same once whoever asks has changed its words, which voids what approvals it has. */
export async function outlookOnceEdited(
  ctx: StaffContext,
  post: PostRow,
  text: TranslationRow,
): Promise<ApprovalOutlook> {
  const { id } = ctx.actor;
  const editorIds = await editorsAfter(ctx, post, text);
  const edited: TranslationRow = { ...text, state: 'draft', lastEditorId: id, writtenById: id, editorIds };
  return approvalOutlook(ctx, post, edited, new Set());
}

/** Whether fewer people are left to approve it than it takes: it can go out only once somebody else may. */
export function isStuck({ given, needed, left }: ApprovalOutlook): boolean {
  return given + left < needed;
}
