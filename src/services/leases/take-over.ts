import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { reach } from '../fail-point.ts';
import { LEASE_TERM_MS } from './term.ts';

/**
 * Makes `holder` the sender of the bot's token, if the lease has ended or was never held; answers the new epoch,
 * or null when somebody else holds it. Of several who try at once exactly one succeeds. The term begins no
 * earlier than the call, so whoever measures it from before the call never believes in it for too long.
 *
 * `notRenewedSince`: a stamp that the caller has seen unchanged for longer than a term, by a clock that does not
 * jump. That lease is taken too, whatever its end says: PostgreSQL's clock may have been set back an hour.
 */
export async function takeOverLease(
  ctx: Context,
  input: { readonly holder: string; readonly notRenewedSince?: string },
): Promise<number | null> {
  const stale = input.notRenewedSince ?? null;
  const [row] = await ctx.db.execute<{ epoch: number }>(sql`
    insert into leases (bot_id, holder, epoch, expires_at)
    values (${ctx.botId}, ${input.holder}, 1, clock_timestamp() + ${LEASE_TERM_MS} * interval '1 millisecond')
    on conflict (bot_id) do update
      set holder = excluded.holder, epoch = leases.epoch + 1, expires_at = excluded.expires_at
      where leases.expires_at <= clock_timestamp() or leases.expires_at = ${stale}::timestamptz
    returning epoch`);
  if (row === undefined) return null;
  reach('lease.taken');
  return row.epoch;
}
