import { and, eq, notInArray } from 'drizzle-orm';
import { alerts, hearingRevisions, hearings } from '../../db/schema/index.ts';
import { alertsFor } from '../../domain/alert.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../hearings/facts.ts';
import { wake } from '../wake.ts';
import { insertAlert, leadTimesOf } from './plan.ts';

/**
 * Brings the pending reminders of every hearing that is ahead in line with the campaign's lead times. What has
 * gone out stays as it is, and nothing goes out that would already have been due.
 */
export async function replanReminders(ctx: Context): Promise<void> {
  const campaign = await findCampaign(ctx);
  await ctx.db
    .update(alerts)
    .set({ state: 'superseded' })
    .where(
      and(
        eq(alerts.campaignId, ctx.campaignId),
        eq(alerts.kind, 'reminder'),
        eq(alerts.state, 'pending'),
        campaign.leadTimes.length === 0 ? undefined : notInArray(alerts.leadTime, campaign.leadTimes),
      ),
    );
  const ahead = await ctx.db
    .select({ hearing: hearings, revision: hearingRevisions })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .where(
      and(
        eq(hearings.campaignId, ctx.campaignId),
        eq(hearingRevisions.state, 'in_effect'),
        eq(hearingRevisions.status, 'scheduled'),
        eq(hearingRevisions.historic, false),
      ),
    );
  for (const { hearing, revision } of ahead) {
    const facts = factsOf(revision);
    // Nothing changed in the facts, so all that they call for is reminders.
    const planned = alertsFor(facts, facts, leadTimesOf(campaign), ctx.clock.now(), SYSTEM_ZONE_RULES);
    for (const alert of planned) await insertAlert(ctx, hearing, revision.revision, alert);
  }
  await wake(ctx, 'scheduler');
}
