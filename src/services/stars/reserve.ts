import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** So much is set aside at once, in tenths of Stars: a second of the paid rate. A crash loses no more than that. */
export const BLOCK_TENTHS = 1000;

/**
 * Sets Stars aside from the bot's budget of a month, before they are spent; answers how many tenths: a block, what
 * is left of the budget when that is less, or 0. In one statement, so that several who ask at once never get more
 * than the budget together.
 */
export async function reserveStars(ctx: Context, input: { readonly month: string }): Promise<number> {
  const { month } = input;
  const [granted] = await ctx.db.execute<{ tenths: number }>(sql`
    with set_aside as (
      select tenths from star_spending where bot_id = ${ctx.botId} and month = ${month} for update
    ), budget as (
      select stars_per_month * 10 as tenths from bots where id = ${ctx.botId}
    ), grant_now as (
      select least(${BLOCK_TENTHS}, b.tenths - coalesce((select tenths from set_aside), 0)) as tenths
      from budget b
    ), written as (
      insert into star_spending as s (bot_id, month, tenths)
      select ${ctx.botId}, ${month}, tenths from grant_now where tenths > 0
      on conflict (bot_id, month) do update set tenths = s.tenths + excluded.tenths
        where s.tenths + excluded.tenths <= (select tenths from budget)
      returning 1)
    select tenths from grant_now where exists (select from written)`);
  return granted?.tenths ?? 0;
}
