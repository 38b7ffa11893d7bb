import { type ApprovalProgress, readApprovalPolicy } from '../../domain/approval-policy.ts';
import type { StaffId } from '../../domain/ids.ts';
import { isProven } from '../approvals/prove.ts';
import { standingApprovals } from '../approvals/standing.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { editorsOf, type PostRow, type TranslationRow } from './find.ts';
import { contentHashOf } from './hash.ts';

/**
 * Whether as many people as it takes stand by exactly this text and what it became for each account: each still on the
 * staff, none who wrote it or edited it last; once there is a staff site, each by a signature of their own key.
 */
export async function isTextApproved(ctx: Context, post: PostRow, text: TranslationRow): Promise<boolean> {
  const { given, needed } = await textApprovals(ctx, post, text);
  return given >= needed;
}

/** How many approvals of exactly this text count, and how many it takes. */
export async function textApprovals(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
): Promise<ApprovalProgress> {
  const approvers = await approversOf(ctx, post, text);
  return { given: approvers.size, needed: await approvalsNeeded(ctx, post, text) };
}

/** Whose approvals of exactly this text count; each person once, however often they approved. */
export async function approversOf(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
): Promise<ReadonlySet<StaffId>> {
  const contentHash = await contentHashOf(ctx, post, text);
  const wanted = { subjectType: 'translation', subjectId: text.id, contentHash } as const;
  const { staffSite } = ctx;
  const approvers = new Set<StaffId>();
  for (const { row, languages } of await standingApprovals(ctx, wanted)) {
    const { staffId } = row;
    if (staffId === post.authorId || editorsOf(text).includes(staffId)) continue;
    if (!languages.includes(text.language)) continue;
    if (staffSite === undefined || (await isProven(ctx, staffSite, row))) approvers.add(staffId);
  }
  return approvers;
}

/**
 * How many approvals a text takes: what the policy asks for, and never fewer than it was handed in under, which the
 * approvals cover. What has gone out was approved under the policy of its time, and others are not asked about it anew.
 */
export async function approvalsNeeded(ctx: Context, post: PostRow, text: TranslationRow): Promise<number> {
  if (text.state === 'published') return text.approvalsNeeded;
  const asked = readApprovalPolicy((await findCampaign(ctx)).approvalPolicy)[post.kind];
  const isHandedIn = text.state !== 'draft' && text.state !== 'rejected';
  return isHandedIn ? Math.max(text.approvalsNeeded, asked) : asked;
}
