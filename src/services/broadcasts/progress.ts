import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { broadcasts, deliveries } from '../../db/schema/index.ts';
import type { BroadcastId, CaseId } from '../../domain/ids.ts';
import { type ShownCount, shownCount } from '../../domain/shown-count.ts';
import type { DeliveryState } from '../../domain/words.ts';
import type { Context } from '../context.ts';

export type BroadcastRow = typeof broadcasts.$inferSelect;

/** A broadcast and how far it has come. Counts of people under 20 never leave the database. */
export interface BroadcastProgress extends BroadcastRow {
  readonly deliveries: Readonly<Record<DeliveryState, ShownCount>>;
  /** Nothing of it is planned or being attempted any more. */
  readonly finished: boolean;
}

/** One broadcast of this campaign, if there is one. */
export async function readBroadcast(
  ctx: Context,
  broadcastId: BroadcastId,
): Promise<BroadcastProgress | undefined> {
  const found = await ctx.db
    .select()
    .from(broadcasts)
    .where(and(eq(broadcasts.id, broadcastId), eq(broadcasts.campaignId, ctx.campaignId)));
  return (await withProgress(ctx, found))[0];
}

/** The campaign's broadcasts, newest first; of one case when it is given. `before`: the last id of the page before. */
export async function listBroadcasts(
  ctx: Context,
  page: {
    readonly caseId: CaseId | null;
    readonly before: BroadcastId | null;
    readonly limit: number;
  },
): Promise<BroadcastProgress[]> {
  const found = await ctx.db
    .select()
    .from(broadcasts)
    .where(
      and(
        eq(broadcasts.campaignId, ctx.campaignId),
        page.caseId === null ? undefined : eq(broadcasts.caseId, page.caseId),
        page.before === null ? undefined : lt(broadcasts.id, page.before),
      ),
    )
    .orderBy(desc(broadcasts.id))
    .limit(page.limit);
  return withProgress(ctx, found);
}

async function withProgress(ctx: Context, found: BroadcastRow[]): Promise<BroadcastProgress[]> {
  if (found.length === 0) return [];
  const counts = await ctx.db
    .select({
      broadcastId: deliveries.broadcastId,
      state: deliveries.state,
      count: sql<number>`count(*)::int`,
    })
    .from(deliveries)
    .where(
      inArray(
        deliveries.broadcastId,
        found.map((broadcast) => broadcast.id),
      ),
    )
    .groupBy(deliveries.broadcastId, deliveries.state);
  return found.map((broadcast) => {
    const count = (state: DeliveryState): number =>
      counts.find((row) => row.broadcastId === broadcast.id && row.state === state)?.count ?? 0;
    return {
      ...broadcast,
      deliveries: shownCounts(count),
      finished: count('planned') + count('attempting') === 0,
    };
  });
}

function shownCounts(count: (state: DeliveryState) => number): Record<DeliveryState, ShownCount> {
  const shown = (state: DeliveryState): ShownCount => shownCount(count(state));
  return {
    planned: shown('planned'),
    attempting: shown('attempting'),
    sent: shown('sent'),
    failed: shown('failed'),
    unknown: shown('unknown'),
    cancelled: shown('cancelled'),
  };
}
