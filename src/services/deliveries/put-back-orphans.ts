import { sql } from 'drizzle-orm';
import type { ClaimId, DeliveryId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { cancelledFor } from './cancelled-for.ts';
import { isAttempted, uuidArray } from './statement.ts';

/**
 * Puts back what the database says we attempt and we know nothing of: the answer to a claim was lost with its
 * connection. Only its claimer could have sent it, so it was certainly not sent. Call it while no claim is under
 * way; `known` is everything that is in our hands, `answered` the claims whose answer has reached us, of which there is
 * nothing else. Answers how many there were.
 */
export async function putBackOrphans(
  ctx: Context,
  input: {
    readonly epoch: number;
    readonly known: Iterable<string>;
    readonly answered?: Iterable<ClaimId>;
  },
): Promise<number> {
  // Gone through more than once, as what comes one by one cannot be.
  const known = [...input.known];
  const deliveries = await putBackDeliveries(ctx, { ...input, known });
  const calls = await ctx.db.execute(sql`
    update calls set state = 'planned'
    where bot_id = ${ctx.botId} and state = 'attempting' and epoch = ${input.epoch} and id <> all(${uuidArray(known)})`);
  return deliveries + calls.count;
}

async function putBackDeliveries(
  ctx: Context,
  { epoch, known, answered = [] }: Parameters<typeof putBackOrphans>[1],
): Promise<number> {
  const lost = await ctx.db.execute<{ id: ClaimId; ids: DeliveryId[] }>(sql`
    select c.id, to_jsonb(c.delivery_ids) as ids from claims c
    where c.bot_id = ${ctx.botId} and c.epoch = ${epoch} and c.id <> all(${uuidArray(answered)})`);
  if (lost.length === 0) return 0;
  const ours = new Set(known);
  // Of what is known the record has yet to come: such a claim stays.
  const over = lost.filter(({ ids }) => !ids.some((id) => ours.has(id)));
  const orphans = lost.flatMap(({ ids }) => ids.filter((id) => !ours.has(id)));
  const { count } = await ctx.db.execute(sql`
    with forgotten as (
      delete from claims where id = any(${uuidArray(over.map(({ id }) => id))})
    )
    update deliveries d set
      state = case when b.state = 'cancelled' then 'cancelled' else 'planned' end,
      outcome = case when b.state = 'cancelled' then ${cancelledFor} else d.outcome end,
      settled_at = case when b.state = 'cancelled' then ${ctx.clock.now().toString()}::timestamptz end
    from broadcasts b
    where b.id = d.broadcast_id and d.id = any(${uuidArray(orphans)}) and ${isAttempted({ is: epoch })}`);
  return count;
}
