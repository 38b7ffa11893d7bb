import { eq } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { findTranslation, lockPost } from './find.ts';
import { owesAlt } from './photo.ts';
import { isVisibleIn } from './visible.ts';

/** Why words that are owed are not taken for given. */
export type SettleAltRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'language-not-read'; readonly language: Language }
  | { readonly code: 'no-text'; readonly language: Language }
  /** It is not out, or its image wants no words: before it is out they are written in the text. */
  | { readonly code: 'alt-not-owed' };

/**
 * Records somebody's word that what the image of a text shows stands by now where the text has gone out: they added it there
 * by hand, or nothing can be added. Nobody owes it any more. What was approved stays as it was.
 */
export async function settleAlt(
  ctx: StaffContext,
  input: { readonly postId: PostId; readonly language: Language },
): Promise<Result<{ readonly settledAt: Temporal.Instant }, SettleAltRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return refused({ code: 'not-an-author' });
  if (!isVisibleIn(ctx, input.language))
    return refused({ code: 'language-not-read', language: input.language });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const text = await findTranslation(tx, post.id, input.language);
    if (text === undefined) return refused({ code: 'no-text', language: input.language });
    if (text.state !== 'published' || !owesAlt(post, text)) return refused({ code: 'alt-not-owed' });
    const settledAt = tx.clock.now();
    await tx.db.update(translations).set({ altSettledAt: settledAt }).where(eq(translations.id, text.id));
    await audit(tx, {
      verb: 'posts/settle-alt',
      subject: { type: 'translation', id: text.id },
      details: { language: input.language },
    });
    return done({ settledAt });
  });
}
