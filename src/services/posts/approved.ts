import { and, eq, isNull } from 'drizzle-orm';
import { approvals, staff } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { postContentHash } from './content.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { photoOf } from './photo.ts';

/**
 * Whether there is a standing approval of exactly this text, by somebody still on the staff who neither wrote nor last
 * edited it.
 */
export async function isTextApproved(ctx: Context, post: PostRow, text: TranslationRow): Promise<boolean> {
  const contentHash = postContentHash({ ...post, photo: await photoOf(ctx, post) }, text);
  const given = await ctx.db
    .select({ staffId: approvals.staffId, languages: staff.languages })
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
  return given.some(
    ({ staffId, languages }) =>
      staffId !== post.authorId && staffId !== text.lastEditorId && languages.includes(text.language),
  );
}
