import { and, eq, isNull } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import { isUnderEmbargo } from '../../domain/post.ts';
import { isCardOutdated } from '../cards/of.ts';
import { holdCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { isTextApproved } from './approved.ts';
import type { PostRow, TranslationRow } from './find.ts';

/**
 * The texts of a post that everybody may be given now: those that have gone out, were not retracted since, and are what was
 * approved to this moment. None under an embargo, with a card of facts that are past, once the post's window has closed, or
 * once its case was. The case is kept as it is until the transaction ends.
 */
export async function textsForReaders(ctx: Context, post: PostRow): Promise<readonly TranslationRow[]> {
  const now = ctx.clock.now();
  if (post.notAfter !== null && Temporal.Instant.compare(post.notAfter, now) <= 0) return [];
  if (isUnderEmbargo(post, now)) return [];
  if ((await holdCase(ctx, post.caseId)).status === 'closed') return [];
  if (await isCardOutdated(ctx, post)) return [];
  const out = await ctx.db
    .select()
    .from(translations)
    .where(
      and(
        eq(translations.postId, post.id),
        eq(translations.state, 'published'),
        isNull(translations.retractedAt),
      ),
    );
  const approved: TranslationRow[] = [];
  for (const text of out) {
    // It may have gone out long ago, and serve others only now.
    if (await isTextApproved(ctx, post, text)) approved.push(text);
    else ctx.log.error('approval-missing', { id: post.id });
  }
  return approved;
}
