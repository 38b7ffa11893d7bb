import { sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { isAhead, type PlannedAlert } from '../../domain/alert.ts';
import { type AlertId, newId } from '../../domain/ids.ts';
import { leadTimeCode } from '../../domain/lead-time.ts';
import type { AlertKind } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import type { HearingRow } from '../hearings/find.ts';

/** Planned alerts of one revision of a hearing. */
export interface AlertsOfRevision {
  readonly hearing: HearingRow;
  readonly revision: number;
  readonly planned: readonly PlannedAlert[];
}

/**
 * Writes planned alerts; answers how many of them changed anything. What is on record of the same and is pending, or was
 * superseded, is brought in line; what has gone out already is not sent a second time. What is ahead is locked until the
 * transaction ends, changed or not.
 */
export async function insertAlerts(ctx: Context, given: readonly AlertsOfRevision[]): Promise<number> {
  const rows = given.flatMap(({ hearing, revision, planned }) =>
    planned.map((alert) => rowOf(hearing, revision, alert)),
  );
  let written = 0;
  for (const [how, of] of Map.groupBy(rows, ({ kind }) => writtenAs(kind))) {
    const insert = ctx.db.insert(alerts).values(of);
    const returned = await insert
      .onConflictDoUpdate({
        ...once[how],
        set: {
          revision: sql`excluded.revision`,
          state: 'pending',
          unconfirmed: false,
          dueAt: sql`excluded.due_at`,
          notAfter: sql`excluded.not_after`,
        },
        setWhere: sql`${alerts.state} = 'superseded' or (${alerts.state} = 'pending'
            and (${alerts.revision}, ${alerts.dueAt}, ${alerts.notAfter})
              is distinct from (excluded.revision, excluded.due_at, excluded.not_after))`,
      })
      .returning({ id: alerts.id });
    written += returned.length;
  }
  return written;
}

function rowOf(hearing: HearingRow, revision: number, alert: PlannedAlert) {
  return {
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
    state: 'pending' as const,
  };
}

function writtenAs(kind: AlertKind): 'news' | 'reminder' | 'no_outcome' {
  if (!isAhead(kind)) return 'news';
  return kind === 'reminder' ? 'reminder' : 'no_outcome';
}

/** News is told once of a revision, what is ahead once of a start: the indexes that say so. */
const once = {
  news: {
    target: [alerts.hearingId, alerts.revision, alerts.kind],
    targetWhere: sql`kind <> 'reminder'`,
  },
  reminder: {
    target: [alerts.hearingId, alerts.startsOn, alerts.leadTime],
    targetWhere: sql`kind = 'reminder'`,
  },
  no_outcome: {
    target: [alerts.hearingId, alerts.startsOn],
    targetWhere: sql`kind = 'no_outcome'`,
  },
};
