import { and, eq, isNull } from 'drizzle-orm';
import { approvals, staff } from '../../db/schema/index.ts';
import { isProven } from '../approvals/prove.ts';
import type { Context } from '../context.ts';
import { postContentHash } from './content.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { photoOf } from './photo.ts';

/**
 * Whether there is a standing approval of exactly this text, by somebody still on the staff who neither wrote nor last
 * edited it; once there is a staff site, one that their key has signed.
 */
export async function isTextApproved(ctx: Context, post: PostRow, text: TranslationRow): Promise<boolean> {
  const contentHash = postContentHash({ ...post, photo: await photoOf(ctx, post) }, text);
  const given = await ctx.db
    .select({
      id: approvals.id,
      staffId: approvals.staffId,
      decision: approvals.decision,
      signature: approvals.signature,
      languages: staff.languages,
    })
    .from(approvals)
    .innerJoin(staff, eq(staff.id, approvals.staffId))
    .where(
      and(
        eq(approvals.subjectType, 'translation'),
        eq(approvals.subjectId, text.id),
        eq(approvals.contentHash, contentHash),
        eq(approvals.decision, 'approved'),
        isNull(approvals.voidedAt),
        isNull(staff.revokedAt),
      ),
    );
  const { staffSite } = ctx;
  for (const { languages, ...approval } of given) {
    const { staffId } = approval;
    if (staffId === post.authorId || staffId === text.lastEditorId) continue;
    if (!languages.includes(text.language)) continue;
    if (staffSite == null || (await isProven(ctx, staffSite, { ...approval, contentHash }))) return true;
  }
  return false;
}
