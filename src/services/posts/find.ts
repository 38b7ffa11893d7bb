import { and, eq } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import type { PostId, StaffId, TranslationId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Context } from '../context.ts';
import { visiblePosts } from './visible.ts';

export type PostRow = typeof posts.$inferSelect;
export type TranslationRow = typeof translations.$inferSelect;

/**
 * Who approves nothing of a text beside the post's author: whoever wrote its words, and whoever changed anything of it or
 * of what its languages share since somebody else last approved what stood there.
 */
export function editorsOf({
  lastEditorId,
  writtenById,
  editorIds,
}: Pick<TranslationRow, 'lastEditorId' | 'writtenById' | 'editorIds'>): readonly StaffId[] {
  return [...new Set([lastEditorId, writtenById ?? lastEditorId, ...(editorIds ?? [])])];
}

/** A post of this campaign, locked against changes until the transaction ends. */
export async function lockPost(ctx: Context, postId: PostId): Promise<PostRow | undefined> {
  const [post] = await ctx.db
    .select()
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.campaignId, ctx.campaignId), visiblePosts(ctx)))
    .for('update');
  return post;
}

/** The post's text in one language, if it has one. */
export async function findTranslation(
  ctx: Context,
  postId: PostId,
  language: Language,
): Promise<TranslationRow | undefined> {
  const [translation] = await ctx.db
    .select()
    .from(translations)
    .where(and(eq(translations.postId, postId), eq(translations.language, language)));
  return translation;
}

/** A text by its own id, with its post locked. */
export async function lockTranslation(
  ctx: Context,
  translationId: TranslationId,
): Promise<{ post: PostRow; translation: TranslationRow } | undefined> {
  const [owner] = await ctx.db
    .select({ postId: translations.postId })
    .from(translations)
    .where(eq(translations.id, translationId));
  if (owner === undefined) return undefined;
  const post = await lockPost(ctx, owner.postId);
  if (post === undefined) return undefined;
  const [translation] = await ctx.db.select().from(translations).where(eq(translations.id, translationId));
  return translation && { post, translation };
}
