import { sql } from 'drizzle-orm';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { reach } from '../fail-point.ts';
import { endStalled } from '../leases/end-stalled.ts';
import { holdsEpoch } from '../leases/holds.ts';

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
    const recovered = { ...deliveries, ...calls };
    if (Object.values(recovered).some((count) => count > 0)) {
      await audit(tx, {
        verb: 'deliveries/recover',
        subject: { type: 'bot', id: tx.botId },
        details: { epoch: input.epoch, ...recovered },
      });
    }
    return recovered;
  });
}

async function recoverDeliveries(
  ctx: Context,
  epoch: number,
): Promise<Pick<Recovered, 'repeated' | 'unknown'>> {
  const now = ctx.clock.now().toString();
  const rows = await ctx.db.execute<{ state: string; count: number }>(sql`
    with decided as (
      update deliveries d set
        state = case
          when b.kind = 'alert' and not d.repeat and b.state <> 'cancelled' then 'planned' else 'unknown' end,
        settled_at = case
          when b.kind = 'alert' and not d.repeat and b.state <> 'cancelled' then null else ${now}::timestamptz end,
        repeat = d.repeat or b.kind = 'alert',
        outcome = 'unknown'
      from broadcasts b
      where b.id = d.broadcast_id and d.bot_id = ${ctx.botId} and d.state = 'attempting'
        and d.epoch < ${epoch} and ${holdsEpoch(ctx, epoch)}
      returning d.state
    )
    select state, count(*)::int as count from decided group by state`);
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { repeated: count('planned'), unknown: count('unknown') };
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
