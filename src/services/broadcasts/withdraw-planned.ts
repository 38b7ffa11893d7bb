import { sql } from 'drizzle-orm';
import type { BroadcastId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { cancelledFor } from '../deliveries/cancelled-for.ts';
import { first } from '../deliveries/statement.ts';

/** So many rows in one statement: its locks last no longer than a moment. */
export const WITHDRAWN_AT_ONCE = 10_000;

/**
 * Takes back deliveries that are still planned for a cancelled broadcast, at most `WITHDRAWN_AT_ONCE` of them, and
 * answers how many. Call it until it answers 0. What somebody has locked (it is being claimed, erased or changed) is
 * passed over: it goes no further, and the next call finds it.
 */
export async function withdrawPlanned(ctx: Context, broadcastId: BroadcastId): Promise<number> {
  const result = await ctx.db.execute(sql`
    with b as materialized (
      select alert_id from broadcasts where id = ${broadcastId} and state = 'cancelled'
    ), why as materialized (
      select ${cancelledFor} as outcome from b
    ), stopped as (
      select d.ctid as place from deliveries d
      where d.broadcast_id = ${broadcastId} and d.waiting and d.state = 'planned' and exists (select 1 from b)
      order by d.tier, d.due_at ${first(WITHDRAWN_AT_ONCE)}
      for update of d skip locked
    )
    update deliveries d set state = 'cancelled', outcome = (select outcome from why),
      settled_at = ${ctx.clock.now().toString()}::timestamptz
    where d.ctid = any(array(select place from stopped))`);
  return result.count;
}

/** The cancelled broadcasts of this bot of which something is still planned. */
export async function broadcastsToWithdraw(ctx: Context): Promise<BroadcastId[]> {
  const rows = await ctx.db.execute<{ id: BroadcastId }>(sql`
    select b.id from broadcasts b
    where b.bot_id = ${ctx.botId} and b.state = 'cancelled'
      and exists (select 1 from deliveries d where d.broadcast_id = b.id and d.waiting and d.state = 'planned')
    order by b.id`);
  return rows.map(({ id }) => id);
}
