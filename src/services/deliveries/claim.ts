import { sql } from 'drizzle-orm';
import {
  type BroadcastId,
  type ClaimId,
  type DeliveryId,
  type MessageId,
  newId,
  type SubscriberId,
} from '../../domain/ids.ts';
import type { BroadcastKind, ChatKind } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { notPaused } from '../pauses/standing.ts';
import { type QuietNow, quietUntilOf } from './quiet.ts';
import { inOrderOf, uuidArray } from './statement.ts';

/** A delivery in its sender's hands: committed as `attempting` under the sender's epoch. */
export interface ClaimedDelivery {
  readonly kind: 'delivery';
  readonly id: DeliveryId;
  /** With what else it was taken in hand. */
  readonly claim: ClaimId;
  readonly broadcastId: BroadcastId;
  readonly broadcastKind: BroadcastKind;
  readonly messageId: MessageId;
  readonly subscriberId: SubscriberId;
  /** Its place among all that is due: lower goes first. */
  readonly rank: number;
  /** Together with the epoch it names this attempt: whoever settles an older one changes nothing. */
  readonly attempts: number;
  readonly repeat: boolean;
  /** An alert that was held up for so long that its text says so. */
  readonly late: boolean;
  /** The class of the attempt before, if there was one. */
  readonly outcome: string | null;
  /** Milliseconds since 1970; null when it is worth sending for ever. */
  readonly notAfter: number | null;
  readonly sealedChat: Uint8Array;
  /** The chat's index, in base64. */
  readonly chatKey: string;
  readonly chatKind: ChatKind;
}

/**
 * An alert that leaves this long after it was to is marked as late: its sender was down, or Telegram. Not as soon as one
 * that is dispatched late, since that would mark the end of every long queue.
 */
const lateWhenSent = Temporal.Duration.from({ minutes: 90 });

/**
 * Takes deliveries in hand, in one statement: once this returns, the attempts are on record and their bytes may go
 * out. What has become too late to be of use, what is meant for a chat that cannot be written to, and what is of a
 * text that Telegram refuses, is cancelled instead; what is no longer planned, or stands still with its broadcast, is
 * left out, as is, with `quiet`, what can wait and whose follower is in quiet hours (`putOffQuiet`). A reader gets the
 * form that they want now, whatever they wanted when it was planned. Takes nothing when `epoch` is no longer the token's.
 * `over`: earlier claims of ours of which everything is recorded; they are deleted.
 */
export async function claimDeliveries(
  ctx: Context,
  input: {
    readonly epoch: number;
    readonly ids: readonly DeliveryId[];
    readonly over?: Iterable<ClaimId>;
    readonly quiet?: QuietNow | null;
  },
): Promise<ClaimedDelivery[]> {
  if (input.ids.length === 0) return [];
  const { over = [], quiet = null } = input;
  const claim = newId<ClaimId>();
  const now = ctx.clock.now().toString();
  const rows = await ctx.db.execute<
    Record<string, unknown> & Omit<ClaimedDelivery, 'kind' | 'claim'> & { taken: boolean }
  >(sql`
    with locked as materialized (
      select d.ctid as place, d.id, d.broadcast_id, d.subscriber_id, d.message_id, d.part, d.not_after
      from deliveries d
      -- Not in the words of an index: the rows are found by their ids, and not among all that is planned.
      where d.id = any(${uuidArray(input.ids)}) and coalesce(d.state, '') = 'planned'
        and ${holdsEpoch(ctx, input.epoch)}
      for no key update of d skip locked
    ), due as materialized (
      select l.place, l.id, b.kind as broadcast_kind, b.priority, s.sealed_chat, s.kind as chat_kind,
        encode(s.chat_index, 'base64') as chat_key,
        -- Looked up for those only who want another form now than when it was planned.
        case when m.discreet = s.discreet then m.id else coalesce((
          select f.id from messages f
          where f.broadcast_id = m.broadcast_id and f.language = m.language and f.discreet = s.discreet
            and f.part = m.part), m.id) end as message_id,
        case
          when l.not_after <= ${now}::timestamptz then 'expired'
          when s.state <> 'active' then 'unreachable'
          -- Behind a neutral notice comes nothing more: who taps it gets all of it.
          when s.discreet and l.part > 0 then 'discreet'
          when m.halted_at is not null then 'text-halted' end as useless
      from locked l
      join broadcasts b on b.id = l.broadcast_id and b.state = 'running' and ${notPaused}
      join subscribers s on s.id = l.subscriber_id
      join messages m on m.id = l.message_id
      ${quiet === null ? sql`` : sql`where (select ${quietUntilOf(quiet)} from (select l.part, l.not_after) d) is null`}
    ), named as (
      insert into claims (id, bot_id, epoch, delivery_ids)
      select ${claim}::uuid, ${ctx.botId}::uuid, ${input.epoch}::int, array_agg(id) from due where useless is null
      having count(*) > 0
    ), forgotten as (
      delete from claims where id = any(${uuidArray(over)})
    )
    update deliveries d set
      state = case when due.useless is null then 'attempting' else 'cancelled' end,
      outcome = coalesce(due.useless, d.outcome),
      settled_at = case when due.useless is not null then ${now}::timestamptz end,
      message_id = due.message_id,
      epoch = ${input.epoch}, attempted_at = ${now}::timestamptz, attempts = least(d.attempts + 1, 32767)
    from due
    where d.ctid = due.place
    returning d.id, due.useless is null as taken, d.broadcast_id as "broadcastId",
      due.broadcast_kind as "broadcastKind", d.message_id as "messageId", d.subscriber_id as "subscriberId",
      (due.priority + d.tier / 10.0)::float8 as rank, d.attempts, d.repeat,
      due.broadcast_kind = 'alert' and d.due_at <= ${ctx.clock.now().subtract(lateWhenSent).toString()}::timestamptz as late, d.outcome,
      (extract(epoch from d.not_after) * 1000)::float8 as "notAfter",
      due.sealed_chat as "sealedChat", due.chat_key as "chatKey", due.chat_kind as "chatKind"`);
  const claimed: ClaimedDelivery[] = [];
  for (const { taken, ...row } of rows) if (taken) claimed.push({ ...row, kind: 'delivery', claim });
  return inOrderOf(input.ids, claimed);
}
