import { and, asc, eq, inArray } from 'drizzle-orm';
import { cases, posts, translations } from '../../db/schema/index.ts';
import { readApprovalPolicy } from '../../domain/approval-policy.ts';
import type { UnapprovedText } from '../../domain/drill.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { CoreContext } from '../context.ts';
import { editorsOf } from './find.ts';

/** The texts of open cases that are being written or wait for an approval, the longest first. */
export async function unapprovedTexts(ctx: CoreContext): Promise<UnapprovedText[]> {
  const policy = readApprovalPolicy((await findCampaign(ctx)).approvalPolicy);
  const found = await ctx.db
    .select({ text: translations, post: posts, slug: cases.slug })
    .from(translations)
    .innerJoin(posts, eq(posts.id, translations.postId))
    .innerJoin(cases, eq(cases.id, posts.caseId))
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        eq(cases.status, 'open'),
        inArray(translations.state, ['draft', 'rejected', 'in_review']),
      ),
    )
    .orderBy(asc(translations.editedAt));
  return found.map(({ text, post, slug }) => ({
    postId: post.id,
    caseId: post.caseId,
    slug,
    language: text.language,
    authorId: post.authorId,
    editors: editorsOf(text),
    approvals: Math.max(policy[post.kind], text.state === 'in_review' ? text.approvalsNeeded : 0),
  }));
}
