import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { first, tierRows } from '../deliveries/statement.ts';

/** What the free rate of 30 a second sends in ten seconds needs no paying for. */
export const WORTH_PAYING_FROM = 300;

/** Whether so many deliveries are due that speed is worth Stars. */
export async function isWorthPaying(ctx: Context): Promise<boolean> {
  const [found] = await ctx.db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from broadcasts b
      cross join ${tierRows} as t(tier)
      cross join lateral (
        select from deliveries d
        where d.broadcast_id = b.id and d.tier = t.tier and d.waiting and d.state = 'planned'
          and d.due_at <= ${ctx.clock.now().toString()}::timestamptz
        order by d.due_at ${first(WORTH_PAYING_FROM)}) due
      where b.bot_id = ${ctx.botId} and b.state = 'running'
      limit ${WORTH_PAYING_FROM}) waiting`);
  return found?.count === WORTH_PAYING_FROM;
}
