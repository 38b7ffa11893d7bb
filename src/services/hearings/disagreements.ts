import { and, asc, eq } from 'drizzle-orm';
import { disagreements } from '../../db/schema/index.ts';
import type { Differing } from '../../domain/hearing.ts';
import type { Context } from '../context.ts';
import type { RevisionRow } from './facts.ts';

/**
 * What single sources say differently about a hearing, both values standing: as its revision has it, and as an archive
 * that was taken over earlier has it.
 */
export async function hearingDisagreements(ctx: Context, revision: RevisionRow): Promise<Differing[]> {
  const archived = await ctx.db
    .select({ field: disagreements.field, value: disagreements.value, source: disagreements.source })
    .from(disagreements)
    .where(and(eq(disagreements.subjectType, 'hearing'), eq(disagreements.subjectId, revision.hearingId)))
    .orderBy(asc(disagreements.field), asc(disagreements.id));
  return allDifferences(revision.disagree, archived);
}

/** Each once, those of the revision first. */
export function allDifferences(
  own: readonly Differing[] | null,
  archived: readonly Differing[],
): Differing[] {
  const known = own ?? [];
  return [...known, ...archived.filter((one) => !known.some((other) => isSame(one, other)))];
}

function isSame(a: Differing, b: Differing): boolean {
  return a.field === b.field && a.value === b.value && a.source === b.source;
}
