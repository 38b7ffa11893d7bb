import { and, eq, inArray, isNull } from 'drizzle-orm';
import { approvals, posts, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { MediaId, PostId, TranslationId } from '../../domain/ids.ts';
import { nextState } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { readMedia } from '../media/read.ts';
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
    for (const text of texts) {
      const state = nextState(text.state, 'edit');
      if (state === null) continue;
      // A new version: a button that was made for what stood there before decides on nothing.
      await tx.db
        .update(translations)
        .set({ state, version: text.version + 1, lastEditorId: tx.actor.id, editedAt: tx.clock.now() })
        .where(eq(translations.id, text.id));
    }
    const voided = await voidApprovals(
      tx,
      texts.map(({ id }) => id),
    );
    await audit(tx, {
      verb: 'posts/set-photo',
      subject: { type: 'post', id: post.id },
      details: { mediaId, voided },
    });
    return done({ voided });
  });
}

async function voidApprovals(ctx: StaffContext, ids: readonly TranslationId[]): Promise<number> {
  const voided = await ctx.db
    .update(approvals)
    .set({ voidedAt: ctx.clock.now() })
    .where(and(inArray(approvals.subjectId, [...ids]), isNull(approvals.voidedAt)))
    .returning({ id: approvals.id });
  return voided.length;
}
