import { and, asc, eq, notInArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alerts, cases, hearingRevisions, hearings } from '../../db/schema/index.ts';
import { alertsFor } from '../../domain/alert.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { LeadTime } from '../../domain/lead-time.ts';
import { SYSTEM_ZONE_RULES, type ZoneRules } from '../../domain/zone.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../hearings/facts.ts';
import { refreshStart } from '../hearings/refresh-start.ts';
import { wake } from '../wake.ts';
import { insertAlert } from './insert.ts';
import { forgetUnwantedLeadTimes, leadTimesFor } from './lead-times.ts';

/** What is asked about a hearing that has gone by is due within days of it; a campaign's years are not gone through. */
const goneBy = Temporal.Duration.from({ hours: 7 * 24 });

function mayBeAhead(ctx: Context, revision: SQLWrapper): SQL {
  const since = ctx.clock.now().subtract(goneBy).toZonedDateTimeISO('UTC').toPlainDate().toString();
  return sql`${revision}.state = 'in_effect' and ${revision}.local_date >= ${since}`;
}

/**
 * Brings the pending reminders of every hearing that is ahead, of an open case, in line with the lead times of the
 * campaign and of its followers, and with the zone rules of today (`rules`): the court's hour stays, and its instant may
 * have moved. What has gone out stays as it is, and nothing goes out that would already have been due. Answers how many
 * reminders changed. To be called in a transaction.
 */
export async function replanReminders(ctx: Context, rules: ZoneRules = SYSTEM_ZONE_RULES): Promise<number> {
  // As whoever decides on a hearing does, before anything is looked at: its revision must not change meanwhile.
  await ctx.db
    .select({ id: hearings.id })
    .from(hearings)
    .where(
      and(
        eq(hearings.campaignId, ctx.campaignId),
        sql`exists (
      select 1 from hearing_revisions r where r.hearing_id = ${hearings.id} and ${mayBeAhead(ctx, sql`r`)})`,
      ),
    )
    .orderBy(asc(hearings.id))
    .for('update');
  const campaign = await findCampaign(ctx);
  await forgetUnwantedLeadTimes(ctx);
  const unwanted = await ctx.db
    .update(alerts)
    .set({ state: 'superseded' })
    .where(
      and(
        eq(alerts.campaignId, ctx.campaignId),
        eq(alerts.kind, 'reminder'),
        eq(alerts.state, 'pending'),
        campaign.leadTimes.length === 0 ? undefined : notInArray(alerts.leadTime, campaign.leadTimes),
        sql`not exists (
          select 1 from case_lead_times c where c.case_id = ${alerts.caseId} and c.lead_time = ${alerts.leadTime})`,
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
        mayBeAhead(ctx, hearingRevisions),
      ),
    );
  let changed = unwanted.length;
  const leadTimes = new Map<CaseId, readonly LeadTime[]>();
  for (const { hearing, revision } of ahead) {
    const facts = factsOf(revision);
    await refreshStart(ctx, revision, rules);
    const wanted = leadTimes.get(hearing.caseId) ?? (await leadTimesFor(ctx, campaign, hearing.caseId));
    leadTimes.set(hearing.caseId, wanted);
    // Nothing changed in the facts, so all that they call for is what is ahead.
    const planned = alertsFor(facts, facts, wanted, ctx.clock.now(), rules);
    for (const alert of planned) {
      if (await insertAlert(ctx, hearing, revision.revision, alert)) changed += 1;
    }
  }
  if (changed > 0) await wake(ctx, 'scheduler');
  return changed;
}
