import { and, eq, exists, lt } from 'drizzle-orm';
import { partnerReports, partners } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';

/** Far longer than anybody repeats a report (Standard Webhooks: some days), and than its signature is believed. */
const kept = Temporal.Duration.from({ hours: 30 * 24 });

/** Forgets the ids of reports that are not repeated any more; answers how many. */
export async function pruneReports(ctx: CoreContext): Promise<number> {
  const ofCampaign = ctx.db
    .select({ id: partners.id })
    .from(partners)
    .where(and(eq(partners.id, partnerReports.partnerId), eq(partners.campaignId, ctx.campaignId)));
  const pruned = await ctx.db
    .delete(partnerReports)
    .where(and(lt(partnerReports.receivedAt, ctx.clock.now().subtract(kept)), exists(ofCampaign)));
  return pruned.count;
}
