import { and, eq, or } from 'drizzle-orm';
import { rings } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';

export type RingRow = typeof rings.$inferSelect;

/** The calls to decide on these revisions; those of hearings that were far off have none. */
export async function readRings(
  ctx: Context,
  revisions: readonly { readonly hearingId: HearingId; readonly revision: number }[],
): Promise<RingRow[]> {
  if (revisions.length === 0) return [];
  return ctx.db
    .select()
    .from(rings)
    .where(
      or(
        ...revisions.map(({ hearingId, revision }) =>
          and(eq(rings.hearingId, hearingId), eq(rings.revision, revision)),
        ),
      ),
    );
}

/** All calls that were ever made about a hearing, by revision. */
export async function ringsOf(ctx: Context, hearingId: HearingId): Promise<RingRow[]> {
  return ctx.db.select().from(rings).where(eq(rings.hearingId, hearingId)).orderBy(rings.revision);
}
