import { readApprovalPolicy } from '../../domain/approval-policy.ts';
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
  return (await approvedAt(ctx, post, text)) !== null;
}

/**
 * Since when that is so: the last of the decisions, of which each carries its time under its signature. Null when it is not
 * so.
 */
export async function approvedAt(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
): Promise<Temporal.Instant | null> {
  const given = await approvalsOf(ctx, post, text);
  if (given.size < (await approvalsNeeded(ctx, post, text))) return null;
  return [...given.values()].toSorted(Temporal.Instant.compare).at(-1) ?? null;
}

/** Whose approvals of exactly this text count; each person once, however often they approved. */
export async function approversOf(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
): Promise<ReadonlySet<StaffId>> {
  return new Set((await approvalsOf(ctx, post, text)).keys());
}

/** The same with when each of them decided, the last time. */
async function approvalsOf(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
): Promise<ReadonlyMap<StaffId, Temporal.Instant>> {
  const contentHash = await contentHashOf(ctx, post, text);
  const wanted = { subjectType: 'translation', subjectId: text.id, contentHash } as const;
  const { staffSite } = ctx;
  const given = new Map<StaffId, Temporal.Instant>();
  for (const { row, languages } of await standingApprovals(ctx, wanted)) {
    const { staffId, decidedAt } = row;
    if (staffId === post.authorId || editorsOf(text).includes(staffId)) continue;
    if (!languages.includes(text.language)) continue;
    if (staffSite !== undefined && !(await isProven(ctx, staffSite, row))) continue;
    const before = given.get(staffId);
    if (before === undefined || Temporal.Instant.compare(before, decidedAt) < 0)
      given.set(staffId, decidedAt);
  }
  return given;
}

/**
 * How many approvals a text takes: what the policy asks for, and never fewer than it was handed in under, which the
 * approvals cover. What has gone out was approved under the policy of its time, and others are not asked about it anew.
 */
export async function approvalsNeeded(ctx: Context, post: PostRow, text: TranslationRow): Promise<number> {
  // Nothing goes out on nobody's word, whatever somebody wrote into its row.
  if (text.state === 'published') return Math.max(text.approvalsNeeded, 1);
  const asked = readApprovalPolicy((await findCampaign(ctx)).approvalPolicy)[post.kind];
  const isHandedIn = text.state !== 'draft' && text.state !== 'rejected';
  return isHandedIn ? Math.max(text.approvalsNeeded, asked) : asked;
}
