import { and, eq } from 'drizzle-orm';
import { broadcasts } from '../../db/schema/index.ts';
import type { BroadcastId } from '../../domain/ids.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';

export type BroadcastRow = typeof broadcasts.$inferSelect;

/** A broadcast of this campaign. */
export async function findBroadcast(
  ctx: CoreContext,
  broadcastId: BroadcastId,
): Promise<BroadcastRow | undefined> {
  const [broadcast] = await ctx.db.select().from(broadcasts).where(ours(ctx, broadcastId));
  return broadcast;
}

/**
 * A broadcast of this campaign, locked against changes of its state until the transaction ends. Whoever changes it
 * and its deliveries locks it first.
 */
export async function lockBroadcast(
  ctx: CoreContext,
  broadcastId: BroadcastId,
): Promise<BroadcastRow | undefined> {
  const [broadcast] = await ctx.db
    .select()
    .from(broadcasts)
    .where(ours(ctx, broadcastId))
    .for('no key update');
  return broadcast;
}

function ours(ctx: CoreContext, broadcastId: BroadcastId) {
  return and(
    eq(broadcasts.id, broadcastId),
    eq(broadcasts.campaignId, ctx.campaignId),
    ofOwnCases(ctx, broadcasts.caseId),
  );
}
