import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/**
 * Returns to a month's budget what was set aside and not spent. Not to be repeated when its outcome is unknown:
 * rather a Star too few than one too many.
 */
export async function giveBackStars(
  ctx: Context,
  input: { readonly month: string; readonly tenths: number },
): Promise<void> {
  await ctx.db.execute(sql`
    update star_spending set tenths = greatest(0, tenths - ${input.tenths})
    where bot_id = ${ctx.botId} and month = ${input.month}`);
}
