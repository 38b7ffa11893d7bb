import { and, asc, eq } from 'drizzle-orm';
import { disagreements } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';

/** What single sources say differently about a hearing. Both values stand. */
export async function hearingDisagreements(ctx: Context, hearingId: HearingId) {
  return ctx.db
    .select({ field: disagreements.field, value: disagreements.value, source: disagreements.source })
    .from(disagreements)
    .where(and(eq(disagreements.subjectType, 'hearing'), eq(disagreements.subjectId, hearingId)))
    .orderBy(asc(disagreements.field), asc(disagreements.id));
}
