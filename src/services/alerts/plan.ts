import { and, eq, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { alertsFor, type PlannedAlert } from '../../domain/alert.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { type AlertId, newId } from '../../domain/ids.ts';
import { type LeadTime, leadTimeCode, parseLeadTime } from '../../domain/lead-time.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { type CampaignRow, findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import type { HearingRow } from '../hearings/find.ts';
import { wake } from '../wake.ts';
import { factsToldBefore } from './told.ts';

/**
 * Replaces whatever alerts were pending for a hearing by those that its new revision calls for, measured by
 * what followers were told last.
 */
export async function planAlerts(
  ctx: Context,
  hearing: HearingRow,
  change: { readonly revision: number; readonly after: HearingFacts },
): Promise<void> {
  await ctx.db
    .update(alerts)
    .set({ state: 'superseded' })
    .where(and(eq(alerts.hearingId, hearing.id), eq(alerts.state, 'pending')));
  const wanted = leadTimesOf(await findCampaign(ctx));
  const told = await factsToldBefore(ctx, hearing.id, change.revision);
  const planned = alertsFor(told, change.after, wanted, ctx.clock.now(), SYSTEM_ZONE_RULES);
  for (const alert of planned) await insertAlert(ctx, hearing, change.revision, alert);
  await wake(ctx, 'scheduler');
}

/** The campaign's default lead times. */
export function leadTimesOf(campaign: CampaignRow): LeadTime[] {
  return campaign.leadTimes.flatMap((code) => parseLeadTime(code) ?? []);
}

/**
 * Writes a planned alert. A reminder of the same start that was superseded is taken up again under the new revision; one that has
 * gone out already is not sent a second time.
 */
export async function insertAlert(
  ctx: Context,
  hearing: HearingRow,
  revision: number,
  alert: PlannedAlert,
): Promise<void> {
  const insert = ctx.db.insert(alerts).values({
    id: newId<AlertId>(),
    campaignId: hearing.campaignId,
    caseId: hearing.caseId,
    hearingId: hearing.id,
    revision,
    kind: alert.kind,
    leadTime: alert.leadTime && leadTimeCode(alert.leadTime),
    startsOn: alert.startsOn,
    dueAt: alert.dueAt,
    notAfter: alert.notAfter,
    state: 'pending',
  });
  await (alert.kind === 'reminder'
    ? insert.onConflictDoUpdate({
        target: [alerts.hearingId, alerts.startsOn, alerts.leadTime],
        targetWhere: sql`kind = 'reminder'`,
        set: { revision, state: 'pending', dueAt: alert.dueAt, notAfter: alert.notAfter },
        setWhere: eq(alerts.state, 'superseded'),
      })
    : insert.onConflictDoNothing());
}
