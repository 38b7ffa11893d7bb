import { textClaims } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { Language } from '../../domain/language.ts';
import { nextState } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { claimUntil } from '../../domain/text-claim.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { findTranslation, lockPost } from './find.ts';
import { claimedByAnother, findDraft, type TextClaimed, type TextPlace } from './text-claims.ts';
import { isVisibleIn } from './visible.ts';

export type ClaimTextRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'language-not-read'; readonly language: Language }
  | { readonly code: 'not-editable'; readonly state: TranslationState }
  | TextClaimed;

/**
 * Takes a post's text in one language in hand, written or not yet: until half an hour after the last save nobody else
 * writes in it. Takes it over from whose time is over; to claim again what one has begins the time anew.
 */
export async function claimText(
  ctx: StaffContext,
  input: TextPlace,
): Promise<Result<{ readonly until: Temporal.Instant }, ClaimTextRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return refused({ code: 'not-an-author' });
  const { postId, language } = input;
  if (!isVisibleIn(ctx, language)) return refused({ code: 'language-not-read', language });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const standing = await findTranslation(tx, postId, language);
    if (standing !== undefined && nextState(standing.state, 'edit') === null)
      return refused({ code: 'not-editable', state: standing.state });
    const claimed = await claimedByAnother(tx, input);
    if (claimed !== null) return refused(claimed);
    const now = tx.clock.now();
    const until = claimUntil(now);
    const claim = { staffId: tx.actor.id, claimedAt: now, expiresAt: until };
    // What another had typed is theirs: whoever takes over begins from what stands, and is the one who wrote what follows.
    const draft = await findDraft(tx, input);
    await tx.db
      .insert(textClaims)
      .values({ postId, language, ...claim, draft })
      .onConflictDoUpdate({ target: [textClaims.postId, textClaims.language], set: { ...claim, draft } });
    await audit(tx, {
      verb: 'posts/claim-text',
      subject: { type: 'post', id: postId },
      details: { language },
    });
    return done({ until });
  });
}
