import { sql } from 'drizzle-orm';
import type { CoreContext } from '../context.ts';

/** Long enough to see why a system was not told. */
const kept = Temporal.Duration.from({ hours: 30 * 24 });

/** Forgets events that are settled, or wait for a system that has ended, for 30 days; answers how many. */
export async function pruneEndpointEvents(ctx: CoreContext): Promise<number> {
  const before = ctx.clock.now().subtract(kept).toString();
  const { count } = await ctx.db.execute(sql`
    delete from endpoint_events e using endpoints p
    where p.id = e.endpoint_id and p.campaign_id = ${ctx.campaignId}
      and (e.settled_at < ${before} or p.ended_at < ${before})`);
  return count;
}
