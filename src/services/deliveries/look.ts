import { sql } from 'drizzle-orm';
import type { CallId, CaseId, DeliveryId, MessageId } from '../../domain/ids.ts';
import { priority, rankOf } from '../../domain/priority.ts';
import { inTurns, type Waiting } from '../../domain/turns.ts';
import type { Context } from '../context.ts';
import { notPaused } from '../pauses/standing.ts';
import { first, tierRows, uuidArray } from './statement.ts';

/** Something that is due, by name only: nothing was taken in hand yet. */
export type Candidate = Waiting &
  (
    | { readonly kind: 'delivery'; readonly id: DeliveryId; readonly messageId: MessageId }
    | { readonly kind: 'call'; readonly id: CallId }
  );

/** Replies and notices go before everything: somebody waits for them. */
export const CALL_RANK = 0;
/** Deletions have an hour to spare: they let urgent alerts pass, and nothing else. */
export const DELETION_RANK = priority.urgentAlert + 1;

/** What is looked for. */
export interface Look {
  /** At most so many of each kind. */
  readonly limit: number;
  /** Rows that must wait for their chats. */
  readonly except: readonly string[];
  /** When each case had its last turn; see `domain/turns.ts`. */
  readonly served: ReadonlyMap<CaseId | null, number>;
  /** Whether deliveries of a text wait for something: they are seen, and do not count towards the limit. */
  readonly keptBack?: (messageId: MessageId) => boolean;
}

/**
 * What is due, in the order in which it leaves; nothing is changed. It is looked for from the broadcasts that run:
 * the rows of one that stands still cost nothing, however many there are. Parts of a message, and calls to one chat,
 * leave one after the other in the order they were made (deletions aside, whose order tells nothing): only the first
 * of them is seen.
 */
export async function lookForDue(ctx: Context, look: Look): Promise<Candidate[]> {
  const calls = await dueCalls(ctx, look);
  const deliveries = await dueDeliveries(ctx, look);
  let room = look.limit;
  const seen: Candidate[] = [];
  for (const one of inTurns([...calls, ...deliveries], look.served)) {
    if (one.kind === 'delivery') {
      if (room === 0) continue;
      if (look.keptBack?.(one.messageId) !== true) room -= 1;
    }
    seen.push(one);
  }
  return seen;
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
    caseId: null,
  }));
}

/** Of each tier of a broadcast as many as are wanted at all: whatever turns are taken, the first are among them. */
async function dueDeliveries(ctx: Context, { limit, except }: Look): Promise<Candidate[]> {
  const parked = except.length === 0 ? sql`` : sql`and d.id <> all(${uuidArray(except)})`;
  const rows = await ctx.db.execute<{
    ids: DeliveryId[];
    messageIds: MessageId[];
    priority: number;
    tier: number;
    caseId: CaseId | null;
  }>(sql`
    select due.ids, due."messageIds", b.priority, t.tier, b.case_id as "caseId"
    from broadcasts b
    cross join ${tierRows} as t(tier)
    -- As one row each: there are thousands of them, of which nothing is wanted but two ids.
    cross join lateral (
      select json_agg(d.id) as ids, json_agg(d.message_id) as "messageIds" from (
        select d.id, d.message_id from deliveries d
        where d.broadcast_id = b.id and d.tier = t.tier and d.waiting and d.state = 'planned'
          and d.due_at <= ${ctx.clock.now().toString()}::timestamptz ${parked}
          and (d.part = 0 or not exists (
            select 1 from deliveries e
            where e.broadcast_id = d.broadcast_id and e.subscriber_id = d.subscriber_id and e.part < d.part
              and e.state in ('planned', 'attempting')))
        order by d.due_at ${first(limit)}) d) due
    where b.bot_id = ${ctx.botId} and b.state = 'running' and ${notPaused} and due.ids is not null
    order by b.priority, t.tier, b.created_at, b.id`);
  return rows.flatMap(({ ids, messageIds, priority: urgency, tier, caseId }) => {
    const rank = rankOf({ priority: urgency, tier });
    return ids.flatMap((id, place): Candidate[] => {
      const messageId = messageIds[place];
      return messageId === undefined ? [] : [{ kind: 'delivery', id, messageId, rank, caseId }];
    });
  });
}
