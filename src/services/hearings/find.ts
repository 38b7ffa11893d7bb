import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { cases, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { RevisionState } from '../../domain/words.ts';
import type { CaseRow } from '../cases/find.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { Context, CoreContext } from '../context.ts';
import { jsonRows } from '../deliveries/statement.ts';
import type { RevisionRow } from './facts.ts';
import { type RingRow, ringsOf } from './rings.ts';

export type HearingRow = typeof hearings.$inferSelect;

/** A hearing that something else names; throws when there is none, since then a foreign key was broken. */
export async function findHearing(ctx: Context, hearingId: HearingId): Promise<HearingRow> {
  const [hearing] = await ctx.db.select().from(hearings).where(eq(hearings.id, hearingId));
  if (hearing === undefined) throw new Error('A hearing that is referred to does not exist.');
  return hearing;
}

/** A hearing of this campaign, locked against changes until the transaction ends. */
export async function lockHearing(ctx: Context, hearingId: HearingId): Promise<HearingRow | undefined> {
  const [hearing] = await ctx.db
    .select()
    .from(hearings)
    .where(
      and(
        eq(hearings.id, hearingId),
        eq(hearings.campaignId, ctx.campaignId),
        ofOwnCases(ctx, hearings.caseId),
      ),
    )
    .for('update');
  return hearing;
}

/** The hearing's revision in a state of which there can be only one. */
export async function revisionIn(
  ctx: CoreContext,
  hearingId: HearingId,
  state: Extract<RevisionState, 'in_effect' | 'in_review'>,
): Promise<RevisionRow | undefined> {
  const [revision] = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.state, state)));
  return revision;
}

/** A hearing as it stands for everybody: the facts in effect, and the case it belongs to. */
export interface HearingInEffect {
  readonly case: CaseRow;
  readonly facts: RevisionRow;
}

/** A hearing of this campaign with the facts in effect; undefined when there is none, or nothing of it is yet. */
export async function findHearingInEffect(
  ctx: Context,
  hearingId: HearingId,
): Promise<HearingInEffect | undefined> {
  const [found] = await ctx.db
    .select({ case: cases, facts: hearingRevisions })
    .from(hearings)
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .innerJoin(
      hearingRevisions,
      and(eq(hearingRevisions.hearingId, hearings.id), eq(hearingRevisions.state, 'in_effect')),
    )
    .where(
      and(
        eq(hearings.id, hearingId),
        eq(hearings.campaignId, ctx.campaignId),
        ofOwnCases(ctx, hearings.caseId),
      ),
    );
  return found;
}

/** One revision of a hearing. */
export async function revisionNumbered(
  ctx: CoreContext,
  hearingId: HearingId,
  revision: number,
): Promise<RevisionRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.revision, revision)));
  return found;
}

/** A revision of a hearing by its number. */
export interface NumberedRevision {
  readonly hearingId: HearingId;
  readonly revision: number;
}

/** Revisions that something else names, each with its hearing, in the order given; throws when there is not one. */
export async function revisionsNumbered(
  ctx: Context,
  wanted: readonly NumberedRevision[],
): Promise<readonly { readonly hearing: HearingRow; readonly revision: RevisionRow }[]> {
  if (wanted.length === 0) return [];
  const numbers = wanted.map(({ hearingId, revision }) => ({ hearing_id: hearingId, revision }));
  const rows = await ctx.db
    .select({ hearing: hearings, revision: hearingRevisions })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .where(
      sql`(${hearingRevisions.hearingId}, ${hearingRevisions.revision}) in (
        select hearing_id, revision from jsonb_to_recordset(${jsonRows(numbers)}) as wanted(hearing_id uuid, revision int))`,
    );
  const key = ({ hearingId, revision }: NumberedRevision) => `${hearingId} ${revision}`;
  const found = new Map(rows.map((row) => [key(row.revision), row]));
  return wanted.map((one) => {
    const row = found.get(key(one));
    if (row === undefined) throw new Error('A revision that is referred to does not exist.');
    return row;
  });
}

/** The number of the newest revision, whatever its state; 0 when there is none. */
export async function newestRevision(ctx: Context, hearingId: HearingId): Promise<number> {
  const [newest] = await ctx.db
    .select({ revision: hearingRevisions.revision })
    .from(hearingRevisions)
    .where(eq(hearingRevisions.hearingId, hearingId))
    .orderBy(desc(hearingRevisions.revision))
    .limit(1);
  return newest?.revision ?? 0;
}

/** A hearing with all that was ever recorded of it, oldest first. */
export async function readHearing(
  ctx: Context,
  hearingId: HearingId,
): Promise<{ hearing: HearingRow; revisions: RevisionRow[]; calls: RingRow[] } | undefined> {
  const [hearing] = await ctx.db
    .select()
    .from(hearings)
    .where(
      and(
        eq(hearings.id, hearingId),
        eq(hearings.campaignId, ctx.campaignId),
        ofOwnCases(ctx, hearings.caseId),
      ),
    );
  if (hearing === undefined) return undefined;
  const revisions = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(eq(hearingRevisions.hearingId, hearingId))
    .orderBy(asc(hearingRevisions.revision));
  return { hearing, revisions, calls: await ringsOf(ctx, hearingId) };
}
