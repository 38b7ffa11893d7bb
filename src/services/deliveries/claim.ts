import { sql } from 'drizzle-orm';
import type { BroadcastId, DeliveryId, MessageId, SubscriberId } from '../../domain/ids.ts';
import type { BroadcastKind, ChatKind } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { inOrderOf, uuidArray } from './statement.ts';

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

/**
 * Takes deliveries in hand, in one statement: once this returns, the attempts are on record and their bytes may go
 * out. What has become too late to be of use, and what is meant for a chat that cannot be written to, is cancelled
 * instead; what is no longer planned, or stands still with its broadcast, is left out. A reader gets the form that
 * they want now, whatever they wanted when it was planned. Takes nothing when `epoch` is no longer the token's.
 */
export async function claimDeliveries(
  ctx: Context,
  input: { readonly epoch: number; readonly ids: readonly DeliveryId[] },
): Promise<ClaimedDelivery[]> {
  if (input.ids.length === 0) return [];
  const now = ctx.clock.now().toString();
  const rows = await ctx.db.execute<
    Record<string, unknown> & Omit<ClaimedDelivery, 'kind'> & { state: string }
  >(sql`
    with due as materialized (
      select d.id from deliveries d
      where d.id = any(${uuidArray(input.ids)}) and d.state = 'planned' and ${holdsEpoch(ctx, input.epoch)}
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
      message_id = coalesce((
        select wanted.id from messages planned
        join messages wanted on wanted.broadcast_id = planned.broadcast_id and wanted.part = planned.part
          and wanted.language = planned.language and wanted.discreet = s.discreet
        where planned.id = d.message_id), d.message_id),
      epoch = ${input.epoch}, attempted_at = ${now}::timestamptz, attempts = least(d.attempts + 1, 32767)
    from due, subscribers s, broadcasts b
    where d.id = due.id and s.id = d.subscriber_id and b.id = d.broadcast_id and b.state = 'running'
    returning d.id, d.state, d.broadcast_id as "broadcastId", b.kind as "broadcastKind",
      d.message_id as "messageId", d.subscriber_id as "subscriberId", d.priority, d.attempts, d.repeat, d.outcome,
      (extract(epoch from d.not_after) * 1000)::float8 as "notAfter",
      s.sealed_chat as "sealedChat", s.chat_index as "chatIndex", s.kind as "chatKind"`);
  const claimed = rows
    .filter((row) => row.state === 'attempting')
    .map((row): ClaimedDelivery => ({ ...row, kind: 'delivery' }));
  return inOrderOf(input.ids, claimed);
}
