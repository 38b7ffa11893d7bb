import { sql } from 'drizzle-orm';
import type { ClaimId, DeliveryId } from '../../domain/ids.ts';
import { shownCount } from '../../domain/shown-count.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { reach } from '../fail-point.ts';
import { endStalled } from '../leases/end-stalled.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { isAttempted, uuidArray } from './statement.ts';

/** What was found in doubt, and what was decided about it. */
export interface Recovered {
  /** Alerts that go once more, marked. */
  readonly repeated: number;
  /** Deliveries of which nobody can say whether they arrived. */
  readonly unknown: number;
  /** Calls that go once more, since that does no harm or is owed. */
  readonly callsAgain: number;
  readonly callsDropped: number;
}

/** So long locks are waited for, in milliseconds: who holds them for longer may have been stopped. */
const LOCKS_WITHIN_MS = 1_000;

/**
 * Decides about everything that a sender before us had under way when it went: nobody knows whether it arrived.
 * The same policy as for a lost answer (`judge.ts`, `judge-call.ts`), in statements over all of it. Does nothing
 * when `epoch` is no longer the token's. Throws when a process that was stopped still has locks on what it left: to be
 * tried again, since its sessions are ended soon. Harmless to repeat.
 */
export async function recover(ctx: Context, input: { readonly epoch: number }): Promise<Recovered> {
  const ended = await endStalled(ctx);
  if (ended > 0) ctx.log.warn('sessions-ended', { count: ended });
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`set local lock_timeout = ${sql.raw(String(LOCKS_WITHIN_MS))}`);
    const deliveries = await recoverDeliveries(tx, input.epoch);
    reach('recover.deliveries');
    const calls = await recoverCalls(tx, input.epoch);
    reach('recover.calls');
    await noteClaimed(tx, input.epoch);
    const recovered = { ...deliveries, ...calls };
    if (Object.values(recovered).some((count) => count > 0)) {
      await audit(tx, {
        verb: 'deliveries/recover',
        subject: { type: 'bot', id: tx.botId },
        details: {
          epoch: input.epoch,
          ...calls,
          repeated: shownCount(deliveries.repeated),
          unknown: shownCount(deliveries.unknown),
        },
      });
    }
    return recovered;
  });
}

/** By the claims of those before us; everywhere once, when one of them may have written none. */
async function recoverDeliveries(
  ctx: Context,
  epoch: number,
): Promise<Pick<Recovered, 'repeated' | 'unknown'>> {
  const now = ctx.clock.now().toString();
  const { claims, ids } = await leftBehind(ctx, epoch);
  if (ids.length === 0) return { repeated: 0, unknown: 0 };
  const rows = await ctx.db.execute<{ state: string }>(sql`
    with forgotten as (
      delete from claims where id = any(${uuidArray(claims)}) and ${holdsEpoch(ctx, epoch)}
    )
    update deliveries d set
      state = case
        when b.kind = 'alert' and not d.repeat and b.state <> 'cancelled' then 'planned' else 'unknown' end,
      settled_at = case
        when b.kind = 'alert' and not d.repeat and b.state <> 'cancelled' then null else ${now}::timestamptz end,
      repeat = d.repeat or b.kind = 'alert',
      outcome = 'unknown'
    from broadcasts b
    where b.id = d.broadcast_id and d.id = any(${uuidArray(ids)}) and ${isAttempted({ before: epoch })}
      and ${holdsEpoch(ctx, epoch)}
    returning d.state`);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return { repeated: count('planned'), unknown: count('unknown') };
}

/** What senders before us took in hand and may not have recorded. What they commit later is found the next time. */
async function leftBehind(
  ctx: Context,
  epoch: number,
): Promise<{ readonly claims: readonly ClaimId[]; readonly ids: readonly DeliveryId[] }> {
  const claims = await ctx.db.execute<{ id: ClaimId; ids: DeliveryId[] }>(sql`
    select c.id, to_jsonb(c.delivery_ids) as ids from claims c
    where c.bot_id = ${ctx.botId} and c.epoch < ${epoch} and ${holdsEpoch(ctx, epoch)}`);
  const claimed = claims.flatMap(({ ids }) => ids);
  const others = (await areAllClaimed(ctx, epoch))
    ? []
    : await ctx.db.execute<{ id: DeliveryId }>(sql`
        select d.id from broadcasts b join deliveries d on d.broadcast_id = b.id and d.waiting
        where b.bot_id = ${ctx.botId} and d.state = 'attempting' and d.epoch < ${epoch}`);
  return { claims: claims.map(({ id }) => id), ids: [...claimed, ...others.map(({ id }) => id)] };
}

/** Whether all that senders before us may have left is named by claims. */
async function areAllClaimed(ctx: Context, epoch: number): Promise<boolean> {
  const [lease] = await ctx.db.execute<{ named: boolean }>(sql`
    select coalesce(claims_epoch, 0) >= ${epoch} - 1 as named from leases where bot_id = ${ctx.botId}`);
  return lease?.named === true;
}

/** From here on they are: ours too. */
async function noteClaimed(ctx: Context, epoch: number): Promise<void> {
  await ctx.db.execute(sql`
    update leases set claims_epoch = ${epoch}
    where bot_id = ${ctx.botId} and epoch = ${epoch} and claims_epoch is distinct from ${epoch}`);
}

async function recoverCalls(
  ctx: Context,
  epoch: number,
): Promise<Pick<Recovered, 'callsAgain' | 'callsDropped'>> {
  const [row] = await ctx.db.execute<{ callsAgain: number; callsDropped: number }>(sql`
    with doubtful as materialized (
      select id, method not in ('sendMessage', 'sendPhoto') or (purpose = 'notice' and outcome is distinct from 'unknown') as again
      from calls
      where bot_id = ${ctx.botId} and state = 'attempting' and epoch < ${epoch} and ${holdsEpoch(ctx, epoch)}
      for update
    ), again as (
      update calls c set state = 'planned', outcome = 'unknown' from doubtful d
      where c.id = d.id and d.again returning 1
    ), dropped as (
      delete from calls c using doubtful d where c.id = d.id and not d.again returning 1
    )
    select (select count(*) from again)::int as "callsAgain", (select count(*) from dropped)::int as "callsDropped"`);
  return row ?? { callsAgain: 0, callsDropped: 0 };
}
