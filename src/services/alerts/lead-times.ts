import { and, eq, inArray, sql } from 'drizzle-orm';
import { caseLeadTimes, cases, hearingRevisions } from '../../db/schema/index.ts';
import { alertsAhead } from '../../domain/alert.ts';
import type { CaseId, SubscriberId } from '../../domain/ids.ts';
import { type LeadTime, parseLeadTime } from '../../domain/lead-time.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import type { CampaignRow } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { factsOf } from '../hearings/facts.ts';
import { lockHearingsOf } from '../hearings/lock.ts';
import { wake } from '../wake.ts';
import { insertAlerts } from './insert.ts';

/** The lead times of the reminders that somebody wants in a case: the campaign's, and those that followers chose. */
export async function leadTimesFor(
  ctx: Context,
  campaign: CampaignRow,
  caseId: CaseId,
): Promise<readonly LeadTime[]> {
  return (await leadTimesForEach(ctx, campaign, [caseId]))(caseId);
}

/** The same for each of several cases. */
export async function leadTimesForEach(
  ctx: Context,
  campaign: CampaignRow,
  caseIds: readonly CaseId[],
): Promise<(caseId: CaseId) => readonly LeadTime[]> {
  const chosen = await ctx.db
    .select()
    .from(caseLeadTimes)
    .where(inArray(caseLeadTimes.caseId, [...caseIds]));
  const own = Map.groupBy(chosen, ({ caseId }) => caseId);
  return (caseId) => {
    const codes = own.get(caseId)?.map(({ leadTime }) => leadTime) ?? [];
    return parsed(new Set([...campaign.leadTimes, ...codes]));
  };
}

/**
 * Makes sure that the reminders which a subscriber has chosen for themselves are planned for the hearings ahead of the
 * cases that they follow. Only what is still to fall due: nobody is reminded at once of what they have just been
 * shown. To be called in the transaction in which they chose, or followed.
 */
export async function planChosenReminders(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly caseId?: CaseId },
): Promise<void> {
  const added = await ctx.db.execute<{ caseId: CaseId; code: string }>(sql`
    insert into case_lead_times (case_id, lead_time)
    select f.case_id, code from follows f join subscribers s on s.id = f.subscriber_id, unnest(s.lead_times) code
    where s.id = ${input.subscriberId} ${input.caseId === undefined ? sql`` : sql`and f.case_id = ${input.caseId}`}
    on conflict do nothing
    returning case_id as "caseId", lead_time as code`);
  if (added.length === 0) return;
  for (const [caseId, rows] of Map.groupBy(added, (row) => row.caseId)) {
    await planAhead(ctx, caseId, parsed(rows.map(({ code }) => code)));
  }
  await wake(ctx, 'scheduler');
}

async function planAhead(ctx: Context, caseId: CaseId, leadTimes: readonly LeadTime[]): Promise<void> {
  // As whoever decides on a hearing does, before anything is looked at: its revision must not change meanwhile.
  const locked = await lockHearingsOf(ctx, caseId);
  const ahead = await ctx.db
    .select()
    .from(hearingRevisions)
    .innerJoin(cases, and(eq(cases.id, caseId), eq(cases.status, 'open')))
    .where(
      and(
        inArray(
          hearingRevisions.hearingId,
          locked.map(({ id }) => id),
        ),
        eq(hearingRevisions.state, 'in_effect'),
        eq(hearingRevisions.status, 'scheduled'),
        eq(hearingRevisions.historic, false),
      ),
    );
  const hearingOf = new Map(locked.map((hearing) => [hearing.id, hearing]));
  await insertAlerts(
    ctx,
    ahead.flatMap(({ hearing_revisions: revision }) => {
      const hearing = hearingOf.get(revision.hearingId);
      if (hearing === undefined) return [];
      const planned = alertsAhead(factsOf(revision), leadTimes, ctx.clock.now(), SYSTEM_ZONE_RULES);
      return [{ hearing, revision: revision.revision, planned }];
    }),
  );
}

/** Forgets lead times that nobody who follows the case wants any more. */
export async function forgetUnwantedLeadTimes(ctx: Context): Promise<void> {
  await ctx.db.execute(sql`
    delete from case_lead_times c using cases k
    where k.id = c.case_id and k.campaign_id = ${ctx.campaignId} and not exists (
      select 1 from subscribers s join follows f on f.subscriber_id = s.id
      where f.case_id = c.case_id and s.lead_times is not null and s.lead_times && array[c.lead_time])`);
}

function parsed(codes: Iterable<string>): LeadTime[] {
  return [...codes].flatMap((code) => parseLeadTime(code) ?? []);
}
