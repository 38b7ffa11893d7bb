import { and, eq, inArray, type SQL } from 'drizzle-orm';
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
  const [broadcast] = await findBroadcasts(ctx, [broadcastId]);
  return broadcast;
}

/** Those among these ids that are broadcasts of this campaign. */
export async function findBroadcasts(
  ctx: CoreContext,
  broadcastIds: readonly BroadcastId[],
): Promise<BroadcastRow[]> {
  return ctx.db
    .select()
    .from(broadcasts)
    .where(ours(ctx, inArray(broadcasts.id, [...broadcastIds])));
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
    .where(ours(ctx, eq(broadcasts.id, broadcastId)))
    .for('no key update');
  return broadcast;
}

function ours(ctx: CoreContext, these: SQL): SQL | undefined {
  return and(these, eq(broadcasts.campaignId, ctx.campaignId), ofOwnCases(ctx, broadcasts.caseId));
}
