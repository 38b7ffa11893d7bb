import { and, eq, ne, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { alertsFor, type PlannedAlert } from '../../domain/alert.ts';
import { type HearingFacts, startsOn } from '../../domain/hearing.ts';
import { type AlertId, newId } from '../../domain/ids.ts';
import { type LeadTime, leadTimeCode, parseLeadTime } from '../../domain/lead-time.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { overtakeAlerts } from '../broadcasts/overtake.ts';
import { type CampaignRow, findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import type { HearingRow } from '../hearings/find.ts';
import { wake } from '../wake.ts';
import { factsToldBefore } from './told.ts';

/**
 * Replaces whatever alerts were pending for a hearing by those that its new revision calls for, measured by
 * what followers were told last. News of the hearing takes the place of all that is still on its way about it.
 * Answers how many deliveries that took back.
 */
export async function planAlerts(
  ctx: Context,
  hearing: HearingRow,
  change: { readonly revision: number; readonly after: HearingFacts },
): Promise<{ readonly overtaken: number }> {
  await moveReminders(ctx, hearing, change);
  await ctx.db
    .update(alerts)
    .set({ state: 'superseded' })
    .where(
      and(
        eq(alerts.hearingId, hearing.id),
        eq(alerts.state, 'pending'),
        ne(alerts.revision, change.revision),
      ),
    );
  const wanted = leadTimesOf(await findCampaign(ctx));
  const told = await factsToldBefore(ctx, hearing.id, change.revision);
  const planned = alertsFor(told, change.after, wanted, ctx.clock.now(), SYSTEM_ZONE_RULES);
  const isNews = planned.some(({ kind }) => kind !== 'reminder');
  const overtaken = isNews ? await overtakeAlerts(ctx, hearing.id) : 0;
  for (const alert of planned) await insertAlert(ctx, hearing, change.revision, alert);
  await wake(ctx, 'scheduler');
  return { overtaken };
}

/** Reminders of a start that stays go over to the new revision: also one that is due and has not left yet. */
async function moveReminders(
  ctx: Context,
  hearing: HearingRow,
  { revision, after }: { readonly revision: number; readonly after: HearingFacts },
): Promise<void> {
  const on = startsOn(after);
  if (after.status !== 'scheduled' || on === null) return;
  await ctx.db
    .update(alerts)
    .set({ revision })
    .where(
      and(
        eq(alerts.hearingId, hearing.id),
        eq(alerts.kind, 'reminder'),
        eq(alerts.state, 'pending'),
        eq(alerts.startsOn, on),
      ),
    );
}

/** The campaign's default lead times. */
export function leadTimesOf(campaign: CampaignRow): LeadTime[] {
  return campaign.leadTimes.flatMap((code) => parseLeadTime(code) ?? []);
}

/**
 * Writes a planned alert; answers whether that changed anything. A reminder of the same start that is pending or was
 * superseded is brought in line; one that has gone out already is not sent a second time.
 */
export async function insertAlert(
  ctx: Context,
  hearing: HearingRow,
  revision: number,
  alert: PlannedAlert,
): Promise<boolean> {
  const { dueAt, notAfter } = alert;
  const insert = ctx.db.insert(alerts).values({
    id: newId<AlertId>(),
    campaignId: hearing.campaignId,
    caseId: hearing.caseId,
    hearingId: hearing.id,
    revision,
    kind: alert.kind,
    leadTime: alert.leadTime && leadTimeCode(alert.leadTime),
    startsOn: alert.startsOn,
    dueAt,
    notAfter,
    state: 'pending',
  });
  const written = await (alert.kind === 'reminder'
    ? insert.onConflictDoUpdate({
        target: [alerts.hearingId, alerts.startsOn, alerts.leadTime],
        targetWhere: sql`kind = 'reminder'`,
        set: { revision, state: 'pending', dueAt, notAfter },
        setWhere: sql`${alerts.state} = 'superseded' or (${alerts.state} = 'pending'
          and (${alerts.revision}, ${alerts.dueAt}, ${alerts.notAfter})
            is distinct from (excluded.revision, excluded.due_at, excluded.not_after))`,
      })
    : insert.onConflictDoNothing()
  ).returning({ id: alerts.id });
  return written.length > 0;
}
