import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** How what a calendar says of a hearing changed although no revision took effect. */
export interface ReportedChanges {
  /** How many unconfirmed moves followers were told of. */
  readonly told: number;
  /** When the last of them was told, or decided on. */
  readonly lastAt: Temporal.Instant | null;
}

/**
 * Of hearings of which an unconfirmed move was told: what a calendar has to count beside their revisions. A calendar that
 * compares SEQUENCE and DTSTAMP before it takes over what it reads (RFC 5546 §2.1.5; RFC 5545 §3.8.7.2 and §3.8.7.4) would
 * pass over the report otherwise, and afterwards keep a report that was wrong.
 */
export async function reportedChanges(
  ctx: CoreContext,
  hearingIds: readonly HearingId[],
): Promise<ReadonlyMap<HearingId, ReportedChanges>> {
  if (hearingIds.length === 0) return new Map();
  const isTold = and(
    eq(alerts.kind, 'changed'),
    eq(alerts.unconfirmed, true),
    eq(alerts.state, 'dispatched'),
  );
  const rows = await ctx.db
    .select({
      hearingId: alerts.hearingId,
      answers: alerts.answersRevision,
      dueAt: alerts.dueAt,
      dispatchedAt: alerts.dispatchedAt,
    })
    .from(alerts)
    .where(and(inArray(alerts.hearingId, [...hearingIds]), or(isTold, isNotNull(alerts.answersRevision))));
  const changes = new Map<HearingId, ReportedChanges>();
  for (const { hearingId, answers, dueAt, dispatchedAt } of rows) {
    if (hearingId === null) continue;
    const { told, lastAt } = changes.get(hearingId) ?? { told: 0, lastAt: null };
    // An answer is due in the moment of the decision.
    const at = answers === null ? (dispatchedAt ?? dueAt) : dueAt;
    changes.set(hearingId, {
      told: told + (answers === null ? 1 : 0),
      lastAt: lastAt === null || Temporal.Instant.compare(at, lastAt) > 0 ? at : lastAt,
    });
  }
  return changes;
}
