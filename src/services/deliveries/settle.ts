import { sql } from 'drizzle-orm';
import { binding } from '../../domain/bindings.ts';
import type { BroadcastId, MessageId, SubscriberId } from '../../domain/ids.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import type { ClaimedDelivery } from './claim.ts';
import { type Deletion, writeDeletions } from './deletion.ts';
import type { Verdict } from './judge.ts';
import { after, jsonRows, uuidArray } from './statement.ts';

/** What became of a delivery that was claimed. */
export interface Settlement {
  readonly delivery: ClaimedDelivery;
  readonly end: SettledEnd;
}

export type SettledEnd =
  | Exclude<Verdict, { do: 'sent' }>
  /** `deletion`: for a discreet reader, what will take the message away again. */
  | { readonly do: 'sent'; readonly deletion: Deletion | null }
  /** It became too late while it was held. */
  | { readonly do: 'expired' }
  /** Nothing was tried; it keeps its turn. */
  | { readonly do: 'put-back' };

/**
 * Records what became of deliveries, with all that follows from it (chats that cannot be written to, texts that
 * Telegram refuses, groups that moved, deletions that will fall due), in one transaction. A row whose attempt is
 * no longer the one of `epoch` that was claimed is left as it is. Doing it twice changes nothing, so it may be
 * repeated when its answer was lost. The rows are their own record: only what follows from them is audited.
 */
export async function settleDeliveries(
  ctx: Context,
  input: { readonly epoch: number; readonly settlements: readonly Settlement[] },
): Promise<void> {
  const { settlements } = input;
  if (settlements.length === 0) return;
  if (!settlements.some(hasEffects)) {
    await settleRows(ctx, input);
    return;
  }
  await inTransaction(ctx, async (tx) => {
    await lockSubscribers(tx, settlements);
    const settled = await settleRows(tx, input);
    const ours = settlements.filter(({ delivery }) => settled.has(delivery.id));
    await markUnreachable(tx, ours);
    await moveChats(tx, ours);
    await haltTexts(tx, ours);
    await planDeletions(tx, input, settled);
  });
}

function hasEffects({ end }: Settlement): boolean {
  if (end.do === 'sent') return end.deletion !== null;
  return end.do === 'unreachable' || end.do === 'move' || end.do === 'halt-text';
}

async function settleRows(
  ctx: Context,
  { epoch, settlements }: { readonly epoch: number; readonly settlements: readonly Settlement[] },
): Promise<ReadonlySet<string>> {
  const now = ctx.clock.now();
  const rows = settlements.map(({ delivery, end }) => ({
    id: delivery.id,
    attempts: delivery.attempts,
    ...rowOf(end, now),
  }));
  const settled = await ctx.db.execute<{ id: string }>(sql`
    update deliveries d set
      state = case when not ${isOvertaken} then x.state when x.repeat then 'unknown' else 'cancelled' end,
      outcome = case when ${isOvertaken} and x.repeat is not true then 'superseded'
        else coalesce(x.outcome, d.outcome) end,
      repeat = d.repeat or coalesce(x.repeat, false),
      due_at = coalesce(x.due_at, d.due_at),
      settled_at = case when x.state <> 'planned' or ${isOvertaken} then ${now.toString()}::timestamptz end
    from jsonb_to_recordset(${jsonRows(rows)})
      as x(id uuid, attempts int, state text, outcome text, due_at timestamptz, repeat boolean)
    where d.id = x.id and d.state = 'attempting' and d.epoch = ${epoch} and d.attempts = x.attempts
    returning d.id`);
  return new Set(settled.map(({ id }) => id));
}

/** What would go once more, although its broadcast was cancelled while it was in our hands: it stays where it is. */
const isOvertaken = sql`(x.state = 'planned' and exists (
  select 1 from broadcasts b where b.id = d.broadcast_id and b.state = 'cancelled'))`;

interface RowEnd {
  readonly state: DeliveryState;
  readonly outcome?: string;
  readonly due_at?: string;
  readonly repeat?: boolean;
}

function rowOf(end: SettledEnd, now: Temporal.Instant): RowEnd {
  switch (end.do) {
    case 'sent':
      return { state: 'sent', outcome: 'sent' };
    case 'failed':
    case 'unreachable':
    case 'halt-text':
      return { state: 'failed', outcome: end.outcome };
    case 'unknown':
      return { state: 'unknown', outcome: end.outcome };
    case 'expired':
      return { state: 'cancelled', outcome: 'expired' };
    case 'again':
      return { state: 'planned', outcome: end.outcome, repeat: end.repeat, ...dueAt(end.afterMs, now) };
    case 'put-back':
      return { state: 'planned' };
    case 'move':
      return { state: 'planned', outcome: 'migrated' };
  }
}

/** Without a wait the row keeps its due time, and with it its turn. */
function dueAt(afterMs: number, now: Temporal.Instant): { readonly due_at?: string } {
  return afterMs > 0 ? { due_at: after(now, afterMs).toString() } : {};
}

