import { and, asc, desc, eq } from 'drizzle-orm';
import { hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { RevisionState } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import type { RevisionRow } from './facts.ts';

export type HearingRow = typeof hearings.$inferSelect;

/** A hearing of this campaign, locked against changes until the transaction ends. */
export async function lockHearing(ctx: Context, hearingId: HearingId): Promise<HearingRow | undefined> {
  const [hearing] = await ctx.db
    .select()
    .from(hearings)
    .where(and(eq(hearings.id, hearingId), eq(hearings.campaignId, ctx.campaignId)))
    .for('update');
  return hearing;
}

/** The hearing's revision in a state of which there can be only one. */
export async function revisionIn(
  ctx: Context,
  hearingId: HearingId,
  state: Extract<RevisionState, 'in_effect' | 'in_review'>,
): Promise<RevisionRow | undefined> {
  const [revision] = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.state, state)));
  return revision;
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
): Promise<{ hearing: HearingRow; revisions: RevisionRow[] } | undefined> {
  const [hearing] = await ctx.db
    .select()
    .from(hearings)
    .where(and(eq(hearings.id, hearingId), eq(hearings.campaignId, ctx.campaignId)));
  if (hearing === undefined) return undefined;
  const revisions = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(eq(hearingRevisions.hearingId, hearingId))
    .orderBy(asc(hearingRevisions.revision));
  return { hearing, revisions };
}
