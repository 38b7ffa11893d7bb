import { isProven } from '../approvals/prove.ts';
import { standingApprovals } from '../approvals/standing.ts';
import type { Context } from '../context.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { contentHashOf } from './hash.ts';

/**
 * Whether there is a standing approval of exactly this text and of what it became for each account, by somebody still
 * on the staff who neither wrote nor last edited it; once there is a staff site, one that their key has signed.
 */
export async function isTextApproved(ctx: Context, post: PostRow, text: TranslationRow): Promise<boolean> {
  const contentHash = await contentHashOf(ctx, post, text);
  const wanted = { subjectType: 'translation', subjectId: text.id, contentHash } as const;
  const { staffSite } = ctx;
  for (const { row, languages } of await standingApprovals(ctx, wanted)) {
    const { staffId } = row;
    if (staffId === post.authorId || staffId === text.lastEditorId) continue;
    if (!languages.includes(text.language)) continue;
    if (staffSite == null || (await isProven(ctx, staffSite, row))) return true;
  }
  return false;
}
