import { and, desc, eq, lt } from 'drizzle-orm';
import { broadcasts } from '../../db/schema/index.ts';
import type { ActionRequest } from '../../domain/broadcast-action.ts';
import type { BroadcastId, CaseId } from '../../domain/ids.ts';
import { type ShownCount, shownCount } from '../../domain/shown-count.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';
import { countDeliveries } from './count.ts';
import { type BroadcastRow, findBroadcast } from './find.ts';
import { waitingRequest } from './request.ts';

/** A broadcast and how far it has come. Counts of people under 20 never leave the database. */
export interface BroadcastProgress extends BroadcastRow {
  readonly deliveries: Readonly<Record<DeliveryState, ShownCount>>;
  /** What one person has asked for and a second may still agree to. */
  readonly request: ActionRequest | null;
  /** Nothing of it is planned or being attempted any more. */
  readonly finished: boolean;
}

/** One broadcast of this campaign, if there is one. */
export async function readBroadcast(
  ctx: CoreContext,
  broadcastId: BroadcastId,
): Promise<BroadcastProgress | undefined> {
  const found = await findBroadcast(ctx, broadcastId);
  return found && (await withProgress(ctx, [found]))[0];
}

/** The campaign's broadcasts, newest first; of one case when it is given. `before`: the last id of the page before. */
export async function listBroadcasts(
  ctx: CoreContext,
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
        ofOwnCases(ctx, broadcasts.caseId),
        page.caseId === null ? undefined : eq(broadcasts.caseId, page.caseId),
        page.before === null ? undefined : lt(broadcasts.id, page.before),
      ),
    )
    .orderBy(desc(broadcasts.id))
    .limit(page.limit);
  return withProgress(ctx, found);
}

async function withProgress(ctx: CoreContext, found: BroadcastRow[]): Promise<BroadcastProgress[]> {
  const counts = await countDeliveries(
    ctx,
    found.map(({ id }) => id),
  );
  const told: BroadcastProgress[] = [];
  for (const broadcast of found) {
    const of = counts.get(broadcast.id);
    if (of === undefined) continue;
    told.push({
      ...broadcast,
      request: await waitingRequest(ctx, broadcast),
      deliveries: {
        planned: shownCount(of.planned),
        attempting: shownCount(of.attempting),
        sent: shownCount(of.sent),
        failed: shownCount(of.failed),
        unknown: shownCount(of.unknown),
        cancelled: shownCount(of.cancelled),
      },
      finished: of.planned + of.attempting === 0,
    });
  }
  return told;
}
