import { and, eq } from 'drizzle-orm';
import { textClaims } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { claimUntil, type TextDraft } from '../../domain/text-claim.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { type ClaimTextRefusal, claimText } from './claim-text.ts';
import { lockPost } from './find.ts';
import { findTextClaim, type TextPlace } from './text-claims.ts';
import { isVisibleIn } from './visible.ts';

/**
 * Keeps what somebody has typed and not saved, with their claim of the text, which begins anew: so that neither a lost line
 * nor a lost phone takes it. Claims the text where nobody has it in hand. It is shown to its writer alone, and is gone
 * once they save, or somebody else takes over. The post stays as it is, and so do its approvals.
 */
export async function keepDraft(
  ctx: StaffContext,
  input: TextPlace & { readonly draft: TextDraft },
): Promise<Result<{ readonly until: Temporal.Instant }, ClaimTextRefusal>> {
  const { postId, language, draft } = input;
  if (!hasRole(ctx.actor, 'author', 'translator')) return refused({ code: 'not-an-author' });
  if (!isVisibleIn(ctx, language)) return refused({ code: 'language-not-read', language });
  return inTransaction(ctx, async (tx) => {
    if ((await lockPost(tx, postId)) === undefined) return refused({ code: 'post-unknown' });
    const claim = await findTextClaim(tx, input);
    const now = tx.clock.now();
    const isOwn = claim?.staffId === tx.actor.id && Temporal.Instant.compare(now, claim.expiresAt) < 0;
    if (!isOwn) {
      const claimed = await claimText(tx, { postId, language });
      if (!claimed.ok) return claimed;
    }
    const until = claimUntil(now);
    await tx.db
      .update(textClaims)
      .set({ draft, expiresAt: until })
      .where(
        and(
          eq(textClaims.postId, postId),
          eq(textClaims.language, language),
          eq(textClaims.staffId, tx.actor.id),
        ),
      );
    return done({ until });
  });
}
