import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { tierRows } from './statement.ts';

/**
 * When the next delivery or call falls due that is not due yet; null when none is planned. Of every broadcast that
 * runs, the index names the first at once.
 */
export async function nextDue(ctx: Context): Promise<Temporal.Instant | null> {
  const now = ctx.clock.now().toString();
  const [row] = await ctx.db.execute<{ ms: number | null }>(sql`
    select (extract(epoch from min(due_at)) * 1000)::float8 as ms from (
      select next.due_at
      from broadcasts b
      cross join ${tierRows} as t(tier)
      cross join lateral (
        select d.due_at from deliveries d
        where d.broadcast_id = b.id and d.tier = t.tier and d.waiting and d.state = 'planned' and d.due_at > ${now}::timestamptz
        order by d.due_at limit 1) next
      where b.bot_id = ${ctx.botId} and b.state = 'running'
      union all
      select min(c.due_at) from calls c
      where c.bot_id = ${ctx.botId} and c.state = 'planned' and c.due_at > ${now}::timestamptz
    ) dues`);
  const ms = row?.ms ?? null;
  return ms === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.ceil(ms));
}
