import { eq } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { nextState } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { findTranslation, lockPost } from './find.ts';
import { serveReaders } from './publish.ts';
import { isVisibleIn } from './visible.ts';

export type WithdrawPostRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'language-not-read'; readonly language: Language }
  | { readonly code: 'no-text'; readonly language: Language }
  | { readonly code: 'not-withdrawable'; readonly state: TranslationState };

/** Takes a text back before it has gone out. Its readers are then served by the next language they read. */
export async function withdrawPost(
  ctx: StaffContext,
  input: { readonly postId: PostId; readonly language: Language },
): Promise<Result<{ readonly state: TranslationState }, WithdrawPostRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'approver', 'translator')) return refused({ code: 'not-an-author' });
  if (!isVisibleIn(ctx, input.language))
    return refused({ code: 'language-not-read', language: input.language });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const translation = await findTranslation(tx, post.id, input.language);
    if (translation === undefined) return refused({ code: 'no-text', language: input.language });
    const state = nextState(translation.state, 'withdraw');
    if (state === null) return refused({ code: 'not-withdrawable', state: translation.state });
    await tx.db.update(translations).set({ state }).where(eq(translations.id, translation.id));
    await audit(tx, {
      verb: 'posts/withdraw',
      subject: { type: 'translation', id: translation.id },
      details: { language: input.language },
    });
    await serveReaders(tx, post);
    return done({ state });
  });
}
