import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { alerts, cases, hearingRevisions, hearings } from '../../db/schema/index.ts';
import { alertsAhead, type PlannedAlert } from '../../domain/alert.ts';
import type { HearingId } from '../../domain/ids.ts';
import { leadTimeCode } from '../../domain/lead-time.ts';
import { SYSTEM_ZONE_RULES, type ZoneRules } from '../../domain/zone.ts';
import { audit } from '../audit.ts';
import { type CampaignRow, findCampaign } from '../campaigns/find.ts';
import { type Context, inTransaction } from '../context.ts';
import { factsOf } from '../hearings/facts.ts';
import { refreshStart } from '../hearings/refresh-start.ts';
import { wake } from '../wake.ts';
import { type AlertsOfRevision, insertAlerts } from './insert.ts';
import { forgetUnwantedLeadTimes, leadTimesForEach } from './lead-times.ts';

/** What is asked about a hearing that has gone by is due within days of it; a campaign's years are not gone through. */
const goneBy = Temporal.Duration.from({ hours: 7 * 24 });

/** So many hearings at once: what is done for them keeps an alert that falls due waiting for no more than a moment. */
const AT_ONCE = 50;

/**
 * Brings the pending reminders of every hearing that is ahead, of an open case, in line with the lead times of the
 * campaign and of its followers, and with the zone rules of today (`rules`): the court's hour stays, and its instant may
 * have moved. What has gone out stays as it is, and nothing goes out that would already have been due. Answers how many
 * reminders changed. To be called in a transaction.
 */
export async function replanReminders(ctx: Context, rules: ZoneRules = SYSTEM_ZONE_RULES): Promise<number> {
  await forgetUnwantedLeadTimes(ctx);
  let changed = 0;
  for (const some of await hearingsAhead(ctx)) changed += await replanSome(ctx, some, rules);
  return changed;
}

/**
 * The same in many transactions, one after the other, so that nobody who decides on a hearing waits for all of them;
 * each that changed something says so on the record.
 */
export async function replanInSteps(ctx: Context): Promise<void> {
  await inTransaction(ctx, forgetUnwantedLeadTimes);
  for (const some of await hearingsAhead(ctx)) {
    await inTransaction(ctx, async (tx) => {
      const changed = await replanSome(tx, some, SYSTEM_ZONE_RULES);
      if (changed === 0) return;
      await audit(tx, {
        verb: 'alerts/replan',
        subject: { type: 'campaign', id: tx.campaignId },
        details: { changed },
      });
    });
  }
}

/** The hearings that may be ahead, in the order of their ids, so many at a time. */
async function hearingsAhead(ctx: Context): Promise<readonly (readonly HearingId[])[]> {
  const since = ctx.clock.now().subtract(goneBy).toZonedDateTimeISO('UTC').toPlainDate().toString();
  const found = await ctx.db
    .select({ id: hearingRevisions.hearingId })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .where(
      and(
        eq(hearings.campaignId, ctx.campaignId),
        eq(hearingRevisions.state, 'in_effect'),
        sql`${hearingRevisions.localDate} >= ${since}::date`,
      ),
    )
    .orderBy(asc(hearingRevisions.hearingId));
  return Array.from({ length: Math.ceil(found.length / AT_ONCE) }, (_, at) =>
    found.slice(at * AT_ONCE, (at + 1) * AT_ONCE).map(({ id }) => id),
  );
}

async function replanSome(ctx: Context, ids: readonly HearingId[], rules: ZoneRules): Promise<number> {
  // As whoever decides on a hearing does, before anything is looked at: its revision must not change meanwhile.
  await ctx.db
    .select({ id: hearings.id })
    .from(hearings)
    .where(inArray(hearings.id, [...ids]))
    .orderBy(asc(hearings.id))
    .for('update');
  const campaign = await findCampaign(ctx);
  let changed = await dropUnwanted(ctx, ids, campaign);
  const ahead = await ctx.db
    .select({ hearing: hearings, revision: hearingRevisions })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .where(
      and(
        inArray(hearings.id, [...ids]),
        eq(cases.status, 'open'),
        eq(hearingRevisions.state, 'in_effect'),
        eq(hearingRevisions.status, 'scheduled'),
        eq(hearingRevisions.historic, false),
      ),
    );
  const wanted = await leadTimesForEach(ctx, campaign, [
    ...new Set(ahead.map(({ hearing }) => hearing.caseId)),
  ]);
  const now = ctx.clock.now();
  const planned: AlertsOfRevision[] = [];
  for (const { hearing, revision } of ahead) {
    await refreshStart(ctx, revision, rules);
    const called = alertsAhead(factsOf(revision), wanted(hearing.caseId), now, rules);
    planned.push({ hearing, revision: revision.revision, planned: called });
  }
  changed += await insertAlerts(ctx, await withoutTheSame(ctx, planned));
  if (changed > 0) await wake(ctx, 'scheduler');
  return changed;
}

/** Ends the pending reminders of these hearings that nobody wants any more; answers how many. */
async function dropUnwanted(
  ctx: Context,
  ids: readonly HearingId[],
  { leadTimes }: CampaignRow,
): Promise<number> {
  const unwanted = await ctx.db
    .update(alerts)
    .set({ state: 'superseded' })
    .where(
      and(
        inArray(alerts.hearingId, [...ids]),
        eq(alerts.kind, 'reminder'),
        eq(alerts.state, 'pending'),
        leadTimes.length === 0 ? undefined : notInArray(alerts.leadTime, leadTimes),
        sql`not exists (
          select 1 from case_lead_times c where c.case_id = ${alerts.caseId} and c.lead_time = ${alerts.leadTime})`,
      ),
    )
    .returning({ id: alerts.id });
  return unwanted.length;
}

/**
 * What differs from what is on record: writing the rest would change nothing and lock it, and an alert that is locked
 * when it falls due is passed over until it is free.
 */
async function withoutTheSame(
  ctx: Context,
  given: readonly AlertsOfRevision[],
): Promise<readonly AlertsOfRevision[]> {
  if (given.length === 0) return [];
  const pending = await ctx.db
    .select()
    .from(alerts)
    .where(
      and(
        inArray(
          alerts.hearingId,
          given.map(({ hearing }) => hearing.id),
        ),
        inArray(alerts.kind, ['reminder', 'no_outcome']),
        eq(alerts.state, 'pending'),
      ),
    );
  const known = Map.groupBy(pending, ({ hearingId }) => hearingId);
  return given.flatMap((one) => {
    const rows = known.get(one.hearing.id) ?? [];
    const planned = one.planned.filter((alert) => !rows.some((row) => isTheSame(row, one.revision, alert)));
    return planned.length === 0 ? [] : [{ ...one, planned }];
  });
}

function isTheSame(row: typeof alerts.$inferSelect, revision: number, alert: PlannedAlert): boolean {
  return (
    row.revision === revision &&
    row.kind === alert.kind &&
    row.leadTime === (alert.leadTime && leadTimeCode(alert.leadTime)) &&
    row.startsOn === alert.startsOn &&
    row.dueAt.equals(alert.dueAt) &&
    row.notAfter.equals(alert.notAfter)
  );
}
