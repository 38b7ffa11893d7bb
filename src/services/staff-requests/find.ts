import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { staffRequests } from '../../db/schema/index.ts';
import type { StaffRequestId } from '../../domain/ids.ts';
import { replacementWaits, staffRequestLasts } from '../../domain/staff-request.ts';
import type { CoreContext } from '../context.ts';

export type StaffRequestRow = typeof staffRequests.$inferSelect;

/** What waits for a second person, or can still be objected to; newest first. */
export async function standingStaffRequests(ctx: CoreContext): Promise<StaffRequestRow[]> {
  const now = ctx.clock.now();
  return ctx.db
    .select()
    .from(staffRequests)
    .where(
      and(
        eq(staffRequests.campaignId, ctx.campaignId),
        isNull(staffRequests.droppedAt),
        or(
          and(isNull(staffRequests.agreedAt), gt(staffRequests.askedAt, now.subtract(staffRequestLasts))),
          and(
            eq(staffRequests.kind, 'replace-keys'),
            gt(staffRequests.agreedAt, now.subtract(replacementWaits)),
          ),
        ),
      ),
    )
    .orderBy(desc(staffRequests.id));
}

/** A request of this campaign that nobody has dropped, locked until the transaction ends. */
export async function lockStaffRequest(
  ctx: CoreContext,
  requestId: StaffRequestId,
): Promise<StaffRequestRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(staffRequests)
    .where(
      and(
        eq(staffRequests.id, requestId),
        eq(staffRequests.campaignId, ctx.campaignId),
        isNull(staffRequests.droppedAt),
      ),
    )
    .for('update');
  return found;
}
