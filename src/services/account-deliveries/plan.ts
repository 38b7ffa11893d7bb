import { and, asc, eq, max } from 'drizzle-orm';
import { accountDeliveries, payloads, postAccounts } from '../../db/schema/index.ts';
import { lasts } from '../../domain/account-delivery.ts';
import { type AccountDeliveryId, newId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type { PostRow, TranslationRow } from '../posts/find.ts';
import { wake } from '../wake.ts';

/**
 * Plans what of a post's text goes to accounts, a row for each payload: at once, or one account after the other with the
 * post's gap between two of them. Harmless to repeat.
 */
export async function planAccountDeliveries(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
): Promise<number> {
  const made = await ctx.db
    .select({ id: payloads.id, accountId: payloads.accountId, part: payloads.part })
    .from(payloads)
    .innerJoin(
      postAccounts,
      and(eq(postAccounts.accountId, payloads.accountId), eq(postAccounts.postId, post.id)),
    )
    .where(eq(payloads.translationId, text.id))
    .orderBy(asc(postAccounts.position), asc(payloads.part));
  if (made.length === 0) return 0;
  const now = ctx.clock.now();
  let due = await firstTurn(ctx, post, now);
  let account = made[0]?.accountId;
  const rows = made.map(({ id, accountId, part }) => {
    if (accountId !== account) due = due.add({ seconds: post.gapSeconds });
    account = accountId;
    return {
      id: newId<AccountDeliveryId>(),
      campaignId: ctx.campaignId,
      botId: ctx.botId,
      postId: post.id,
      payloadId: id,
      accountId,
      part,
      state: 'planned' as const,
      dueAt: due,
      notAfter: post.notAfter ?? due.add(lasts),
    };
  });
  await ctx.db.insert(accountDeliveries).values(rows).onConflictDoNothing();
  await wake(ctx, 'sender');
  return rows.length;
}

/** A language that is approved later takes its place after what was planned before. */
async function firstTurn(ctx: Context, post: PostRow, now: Temporal.Instant): Promise<Temporal.Instant> {
  if (post.gapSeconds === 0) return now;
  const [last] = await ctx.db
    .select({ due: max(accountDeliveries.dueAt) })
    .from(accountDeliveries)
    .where(eq(accountDeliveries.postId, post.id));
  const after = last?.due?.add({ seconds: post.gapSeconds }) ?? now;
  return Temporal.Instant.compare(after, now) > 0 ? after : now;
}
