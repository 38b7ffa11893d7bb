import { eq } from 'drizzle-orm';
import { reserveRequests } from '../../db/schema/index.ts';
import { type ReserveRequest, reserveRequestStands, reserveSetters } from '../../domain/reserve.ts';
import type { CoreContext } from '../context.ts';
import { standingRequest } from '../staff/standing-request.ts';

/** The reserve that waits for a second person; null when none does, or who named it has no say any more. */
export async function standingReserveRequest(ctx: CoreContext): Promise<ReserveRequest | null> {
  const [row] = await ctx.db
    .select()
    .from(reserveRequests)
    .where(eq(reserveRequests.campaignId, ctx.campaignId));
  if (row === undefined || !reserveRequestStands({ at: row.askedAt }, ctx.clock.now())) return null;
  const asked = await standingRequest(
    ctx,
    { by: row.askedBy, at: row.askedAt },
    { roles: reserveSetters, caseId: null },
  );
  return asked === null ? null : { ...asked, id: row.id, reserve: { bot: row.bot, channel: row.channel } };
}

/** Forgets what was asked for; answers whether anything was. Call it in the transaction that holds the campaign. */
export async function dropReserveRequest(ctx: CoreContext): Promise<boolean> {
  const { count } = await ctx.db
    .delete(reserveRequests)
    .where(eq(reserveRequests.campaignId, ctx.campaignId));
  return count > 0;
}
