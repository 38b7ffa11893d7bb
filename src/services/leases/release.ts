import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { reach } from '../fail-point.ts';
import { wake } from '../wake.ts';
import type { HeldLease } from './renew.ts';

/** Ends the lease at once and wakes who stands by. Does nothing when it is somebody else's by now. */
export async function releaseLease(ctx: Context, lease: HeldLease): Promise<void> {
  await ctx.db.execute(sql`
    update leases set expires_at = clock_timestamp()
    where bot_id = ${ctx.botId} and holder = ${lease.holder} and epoch = ${lease.epoch}`);
  reach('lease.released');
  await wake(ctx, 'sender');
}