/**
 * Whoever erases a subscriber locks that row first and its deliveries by cascade; taking the locks in the same
 * order keeps the two from waiting for each other.
 */
async function lockSubscribers(ctx: Context, settlements: readonly Settlement[]): Promise<void> {
  const touched = settlements.flatMap(({ delivery, end }) =>
    end.do === 'unreachable' || end.do === 'move' ? [delivery.subscriberId] : [],
  );
  if (touched.length === 0) return;
  await ctx.db.execute(sql`
    select 1 from subscribers where id = any(${uuidArray(touched)}) order by id for no key update`);
}

async function markUnreachable(ctx: Context, settlements: readonly Settlement[]): Promise<void> {
  const ids = settlements.flatMap(({ delivery, end }) =>
    end.do === 'unreachable' ? [delivery.subscriberId] : [],
  );
  if (ids.length === 0) return;
  await ctx.db.execute(sql`
    update subscribers set state = 'unreachable' where id = any(${uuidArray(ids)}) and state = 'active'`);
  const cancelled = await ctx.db.execute(sql`
    update deliveries set state = 'cancelled', outcome = 'unreachable',
      settled_at = ${ctx.clock.now().toString()}::timestamptz
    where subscriber_id = any(${uuidArray(ids)}) and state = 'planned'`);
  await audit(ctx, {
    verb: 'deliveries/settle',
    subject: { type: 'subscriber', id: null },
    details: { unreachable: ids.length, cancelled: cancelled.count },
  });
}

/**
 * The new id is sealed here, so that the delivery can go on; its index is the bot role's to write, which alone
 * has the key and is told of the move by an update of its own.
 */
async function moveChats(ctx: Context, settlements: readonly Settlement[]): Promise<void> {
  const moves = new Map<SubscriberId, number>();
  for (const { delivery, end } of settlements) {
    if (end.do === 'move') moves.set(delivery.subscriberId, end.to());
  }
  if (moves.size === 0) return;
  const rows = [...moves].map(([id, chatId]) => ({
    id,
    sealed: Buffer.from(ctx.seal(String(chatId), binding.subscriberChat(id))).toString('hex'),
  }));
  await ctx.db.execute(sql`
    update subscribers s set sealed_chat = decode(x.sealed, 'hex')
    from jsonb_to_recordset(${jsonRows(rows)}) as x(id uuid, sealed text) where s.id = x.id`);
  await audit(ctx, {
    verb: 'deliveries/settle',
    subject: { type: 'subscriber', id: null },
    details: { moved: rows.length },
  });
}

async function haltTexts(ctx: Context, settlements: readonly Settlement[]): Promise<void> {
  const halted = new Map<MessageId, { readonly broadcastId: BroadcastId; readonly outcome: string }>();
  for (const { delivery, end } of settlements) {
    if (end.do === 'halt-text') {
      halted.set(delivery.messageId, { broadcastId: delivery.broadcastId, outcome: end.outcome });
    }
  }
  for (const [messageId, { broadcastId, outcome }] of halted) {
    const cancelled = await ctx.db.execute(sql`
      update deliveries set state = 'cancelled', outcome = 'text-halted',
        settled_at = ${ctx.clock.now().toString()}::timestamptz
      where broadcast_id = ${broadcastId} and message_id = ${messageId} and state = 'planned'`);
    ctx.log.error('text-halted', { id: messageId, outcome, count: cancelled.count });
    await audit(ctx, {
      verb: 'deliveries/halt-text',
      subject: { type: 'message', id: messageId },
      details: { outcome, cancelled: cancelled.count },
    });
  }
}

/** A message whose reader has said /forget in the meantime is taken away at once. */
async function planDeletions(
  ctx: Context,
  { epoch, settlements }: { readonly epoch: number; readonly settlements: readonly Settlement[] },
  settled: ReadonlySet<string>,
): Promise<void> {
  const discreet = settlements.flatMap(({ delivery, end }) =>
    end.do === 'sent' && end.deletion !== null ? [{ delivery, deletion: end.deletion }] : [],
  );
  if (discreet.length === 0) return;
  const [holds] = await ctx.db.execute<{ holds: boolean }>(sql`select ${holdsEpoch(ctx, epoch)} as holds`);
  if (holds?.holds !== true) return;
  const gone = await erased(
    ctx,
    discreet.map(({ delivery }) => delivery).filter(({ id }) => !settled.has(id)),
  );
  const deletions = discreet
    .filter(({ delivery }) => settled.has(delivery.id) || gone.has(delivery.id))
    .map(({ delivery, deletion }) =>
      gone.has(delivery.id) ? { ...deletion, dueAt: ctx.clock.now() } : deletion,
    );
  await writeDeletions(ctx, deletions);
}

/** Which of these have no row any more. */
async function erased(ctx: Context, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlySet<string>> {
  const ids = new Set<string>(deliveries.map(({ id }) => id));
  if (ids.size === 0) return ids;
  const left = await ctx.db.execute<{ id: string }>(sql`
    select id from deliveries where id = any(${uuidArray(ids)})`);
  for (const { id } of left) ids.delete(id);
  return ids;
}
