import { desc, eq } from 'drizzle-orm';
import { bots, campaigns } from '../../db/schema/index.ts';
import { type BotId, type CampaignId, newId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';

/** The campaign of this database, if it has been founded. One service speaks for one campaign. */
export async function findOnlyCampaign(ctx: Pick<Context, 'db'>): Promise<CampaignId | null> {
  const found = await ctx.db.select({ id: campaigns.id }).from(campaigns).limit(2);
  if (found.length > 1) throw new Error('This database holds several campaigns; a service speaks for one.');
  return found[0]?.id ?? null;
}

/**
 * The row of the bot with this Telegram id, made when the token is first used. A token that was revoked and
 * renewed is the same bot and keeps its followers.
 */
export async function ensureBot(
  ctx: Pick<Context, 'db' | 'clock' | 'campaignId'>,
  bot: { readonly telegramId: string; readonly username: string },
): Promise<BotId> {
  const known = await findBot(ctx, bot.telegramId);
  if (known?.username === bot.username) return known.id;
  return ctx.db.transaction(async (db) => {
    const [row] = await db
      .insert(bots)
      .values({ id: newId<BotId>(), campaignId: ctx.campaignId, ...bot, createdAt: ctx.clock.now() })
      .onConflictDoUpdate({ target: bots.telegramId, set: { username: bot.username } })
      .returning({ id: bots.id });
    if (row === undefined) throw new Error('A bot was neither made nor found.');
    await audit(
      { ...ctx, db, actor: { kind: 'job', name: 'start' } },
      { verb: 'bots/ensure', subject: { type: 'bot', id: row.id }, details: { new: known === null } },
    );
    return row.id;
  });
}

/** The bot that was used last under this Telegram id; null when its token was never used here. */
export async function findBot(
  ctx: Pick<Context, 'db'>,
  telegramId: string,
): Promise<{ readonly id: BotId; readonly username: string } | null> {
  const [row] = await ctx.db
    .select({ id: bots.id, username: bots.username })
    .from(bots)
    .where(eq(bots.telegramId, telegramId));
  return row ?? null;
}

/** The bot that the campaign took last; null before the first start with a token. */
export async function findNewestBot(ctx: Pick<Context, 'db' | 'campaignId'>): Promise<BotId | null> {
  const [row] = await ctx.db
    .select({ id: bots.id })
    .from(bots)
    .where(eq(bots.campaignId, ctx.campaignId))
    .orderBy(desc(bots.createdAt), desc(bots.id))
    .limit(1);
  return row?.id ?? null;
}
