import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { AT_ONCE } from './at-once.ts';
import { first } from './statement.ts';

/**
 * Cancels what is planned of texts that Telegram refuses. Answers how many there were; with `AT_ONCE` there may be
 * more.
 */
export async function cancelHalted(ctx: Context): Promise<number> {
  const cancelled = await ctx.db.execute(sql`
    with halted as (
      select d.place from broadcasts b
      join messages m on m.broadcast_id = b.id and m.halted_at is not null
      cross join lateral (
        select d.ctid as place from deliveries d
        where d.broadcast_id = b.id and d.waiting and d.state = 'planned' and d.message_id = m.id
        order by d.tier, d.due_at ${first(AT_ONCE)}
        for no key update skip locked) d
      where b.bot_id = ${ctx.botId} and b.state in ('running', 'paused', 'halted')
      limit ${AT_ONCE}
    )
    update deliveries d set state = 'cancelled', outcome = 'text-halted',
      settled_at = ${ctx.clock.now().toString()}::timestamptz
    where d.ctid = any(array(select place from halted))`);
  return cancelled.count;
}
