import { hasRole } from '../../domain/actor.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lockPost } from './find.ts';
import { claimedByAnother, endTextClaim, type TextClaimed, type TextPlace } from './text-claims.ts';

export type ReleaseTextRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | TextClaimed;

/** Gives a text out of one's hand, so that somebody else can write in it at once. What nobody has in hand stays so. */
export async function releaseText(
  ctx: StaffContext,
  input: TextPlace,
): Promise<Result<TextPlace, ReleaseTextRefusal>> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return refused({ code: 'not-an-author' });
  const { postId, language } = input;
  return inTransaction(ctx, async (tx) => {
    if ((await lockPost(tx, postId)) === undefined) return refused({ code: 'post-unknown' });
    const claimed = await claimedByAnother(tx, input);
    if (claimed !== null) return refused(claimed);
    await endTextClaim(tx, input);
    await audit(tx, {
      verb: 'posts/release-text',
      subject: { type: 'post', id: postId },
      details: { language },
    });
    return done({ postId, language });
  });
}
