import { and, desc, eq, exists, lt, ne, or } from 'drizzle-orm';
import { alerts, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { factsOf } from '../hearings/facts.ts';

/**
 * The facts that followers know when a revision takes effect: those of the newest earlier revision of which an
 * alert went out, or which came from an archive. Null when they were told nothing yet.
 *
 * Not simply the revision before: while the scheduler was down a revision may have come and gone without a
 * word, and what it changed would then never be told.
 */
export async function factsToldBefore(
  ctx: CoreContext,
  hearingId: HearingId,
  revision: number,
): Promise<HearingFacts | null> {
  const alertWentOut = ctx.db
    .select({ id: alerts.id })
    .from(alerts)
    .where(
      and(
        eq(alerts.hearingId, hearingRevisions.hearingId),
        eq(alerts.revision, hearingRevisions.revision),
        eq(alerts.state, 'dispatched'),
        // What one person said is what two have confirmed no more, and a correction tells of the revision before.
        eq(alerts.unconfirmed, false),
        ne(alerts.kind, 'corrected'),
      ),
    );
  // A hearing that an adjournment named was told with the outcome of the one that was adjourned.
  const namedWithOutcome = ctx.db
    .select({ id: alerts.id })
    .from(alerts)
    .innerJoin(hearings, eq(hearings.adjournedFrom, alerts.hearingId))
    .where(and(eq(hearings.id, hearingId), eq(alerts.kind, 'outcome'), eq(alerts.state, 'dispatched')));
  const [told] = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(
      and(
        eq(hearingRevisions.hearingId, hearingId),
        lt(hearingRevisions.revision, revision),
        or(
          eq(hearingRevisions.historic, true),
          exists(alertWentOut),
          and(eq(hearingRevisions.revision, 1), exists(namedWithOutcome)),
        ),
      ),
    )
    .orderBy(desc(hearingRevisions.revision))
    .limit(1);
  return told === undefined ? null : factsOf(told);
}
