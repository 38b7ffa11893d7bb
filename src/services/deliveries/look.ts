import { sql } from 'drizzle-orm';
import type { CallId, DeliveryId } from '../../domain/ids.ts';
import { priority } from '../../domain/priority.ts';
import type { Context } from '../context.ts';
import { uuidArray } from './statement.ts';

/** Something that is due, by name only: nothing was taken in hand yet. */
export type Candidate = { readonly rank: number } & (
  | { readonly kind: 'delivery'; readonly id: DeliveryId }
  | { readonly kind: 'call'; readonly id: CallId }
);

/** Replies and notices go before everything: somebody waits for them. */
export const CALL_RANK = 0;
/** Deletions have an hour to spare: they let urgent alerts pass, and nothing else. */
export const DELETION_RANK = priority.urgentAlert + 1;

export interface Look {
  /** At most so many of each kind. */
  readonly limit: number;
  /** Rows that must wait for their chats. */
  readonly except: readonly string[];
}

/**
 * What is due, the most pressing first; nothing is changed. Broadcasts that are not running are passed over. Parts
 * of a message, and calls to one chat, leave one after the other in the order they were made (deletions aside,
 * whose order tells nothing): only the first of them is seen.
 */
export async function lookForDue(ctx: Context, look: Look): Promise<Candidate[]> {
  const calls = await dueCalls(ctx, look);
  const deliveries = await dueDeliveries(ctx, look);
  // Sorting is stable: within a rank the database's order stays.
  return [...calls, ...deliveries].sort((a, b) => a.rank - b.rank);
}

async function dueCalls(ctx: Context, { limit, except }: Look): Promise<Candidate[]> {
  const rows = await ctx.db.execute<{ id: CallId; isDeletion: boolean }>(sql`
    select c.id, c.purpose = 'deletion' as "isDeletion" from calls c
    where c.bot_id = ${ctx.botId} and c.state = 'planned'
      and c.due_at <= ${ctx.clock.now().toString()}::timestamptz
      and c.id <> all(${uuidArray(except)})
      and (c.purpose = 'deletion' or (
        (c.chat_index is null or not exists (
          select 1 from calls e
          where e.bot_id = c.bot_id and e.chat_index = c.chat_index and e.id < c.id
            and e.purpose <> 'deletion' and e.state in ('planned', 'attempting')))
        and (c.staff_id is null or not exists (
          select 1 from calls e
          where e.staff_id = c.staff_id and e.bot_id = c.bot_id and e.id < c.id
            and e.purpose <> 'deletion' and e.state in ('planned', 'attempting')))))
    order by (c.purpose = 'deletion'), c.due_at, c.id
    limit ${limit}`);
  return rows.map(({ id, isDeletion }) => ({
    kind: 'call',
    id,
    rank: isDeletion ? DELETION_RANK : CALL_RANK,
  }));
}

async function dueDeliveries(ctx: Context, { limit, except }: Look): Promise<Candidate[]> {
  const parked = except.length === 0 ? sql`` : sql`and d.id <> all(${uuidArray(except)})`;
  const rows = await ctx.db.execute<{ id: DeliveryId; priority: number }>(sql`
    select d.id, d.priority from deliveries d
    where d.bot_id = ${ctx.botId} and d.state = 'planned'
      and d.due_at <= ${ctx.clock.now().toString()}::timestamptz ${parked}
      and not exists (select 1 from broadcasts b where b.id = d.broadcast_id and b.state <> 'running')
      and (d.part = 0 or not exists (
        select 1 from deliveries e
        where e.broadcast_id = d.broadcast_id and e.subscriber_id = d.subscriber_id and e.part < d.part
          and e.state in ('planned', 'attempting')))
    order by d.priority, d.due_at
    limit ${limit}`);
  return rows.map(({ id, priority: rank }) => ({ kind: 'delivery', id, rank }));
}
