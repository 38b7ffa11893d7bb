import { desc, sql } from 'drizzle-orm';
import { alerts, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { jsonRows } from '../deliveries/statement.ts';
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
  const rows = later.length === 0 ? [] : await toldLast(ctx, later);
  return revisions.map(({ hearingId, revision }) => {
    const told = rows.find((row) => row.hearingId === hearingId && row.revision < revision);
    return told === undefined ? null : factsOf(told);
  });
}

/** The revisions that followers were told last before these: however many a hearing has had, few are looked at. */
async function toldLast(ctx: CoreContext, before: readonly NumberedRevision[]): Promise<RevisionRow[]> {
  const { hearingId, revision, historic } = hearingRevisions;
  // `offset 0` keeps PostgreSQL from reading every alert there is into a table in which to look them up.
  // What one person said is what two have confirmed no more, and a correction tells of the revision before.
  const alertWentOut = sql`exists (
    select 1 from ${alerts} a where a.hearing_id = ${hearingId} and a.revision = ${revision}
      and a.state = 'dispatched' and not a.unconfirmed and a.kind <> 'corrected' offset 0)`;
  // A hearing that an adjournment named was told with the outcome of the one that was adjourned.
  const namedWithOutcome = sql`${revision} = 1 and exists (
    select 1 from ${alerts} a join ${hearings} h on h.adjourned_from = a.hearing_id
    where h.id = ${hearingId} and a.kind = 'outcome' and a.state = 'dispatched' offset 0)`;
  const numbered = jsonRows(before.map((one) => ({ hearing_id: one.hearingId, revision: one.revision })));
  const told = ctx.db
    .select()
    .from(hearingRevisions)
    .where(
      sql`${hearingId} = asked.hearing_id and ${revision} < asked.revision
        and (${historic} or ${alertWentOut} or (${namedWithOutcome}))`,
    )
    .orderBy(desc(revision))
    .limit(1)
    .as('told');
  return ctx.db
    .select({ ...told._.selectedFields })
    .from(sql`jsonb_to_recordset(${numbered}) as asked(hearing_id uuid, revision integer)`)
    .crossJoinLateral(told)
    .orderBy(desc(told.revision));
}
