import { sql } from 'drizzle-orm';
import type { BroadcastId, DeliveryId, MessageId, SubscriberId } from '../../domain/ids.ts';
import type { BroadcastKind, ChatKind } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { uuidArray } from './statement.ts';

/** A delivery in its sender's hands: committed as `attempting` under the sender's epoch. */
export interface ClaimedDelivery {
  readonly kind: 'delivery';
  readonly id: DeliveryId;
  readonly broadcastId: BroadcastId;
  readonly broadcastKind: BroadcastKind;
  readonly messageId: MessageId;
  readonly subscriberId: SubscriberId;
  readonly priority: number;
  /** Together with the epoch it names this attempt: whoever settles an older one changes nothing. */
  readonly attempts: number;
  readonly repeat: boolean;
  /** The class of the attempt before, if there was one. */
  readonly outcome: string | null;
  /** Milliseconds since 1970; null when it is worth sending for ever. */
  readonly notAfter: number | null;
  readonly sealedChat: Uint8Array;
  readonly chatIndex: Uint8Array;
  readonly chatKind: ChatKind;
}

export interface ClaimDeliveries {
  readonly epoch: number;
  /** At most so many, which bounds what lies in memory and what a crash leaves in doubt. */
  readonly limit: number;
  /** Only what goes before this priority. */
  readonly before?: number;
  /** Deliveries that must wait for their chats. */
  readonly except: readonly string[];
}

export interface Claimed {
  readonly rows: readonly ClaimedDelivery[];
  /** How many were due, those included that were cancelled instead: equal to `limit` when there may be more. */
  readonly taken: number;
}

/**
 * Takes the most pressing deliveries that are due, in one statement: once this returns, the attempts are on
 * record and their bytes may go out. What came too late to be of use, and what is meant for a chat that cannot be
 * written to, is cancelled on the way. Broadcasts that are not running are passed over. A part of a message waits
 * for the parts before it. Takes nothing when `epoch` is no longer the token's.
 */
export async function claimDeliveries(ctx: Context, input: ClaimDeliveries): Promise<Claimed> {
  const now = ctx.clock.now().toString();
  const before = input.before === undefined ? sql`` : sql`and d.priority < ${input.before}`;
  const except = input.except.length === 0 ? sql`` : sql`and d.id <> all(${uuidArray(input.except)})`;
  const rows = await ctx.db.execute<
    Record<string, unknown> & Omit<ClaimedDelivery, 'kind'> & { state: string }
  >(sql`
    with due as materialized (
      select d.id from deliveries d
      where d.bot_id = ${ctx.botId} and d.state = 'planned' and d.due_at <= ${now}::timestamptz ${before} ${except}
        and not exists (select 1 from broadcasts b where b.id = d.broadcast_id and b.state <> 'running')
        and (d.part = 0 or not exists (
          select 1 from deliveries e
          where e.broadcast_id = d.broadcast_id and e.subscriber_id = d.subscriber_id and e.part < d.part
            and e.state in ('planned', 'attempting')))
        and ${holdsEpoch(ctx, input.epoch)}
      order by d.priority, d.due_at
      limit ${input.limit}
      for no key update of d skip locked
    )
    update deliveries d set
      state = case
        when d.not_after <= ${now}::timestamptz or s.state <> 'active' then 'cancelled' else 'attempting' end,
      outcome = case
        when d.not_after <= ${now}::timestamptz then 'expired'
        when s.state <> 'active' then 'unreachable'
        else d.outcome end,
      settled_at = case
        when d.not_after <= ${now}::timestamptz or s.state <> 'active' then ${now}::timestamptz end,
      epoch = ${input.epoch}, attempted_at = ${now}::timestamptz, attempts = least(d.attempts + 1, 32767)
    from due, subscribers s, broadcasts b
    where d.id = due.id and s.id = d.subscriber_id and b.id = d.broadcast_id
    returning d.id, d.state, d.broadcast_id as "broadcastId", b.kind as "broadcastKind",
      d.message_id as "messageId", d.subscriber_id as "subscriberId", d.priority, d.attempts, d.repeat, d.outcome,
      (extract(epoch from d.not_after) * 1000)::float8 as "notAfter",
      s.sealed_chat as "sealedChat", s.chat_index as "chatIndex", s.kind as "chatKind"`);
  const claimed = rows
    .filter((row) => row.state === 'attempting')
    .map((row): ClaimedDelivery => ({ ...row, kind: 'delivery' }));
  // An update returns its rows in any order.
  claimed.sort((a, b) => a.priority - b.priority);
  return { rows: claimed, taken: rows.length };
}
