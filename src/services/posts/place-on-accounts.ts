import { and, eq, inArray } from 'drizzle-orm';
import { accounts, payloads, postAccounts, translations } from '../../db/schema/index.ts';
import type { AccountId, PostId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** Whether these are accounts of the campaign, each of them. */
export async function areAccounts(ctx: CoreContext, accountIds: readonly AccountId[]): Promise<boolean> {
  const wanted = [...new Set(accountIds)];
  const ours = and(eq(accounts.campaignId, ctx.campaignId), inArray(accounts.id, wanted));
  return (await ctx.db.$count(accounts, ours)) === wanted.length;
}

/**
 * Sends a post to these accounts, in their order, in place of those before. What was made for any of them is dropped: it is
 * made anew when a text is submitted.
 */
export async function placeOnAccounts(
  ctx: CoreContext,
  postId: PostId,
  accountIds: readonly AccountId[],
): Promise<void> {
  const texts = ctx.db
    .select({ id: translations.id })
    .from(translations)
    .where(eq(translations.postId, postId));
  await ctx.db.delete(payloads).where(inArray(payloads.translationId, texts));
  await ctx.db.delete(postAccounts).where(eq(postAccounts.postId, postId));
  const rows = [...new Set(accountIds)].map((accountId, position) => ({ postId, accountId, position }));
  if (rows.length > 0) await ctx.db.insert(postAccounts).values(rows);
}
