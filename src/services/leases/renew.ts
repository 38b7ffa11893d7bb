import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { reach } from '../fail-point.ts';
import { LEASE_TERM_MS } from './term.ts';

/** Who holds a lease, and which one. */
export interface HeldLease {
  readonly holder: string;
  readonly epoch: number;
}

/**
 * Begins the term anew; false when the lease is somebody else's by now. A holder that comes too late but whom
 * nobody has followed keeps its epoch: nothing was decided about its attempts in between.
 */
export async function renewLease(ctx: Context, lease: HeldLease): Promise<boolean> {
  const renewed = await ctx.db.execute(sql`
    update leases set expires_at = clock_timestamp() + ${LEASE_TERM_MS} * interval '1 millisecond'
    where bot_id = ${ctx.botId} and holder = ${lease.holder} and epoch = ${lease.epoch}`);
  reach('lease.renewed');
  return renewed.count === 1;
}
