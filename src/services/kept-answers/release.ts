import { and, eq, isNull } from 'drizzle-orm';
import { keptAnswers } from '../../db/schema/index.ts';
import type { KeptAnswerId } from '../../domain/ids.ts';
import type { StaffContext } from '../context.ts';

/** Gives up a request's place: nothing was done, so the next one under this key is judged anew. */
export async function releaseAnswer(ctx: StaffContext, requestId: KeptAnswerId): Promise<void> {
  await ctx.db.delete(keptAnswers).where(and(eq(keptAnswers.id, requestId), isNull(keptAnswers.sealed)));
}
