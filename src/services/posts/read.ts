import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { postState, readersLeftOut, type TranslationStates } from '../../domain/post.ts';
import type { TranslationState } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { isVisibleIn, visiblePosts } from './visible.ts';

/** A post with its texts and its derived state. */
export interface Post extends PostRow {
  readonly state: TranslationState;
  /** Those that are there for whoever asks. */
  readonly translations: readonly TranslationRow[];
  /** Readers of these languages get nothing: there is no text in any that they read. */
  readonly readersLeftOut: readonly Language[];
}

/** One post of this campaign, if there is one. */
export async function readPost(ctx: Context, postId: PostId): Promise<Post | undefined> {
  const found = await ctx.db
    .select()
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.campaignId, ctx.campaignId), visiblePosts(ctx)));
  return (await withTranslations(ctx, found))[0];
}

/** The campaign's posts, newest first. Ids are time-ordered, so `before` is the last id of the page before. */
export async function listPosts(
  ctx: Context,
  page: { before: PostId | null; limit: number },
): Promise<Post[]> {
  const found = await ctx.db
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        visiblePosts(ctx),
        page.before === null ? undefined : lt(posts.id, page.before),
      ),
    )
    .orderBy(desc(posts.id))
    .limit(page.limit);
  return withTranslations(ctx, found);
}

async function withTranslations(ctx: Context, found: PostRow[]): Promise<Post[]> {
  if (found.length === 0) return [];
  const texts = await ctx.db
    .select()
    .from(translations)
    .where(
      inArray(
        translations.postId,
        found.map((post) => post.id),
      ),
    );
  return found.map((post) => {
    const own = texts.filter((text) => text.postId === post.id);
    const states: TranslationStates = Object.fromEntries(own.map((text) => [text.language, text.state]));
    return {
      ...post,
      state: postState(states),
      translations: own.filter(({ language }) => isVisibleIn(ctx, language)),
      readersLeftOut: readersLeftOut(post.sourceLanguage, states),
    };
  });
}
