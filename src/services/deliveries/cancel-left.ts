import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { AT_ONCE } from './at-once.ts';
import { cancelledFor } from './cancelled-for.ts';

/**
 * Cancels what is still planned under a broadcast that was cancelled. Whoever cancels one passes over the rows that
 * somebody else has locked at that moment: these are left. Answers how many there were; with `AT_ONCE` there may be
 * more.
 */
export async function cancelLeft(ctx: Context): Promise<number> {
  const cancelled = await ctx.db.execute(sql`
    with left_over as (
      select d.place from broadcasts b
      cross join lateral (
        select d.ctid as place from deliveries d where d.broadcast_id = b.id and d.state = 'planned'
        for no key update skip locked) d
      where b.bot_id = ${ctx.botId} and b.state = 'cancelled'
      limit ${AT_ONCE}
    )
    update deliveries d set state = 'cancelled', outcome = ${cancelledFor},
      settled_at = ${ctx.clock.now().toString()}::timestamptz
    from left_over, broadcasts b
    where d.ctid = left_over.place and b.id = d.broadcast_id`);
  return cancelled.count;
}
