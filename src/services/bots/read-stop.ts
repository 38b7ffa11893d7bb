import { eq } from 'drizzle-orm';
import { bots } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** Why Telegram takes nothing from the bot, as a class; null while it does. */
export async function readStop(ctx: Context): Promise<string | null> {
  const [bot] = await ctx.db.select({ stoppedFor: bots.stoppedFor }).from(bots).where(eq(bots.id, ctx.botId));
  return bot?.stoppedFor ?? null;
}
