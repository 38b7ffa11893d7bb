import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
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
    update deliveries set state = 'planned'
    where bot_id = ${ctx.botId} and state = 'attempting' and epoch = ${input.epoch} and id <> all(${known})`);
  const calls = await ctx.db.execute(sql`
    update calls set state = 'planned'
    where bot_id = ${ctx.botId} and state = 'attempting' and epoch = ${input.epoch} and id <> all(${known})`);
  return deliveries.count + calls.count;
}
