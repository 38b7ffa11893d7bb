import { and, desc, eq, exists, inArray, ne, or } from 'drizzle-orm';
import { alerts, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { factsOf, type RevisionRow } from '../hearings/facts.ts';
import type { NumberedRevision } from '../hearings/find.ts';

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
  const [told = null] = await factsToldBeforeEach(ctx, [{ hearingId, revision }]);
  return told;
}

/** The same for each of several revisions, in their order. */
export async function factsToldBeforeEach(
  ctx: CoreContext,
  revisions: readonly NumberedRevision[],
): Promise<readonly (HearingFacts | null)[]> {
  // Nothing comes before a hearing's first revision.
  const later = revisions.filter(({ revision }) => revision > 1);
  const rows = later.length === 0 ? [] : await toldRevisions(ctx, new Set(later.map((one) => one.hearingId)));
  return revisions.map(({ hearingId, revision }) => {
    const told = rows.find((row) => row.hearingId === hearingId && row.revision < revision);
    return told === undefined ? null : factsOf(told);
  });
}

/** The revisions of these hearings that followers were told, the newest first. */
async function toldRevisions(ctx: CoreContext, hearingIds: ReadonlySet<HearingId>): Promise<RevisionRow[]> {
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
    .where(
      and(
        eq(hearings.id, hearingRevisions.hearingId),
        eq(alerts.kind, 'outcome'),
        eq(alerts.state, 'dispatched'),
      ),
    );
  return ctx.db
    .select()
    .from(hearingRevisions)
    .where(
      and(
        inArray(hearingRevisions.hearingId, [...hearingIds]),
        or(
          eq(hearingRevisions.historic, true),
          exists(alertWentOut),
          and(eq(hearingRevisions.revision, 1), exists(namedWithOutcome)),
        ),
      ),
    )
    .orderBy(desc(hearingRevisions.revision));
}
