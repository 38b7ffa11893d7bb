import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { cases, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type { RevisionRow } from '../hearings/facts.ts';
import type { HearingInEffect } from '../hearings/find.ts';

/**
 * The hearings of these cases that are still ahead, soonest first; those postponed without a new date come
 * last. A hearing counts as ahead until its day is over where the court is: courts start late.
 */
export async function upcomingHearings(
  ctx: Context,
  input: { readonly caseIds: readonly CaseId[] },
): Promise<HearingInEffect[]> {
  if (input.caseIds.length === 0) return [];
  const now = ctx.clock.now();
  // No zone is more than a day behind UTC; the exact day is told below, by the rules that the dates were
  // recorded with, which are this process's and not the database's.
  const yesterday = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString();
  const rows = await ctx.db
    .select({ case: cases, facts: hearingRevisions })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .where(
      and(
        eq(cases.campaignId, ctx.campaignId),
        inArray(hearings.caseId, [...input.caseIds]),
        eq(hearingRevisions.state, 'in_effect'),
        inArray(hearingRevisions.status, ['scheduled', 'postponed']),
        or(isNull(hearingRevisions.localDate), sql`${hearingRevisions.localDate} >= ${yesterday}::date`),
      ),
    )
    .orderBy(
      sql`${hearingRevisions.localDate} asc nulls last`,
      sql`${hearingRevisions.startsAt} asc nulls last`,
      asc(hearingRevisions.hearingId),
    );
  return rows.filter(({ facts }) => isDayLeft(facts, now));
}

/** Whether the hearing's day is not over yet where the court is. */
export function isDayLeft(facts: Pick<RevisionRow, 'localDate' | 'zone'>, now: Temporal.Instant): boolean {
  if (facts.localDate === null) return true;
  const today = now.toZonedDateTimeISO(facts.zone).toPlainDate();
  return Temporal.PlainDate.compare(facts.localDate, today) >= 0;
}
