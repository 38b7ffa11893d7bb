import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { cancelledFor } from './cancelled-for.ts';
import { uuidArray } from './statement.ts';

/**
 * Puts back what the database says we attempt and we know nothing of: the answer to a claim was lost with its
 * connection. Only its claimer could have sent it, so it was certainly not sent. Call it while no claim is under
 * way; `known` is everything that is in our hands. Answers how many there were.
 */
export async function putBackOrphans(
  ctx: Context,
  input: { readonly epoch: number; readonly known: Iterable<string> },
): Promise<number> {
  const known = uuidArray(input.known);
  const deliveries = await ctx.db.execute(sql`
    update deliveries d set
      state = case when b.state = 'cancelled' then 'cancelled' else 'planned' end,
      outcome = case when b.state = 'cancelled' then ${cancelledFor} else d.outcome end,
      settled_at = case when b.state = 'cancelled' then ${ctx.clock.now().toString()}::timestamptz end
    from broadcasts b
    where b.id = d.broadcast_id and d.bot_id = ${ctx.botId} and d.state = 'attempting'
      and d.epoch = ${input.epoch} and d.id <> all(${known})`);
  const calls = await ctx.db.execute(sql`
    update calls set state = 'planned'
    where bot_id = ${ctx.botId} and state = 'attempting' and epoch = ${input.epoch} and id <> all(${known})`);
  return deliveries.count + calls.count;
}
