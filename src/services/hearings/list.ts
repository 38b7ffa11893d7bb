import { and, eq, inArray } from 'drizzle-orm';
import { hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { Context } from '../context.ts';
import type { RevisionRow } from './facts.ts';
import type { HearingRow } from './find.ts';
import { type RingRow, readRings } from './rings.ts';

/** A hearing with what is in effect and what waits for a second person; null where there is none. */
export interface CaseHearing extends HearingRow {
  readonly inEffect: RevisionRow | null;
  readonly inReview: RevisionRow | null;
  /** The calls to decide on what waits, where the hearing is near. */
  readonly calls: RingRow | null;
}

/** The hearings of a case, by date; those without one come last. */
export async function listHearings(ctx: Context, caseId: CaseId): Promise<CaseHearing[]> {
  const found = await ctx.db
    .select()
    .from(hearings)
    .where(
      and(
        eq(hearings.caseId, caseId),
        eq(hearings.campaignId, ctx.campaignId),
        ofOwnCases(ctx, hearings.caseId),
      ),
    );
  if (found.length === 0) return [];
  const revisions = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(
      and(
        inArray(
          hearingRevisions.hearingId,
          found.map((hearing) => hearing.id),
        ),
        inArray(hearingRevisions.state, ['in_effect', 'in_review']),
      ),
    );
  const calls = await readRings(
    ctx,
    revisions.filter(({ state }) => state === 'in_review'),
  );
  const of = (hearing: HearingRow, state: RevisionRow['state']): RevisionRow | null =>
    revisions.find((revision) => revision.hearingId === hearing.id && revision.state === state) ?? null;
  return found
    .map((hearing) => ({
      ...hearing,
      inEffect: of(hearing, 'in_effect'),
      inReview: of(hearing, 'in_review'),
      calls: calls.find(({ hearingId }) => hearingId === hearing.id) ?? null,
    }))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey(hearing: CaseHearing): string {
  const facts = hearing.inEffect ?? hearing.inReview;
  return `${facts?.localDate ?? '9999'} ${facts?.localTime ?? '99'} ${hearing.id}`;
}
