import { eq } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { MediaId, PostId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { readMedia } from '../media/read.ts';
import { backToDraft } from './back-to-draft.ts';
import { lockPost } from './find.ts';

export type SetPostPhotoRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'media-unknown' }
  | { readonly code: 'not-editable'; readonly state: TranslationState };

/**
 * Gives a post its image, another one, or none. All languages share it: each is a draft again, its approval is void,
 * and who set the image may approve none of them. Once a language has gone out it stays as it is.
 */
export async function setPostPhoto(
  ctx: StaffContext,
  input: { readonly postId: PostId; readonly mediaId: MediaId | null },
): Promise<Result<{ readonly voided: number }, SetPostPhotoRefusal>> {
  if (!hasRole(ctx.actor, 'author')) return refused({ code: 'not-an-author' });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const { mediaId } = input;
    if (mediaId !== null && (await readMedia(tx, mediaId)) === undefined)
      return refused({ code: 'media-unknown' });
    const texts = await tx.db.select().from(translations).where(eq(translations.postId, post.id));
    if (texts.some(({ state }) => state === 'published'))
      return refused({ code: 'not-editable', state: 'published' });
    if (mediaId === post.mediaId) return done({ voided: 0 });
    await tx.db.update(posts).set({ mediaId }).where(eq(posts.id, post.id));
    const voided = await backToDraft(tx, texts);
    await audit(tx, {
      verb: 'posts/set-photo',
      subject: { type: 'post', id: post.id },
      details: { mediaId, voided },
    });
    return done({ voided });
  });
}
