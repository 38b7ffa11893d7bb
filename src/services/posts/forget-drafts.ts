import { and, eq, inArray, lt } from 'drizzle-orm';
import { posts, textClaims } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { draftKeptFor } from '../../domain/text-claim.ts';
import type { CoreContext } from '../context.ts';

/**
 * Forgets who had which text in hand, with what they typed and did not save, a week after that was over; answers how many.
 * Words that nobody handed in are worth nothing by then, and are those that nobody was to read.
 */
export async function forgetDrafts(ctx: CoreContext): Promise<number> {
  const before = ctx.clock.now().subtract(draftKeptFor);
  const ofCampaign = ctx.db.select({ id: posts.id }).from(posts).where(eq(posts.campaignId, ctx.campaignId));
  const { count } = await ctx.db
    .delete(textClaims)
    .where(and(lt(textClaims.expiresAt, before), inArray(textClaims.postId, ofCampaign)));
  return count;
}

/** Forgets all that a person typed and did not save, and what they had in hand. Call it in the transaction that ends them. */
export async function forgetDraftsOf(ctx: CoreContext, staffId: StaffId): Promise<void> {
  await ctx.db.delete(textClaims).where(eq(textClaims.staffId, staffId));
}
