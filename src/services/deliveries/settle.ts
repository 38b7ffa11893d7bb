import { type SQL, sql } from 'drizzle-orm';
import { binding } from '../../domain/bindings.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import { shownCount } from '../../domain/shown-count.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { tellOfHaltedText } from '../broadcasts/tell-halted.ts';
import { type Context, inTransaction } from '../context.ts';
import { reach } from '../fail-point.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { cancelledFor } from './cancelled-for.ts';
import type { ClaimedDelivery } from './claim.ts';
import { type Deletion, writeDeletions } from './deletion.ts';
import type { Verdict } from './judge.ts';
import { after, jsonRows, uuidArray } from './statement.ts';

/** What became of a delivery that was claimed. */
export interface Settlement {
  readonly delivery: ClaimedDelivery;
  readonly end: SettledEnd;
}

/** What an attempt came to, with all that is recorded of it. */
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
export async function settleDeliveries(ctx: Context, input: Input): Promise<void> {
  const { settlements } = input;
  if (settlements.length === 0) return;
  if (!settlements.some(hasEffects)) {
    await settleRows(ctx, input, { readBack: false });
    return;
  }
  await inTransaction(ctx, async (tx) => {
    await lockSubscribers(tx, settlements);
    const settled = await settleRows(tx, input, { readBack: true });
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

interface Input {
  readonly epoch: number;
  readonly settlements: readonly Settlement[];
}

/**
 * Answers whose attempt was still the one that was claimed, of those that ended only where `readBack`: from most batches
 * nothing follows, and their ids need not be read.
 */
async function settleRows(
  ctx: Context,
  input: Input,
  { readBack }: { readonly readBack: boolean },
): Promise<ReadonlySet<string>> {
  const returning = readBack ? sql`returning d.id` : sql``;
  const ended = new Set<string>();
  for (const group of groupsOf(input.settlements)) {
    const rows = await ctx.db.execute<{ id: string }>(sql`${endRows(ctx, input, group)} ${returning}`);
    for (const { id } of rows) ended.add(id);
  }
  reach('record.ended');
  const replanned = await replanRows(ctx, input);
  reach('record.replanned');
  return ended.union(replanned);
}

/** Attempts that ended alike: of a batch nearly all do, so that few statements say it all. */
interface Group {
  readonly end: Ended;
  readonly attempts: number;
  readonly ids: string[];
}

function groupsOf(settlements: readonly Settlement[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const { delivery, end } of settlements) {
    const ended = endOf(end);
    if (ended === null) continue;
    const { id, attempts } = delivery;
    const key = `${attempts} ${ended.state} ${ended.outcome}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { end: ended, attempts, ids: [id] });
    else group.ids.push(id);
  }
  return groups.values();
}

/** Records attempts that are over. */
function endRows(ctx: Context, { epoch }: Input, { end, attempts, ids }: Group): SQL {
  return sql`
    update deliveries d set state = ${end.state}, outcome = ${end.outcome},
      settled_at = ${ctx.clock.now().toString()}::timestamptz
    -- Not in the words of an index: the rows are found by their ids.
    where d.id = any(${uuidArray(ids)}) and coalesce(d.state, '') = 'attempting' and d.epoch = ${epoch}
      and d.attempts = ${attempts}`;
}

/**
 * Gives rows their turn again, unless that has no end to wait for any more: under a broadcast that was cancelled, or
 * with a text that Telegram refuses, they end here. Of what may have arrived it stays unknown whether it has.
 */
async function replanRows(ctx: Context, { epoch, settlements }: Input): Promise<ReadonlySet<string>> {
  const now = ctx.clock.now();
  const rows = settlements.flatMap(({ delivery: { id, attempts }, end }) => {
    const again = againOf(end, now);
    return again === null ? [] : [{ id, attempts, ...again }];
  });
  if (rows.length === 0) return new Set();
  const settled = await ctx.db.execute<{ id: string }>(sql`
    with over as materialized (
      select d.id, case
        when b.state = 'cancelled' then ${cancelledFor}
        when m.halted_at is not null then 'text-halted' end as why
      from deliveries d
      join broadcasts b on b.id = d.broadcast_id
      join messages m on m.id = d.message_id
      where d.id = any(${uuidArray(rows.map(({ id }) => id))})
    )
    update deliveries d set
      state = case
        when over.why is null then 'planned' when d.repeat or x.repeat then 'unknown' else 'cancelled' end,
      outcome = case
        when over.why is null then coalesce(x.outcome, d.outcome)
        when d.repeat or x.repeat then 'unknown' else over.why end,
      repeat = d.repeat or coalesce(x.repeat, false),
      due_at = coalesce(x.due_at, d.due_at),
      settled_at = case when over.why is not null then ${now.toString()}::timestamptz end
    from over, jsonb_to_recordset(${jsonRows(rows)})
      as x(id uuid, attempts int, outcome text, due_at timestamptz, repeat boolean)
    where d.id = x.id and over.id = d.id
      and d.state = 'attempting' and d.epoch = ${epoch} and d.attempts = x.attempts
    returning d.id`);
  return new Set(settled.map(({ id }) => id));
}

interface Ended {
  readonly state: DeliveryState;
  readonly outcome: string;
}

/** How an attempt ended; null when the row takes its turn again. */
function endOf(end: SettledEnd): Ended | null {
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
    case 'put-back':
    case 'move':
      return null;
  }
}

interface Again {
  readonly outcome?: string;
  readonly due_at?: string;
  readonly repeat?: boolean;
}

/** How a row takes its turn again; null when its attempt is over. */
function againOf(end: SettledEnd, now: Temporal.Instant): Again | null {
  switch (end.do) {
    case 'again':
      return { outcome: end.outcome, repeat: end.repeat, ...dueAt(end.afterMs, now) };
    case 'put-back':
      return {};
    case 'move':
      return { outcome: 'migrated' };
    default:
      return null;
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
    details: { unreachable: shownCount(ids.length), cancelled: shownCount(cancelled.count) },
  });
  reach('record.unreachable');
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
    details: { moved: shownCount(rows.length) },
  });
  reach('record.moved');
}

/** What is planned of the text is many rows: they are taken back afterwards, by `cancel-halted.ts`. */
async function haltTexts(ctx: Context, settlements: readonly Settlement[]): Promise<void> {
  const refused = new Map(
    settlements.flatMap(({ delivery, end }) =>
      end.do === 'halt-text' ? [[delivery.messageId, end.outcome] as const] : [],
    ),
  );
  for (const [messageId, outcome] of refused) {
    const halted = await ctx.db.execute(sql`
      update messages set halted_at = ${ctx.clock.now().toString()}::timestamptz, halted_for = ${outcome}
      where id = ${messageId} and halted_at is null`);
    if (halted.count === 0) continue;
    ctx.log.error('text-halted', { id: messageId, outcome });
    await audit(ctx, {
      verb: 'deliveries/halt-text',
      subject: { type: 'message', id: messageId },
      details: { outcome },
    });
    await tellOfHaltedText(ctx, messageId);
    reach('record.halted');
  }
}

/** A message whose reader has said /forget in the meantime is taken away at once. */
async function planDeletions(
  ctx: Context,
  { epoch, settlements }: Input,
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
  reach('record.deletions');
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
