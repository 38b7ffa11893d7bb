import { sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { isAhead, type PlannedAlert } from '../../domain/alert.ts';
import { type AlertId, newId } from '../../domain/ids.ts';
import { leadTimeCode } from '../../domain/lead-time.ts';
import type { Context } from '../context.ts';
import type { HearingRow } from '../hearings/find.ts';

/**
 * Writes a planned alert; answers whether that changed anything. What is planned ahead of the same start and is pending,
 * or was superseded, is brought in line; what has gone out already is not sent a second time.
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
  const written = await (isAhead(alert.kind)
    ? insert.onConflictDoUpdate({
        ...(alert.kind === 'reminder' ? reminderOnce : noOutcomeOnce),
        set: { revision, state: 'pending', dueAt, notAfter },
        setWhere: sql`${alerts.state} = 'superseded' or (${alerts.state} = 'pending'
          and (${alerts.revision}, ${alerts.dueAt}, ${alerts.notAfter})
            is distinct from (excluded.revision, excluded.due_at, excluded.not_after))`,
      })
    : insert.onConflictDoNothing()
  ).returning({ id: alerts.id });
  return written.length > 0;
}

const reminderOnce = {
  target: [alerts.hearingId, alerts.startsOn, alerts.leadTime],
  targetWhere: sql`kind = 'reminder'`,
};

const noOutcomeOnce = {
  target: [alerts.hearingId, alerts.startsOn],
  targetWhere: sql`kind = 'no_outcome'`,
};
