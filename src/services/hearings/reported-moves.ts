import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { hearings } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import type { RevisionRow } from './facts.ts';
import { reportedMove } from './tellable.ts';

/**
 * The unconfirmed moves that followers know of and that still wait for a second person, by hearing. Ask wherever the
 * facts in effect are shown: their hour is later than the one that was told.
 */
export async function reportedMoves(
  ctx: CoreContext,
  shown: readonly Pick<RevisionRow, 'hearingId'>[],
): Promise<ReadonlyMap<HearingId, HearingFacts>> {
  if (shown.length === 0) return new Map();
  const told = await ctx.db
    .select()
    .from(hearings)
    .where(
      and(
        inArray(
          hearings.id,
          shown.map(({ hearingId }) => hearingId),
        ),
        eq(hearings.campaignId, ctx.campaignId),
        isNotNull(hearings.unconfirmedRevision),
      ),
    );
  const moves = new Map<HearingId, HearingFacts>();
  for (const hearing of told) {
    const move = await reportedMove(ctx, hearing);
    if (move !== null) moves.set(hearing.id, move);
  }
  return moves;
}
