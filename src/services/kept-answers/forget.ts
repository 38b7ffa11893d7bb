import { eq, lte } from 'drizzle-orm';
import { keptAnswers } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { answerKeptFor } from '../../domain/kept-answer.ts';
import type { CoreContext } from '../context.ts';

/** Forgets what was answered a day ago or earlier; answers how many requests that were. */
export async function forgetOldAnswers(ctx: CoreContext): Promise<number> {
  const before = ctx.clock.now().subtract(answerKeptFor);
  const { count } = await ctx.db.delete(keptAnswers).where(lte(keptAnswers.claimedAt, before));
  return count;
}

/** Forgets all that a person was answered: no token is left that opens it. Call it in the transaction that ends them. */
export async function forgetAnswersOf(ctx: CoreContext, staffId: StaffId): Promise<void> {
  await ctx.db.delete(keptAnswers).where(eq(keptAnswers.staffId, staffId));
}
