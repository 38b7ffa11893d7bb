import { eq } from 'drizzle-orm';
import { bots } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** The user name under which people find the bot in Telegram. */
export async function botName(ctx: Context): Promise<string> {
  const [bot] = await ctx.db.select({ username: bots.username }).from(bots).where(eq(bots.id, ctx.botId));
  if (bot === undefined) throw new Error('The service runs for a bot that is not on record.');
  return bot.username;
}
