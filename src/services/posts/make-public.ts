import { inArray } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { announce } from '../endpoints/announce.ts';
import type { PostRow } from './find.ts';
import { textsForReaders } from './for-readers.ts';

/**
 * Notes of a post's texts that everybody may have them from now on, and tells other systems: once of each, however often its
 * readers are served after that. To be called with the post locked.
 */
export async function makePublic(ctx: Context, post: PostRow): Promise<void> {
  const fresh = (await textsForReaders(ctx, post)).filter(({ publicAt }) => publicAt === null);
  if (fresh.length === 0) return;
  await ctx.db
    .update(translations)
    .set({ publicAt: ctx.clock.now() })
    .where(
      inArray(
        translations.id,
        fresh.map(({ id }) => id),
      ),
    );
  const languages = fresh.map(({ language }) => language);
  await announce(ctx, { kind: 'post.published', caseId: post.caseId, data: { postId: post.id, languages } });
}
