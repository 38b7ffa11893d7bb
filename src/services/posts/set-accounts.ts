import { and, eq, inArray } from 'drizzle-orm';
import { accounts, payloads, postAccounts, posts, translations } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { AccountId, PostId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { TranslationState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { backToDraft } from './back-to-draft.ts';
import { lockPost } from './find.ts';

export type SetPostAccountsRefusal =
  | { readonly code: 'not-an-author' }
  | { readonly code: 'post-unknown' }
  | { readonly code: 'account-unknown' }
  | { readonly code: 'not-editable'; readonly state: TranslationState };

/**
 * Says on which accounts a post goes out beside its followers, in which order and with which gap between two of them. It
 * is part of what every language's approval covers: each is a draft again. Once a language has gone out it stays as it is.
 */
export async function setPostAccounts(
  ctx: StaffContext,
  input: {
    readonly postId: PostId;
    readonly accountIds: readonly AccountId[];
    readonly gapSeconds: number;
  },
): Promise<Result<{ readonly voided: number }, SetPostAccountsRefusal>> {
  if (!hasRole(ctx.actor, 'author')) return refused({ code: 'not-an-author' });
  const wanted = [...new Set(input.accountIds)];
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const known = await tx.db.$count(
      accounts,
      and(eq(accounts.campaignId, tx.campaignId), inArray(accounts.id, wanted)),
    );
    if (known < wanted.length) return refused({ code: 'account-unknown' });
    const texts = await tx.db.select().from(translations).where(eq(translations.postId, post.id));
    if (texts.some(({ state }) => state === 'published'))
      return refused({ code: 'not-editable', state: 'published' });
    await tx.db.delete(payloads).where(
      inArray(
        payloads.translationId,
        texts.map(({ id }) => id),
      ),
    );
    await tx.db.delete(postAccounts).where(eq(postAccounts.postId, post.id));
    if (wanted.length > 0) {
      await tx.db
        .insert(postAccounts)
        .values(wanted.map((accountId, position) => ({ postId: post.id, accountId, position })));
    }
    await tx.db.update(posts).set({ gapSeconds: input.gapSeconds }).where(eq(posts.id, post.id));
    const voided = await backToDraft(tx, texts);
    await audit(tx, {
      verb: 'posts/set-accounts',
      subject: { type: 'post', id: post.id },
      details: { accounts: wanted.length, gapSeconds: input.gapSeconds, voided },
    });
    return done({ voided });
  });
}
