import { and, desc, eq, lt } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { AlertId } from '../../domain/ids.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';

/** An alert of which nobody was told, because it came too late to be of use. */
export type ExpiredAlert = typeof alerts.$inferSelect;

/** The campaign's expired alerts, newest first. `before`: the last id of the page before. */
export async function listExpiredAlerts(
  ctx: CoreContext,
  page: { readonly before: AlertId | null; readonly limit: number },
): Promise<ExpiredAlert[]> {
  return ctx.db
    .select()
    .from(alerts)
    .where(
      and(
        eq(alerts.campaignId, ctx.campaignId),
        ofOwnCases(ctx, alerts.caseId),
        eq(alerts.state, 'expired'),
        page.before === null ? undefined : lt(alerts.id, page.before),
      ),
    )
    .orderBy(desc(alerts.id))
    .limit(page.limit);
}
