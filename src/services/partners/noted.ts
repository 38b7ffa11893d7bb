import { and, desc, eq } from 'drizzle-orm';
import { partnerReports, partners } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** What partners said of a hearing while somebody else's revision of it waited for a person, newest first. */
export async function listNoted(ctx: CoreContext, hearingId: HearingId) {
  return ctx.db
    .select({
      partnerId: partners.id,
      name: partners.name,
      noted: partnerReports.noted,
      receivedAt: partnerReports.receivedAt,
    })
    .from(partnerReports)
    .innerJoin(partners, eq(partners.id, partnerReports.partnerId))
    .where(
      and(
        eq(partners.campaignId, ctx.campaignId),
        eq(partnerReports.hearingId, hearingId),
        eq(partnerReports.outcome, 'noted'),
      ),
    )
    .orderBy(desc(partnerReports.receivedAt))
    .limit(50);
}
