import { and, asc, eq, notInArray } from 'drizzle-orm';
import { alerts, cases, hearingRevisions, hearings } from '../../db/schema/index.ts';
import { alertsFor } from '../../domain/alert.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../hearings/facts.ts';
import { wake } from '../wake.ts';
import { insertAlert, leadTimesOf } from './plan.ts';

/**
 * Brings the pending reminders of every hearing that is ahead, of an open case, in line with the campaign's lead times,
 * and with the zone rules of today. What has gone out stays as it is, and nothing goes out that would already have been
 * due. Answers how many reminders changed. To be called in a transaction.
 */
export async function replanReminders(ctx: Context): Promise<number> {
  // As whoever decides on a hearing does, before anything is looked at: its revision must not change meanwhile.
  await ctx.db
    .select({ id: hearings.id })
    .from(hearings)
    .where(eq(hearings.campaignId, ctx.campaignId))
    .orderBy(asc(hearings.id))
    .for('update');
  const campaign = await findCampaign(ctx);
  const unwanted = await ctx.db
    .update(alerts)
    .set({ state: 'superseded' })
    .where(
      and(
        eq(alerts.campaignId, ctx.campaignId),
        eq(alerts.kind, 'reminder'),
        eq(alerts.state, 'pending'),
        campaign.leadTimes.length === 0 ? undefined : notInArray(alerts.leadTime, campaign.leadTimes),
      ),
    )
    .returning({ id: alerts.id });
  const ahead = await ctx.db
    .select({ hearing: hearings, revision: hearingRevisions })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .where(
      and(
        eq(hearings.campaignId, ctx.campaignId),
        eq(cases.status, 'open'),
        eq(hearingRevisions.state, 'in_effect'),
        eq(hearingRevisions.status, 'scheduled'),
        eq(hearingRevisions.historic, false),
      ),
    );
  let changed = unwanted.length;
  for (const { hearing, revision } of ahead) {
    const facts = factsOf(revision);
    // Nothing changed in the facts, so all that they call for is reminders.
    const planned = alertsFor(facts, facts, leadTimesOf(campaign), ctx.clock.now(), SYSTEM_ZONE_RULES);
    for (const alert of planned) {
      if (await insertAlert(ctx, hearing, revision.revision, alert)) changed += 1;
    }
  }
  if (changed > 0) await wake(ctx, 'scheduler');
  return changed;
}
