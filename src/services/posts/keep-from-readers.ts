import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import type { PostId } from '../../domain/ids.ts';
import { auditAll } from '../audit.ts';
import type { CoreContext } from '../context.ts';

/**
 * Marks what has gone out of these posts as retracted: whoever does not have it gets it no more, neither at the end of an
 * embargo nor when a text in another language is approved. To be called with the posts locked.
 */
export async function keepFromReaders(ctx: CoreContext, postIds: readonly PostId[]): Promise<void> {
  if (postIds.length === 0) return;
  const kept = await ctx.db
    .update(translations)
    .set({ retractedAt: ctx.clock.now() })
    .where(
      and(
        inArray(translations.postId, [...postIds]),
        eq(translations.state, 'published'),
        isNull(translations.retractedAt),
      ),
    )
    .returning({ id: translations.id });
  await auditAll(
    ctx,
    kept.map(({ id }) => ({
      verb: 'posts/keep-from-readers',
      subject: { type: 'translation', id },
      details: { text: id },
    })),
  );
  await ctx.db
    .update(posts)
    .set({ readersDueAt: null })
    .where(and(inArray(posts.id, [...postIds]), isNotNull(posts.readersDueAt)));
}
