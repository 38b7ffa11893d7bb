import { and, countDistinct, eq, inArray } from 'drizzle-orm';
import { accountDeliveries, accounts, bots } from '../../db/schema/index.ts';
import { networkNames } from '../../domain/network.ts';
import type { Context } from '../context.ts';

/** What waits for a bot of which Telegram takes nothing. */
export interface HeldByBot {
  readonly since: Temporal.Instant;
  /** Posts that are planned for accounts which go by the bot. */
  readonly posts: number;
}

/** Null while Telegram takes what the bot sends. */
export async function heldByBot(ctx: Context): Promise<HeldByBot | null> {
  const [bot] = await ctx.db.select({ since: bots.stoppedAt }).from(bots).where(eq(bots.id, ctx.botId));
  if (bot?.since == null) return null;
  const byBot = networkNames.filter((name) => ctx.networks[name].abilities.byBot);
  const [held] = await ctx.db
    .select({ posts: countDistinct(accountDeliveries.postId) })
    .from(accountDeliveries)
    .innerJoin(accounts, eq(accounts.id, accountDeliveries.accountId))
    .where(
      and(
        eq(accountDeliveries.botId, ctx.botId),
        eq(accountDeliveries.state, 'planned'),
        inArray(accounts.network, byBot),
      ),
    );
  return { since: bot.since, posts: held?.posts ?? 0 };
}
