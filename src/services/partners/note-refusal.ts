import { eq } from 'drizzle-orm';
import { partners } from '../../db/schema/index.ts';
import type { PartnerId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** Keeps that a partner's report could not be taken, and by which code: staff see it, also when the monitor is silent. */
export async function noteRefusal(ctx: CoreContext, partnerId: PartnerId, code: string): Promise<void> {
  await ctx.db
    .update(partners)
    .set({ refusedAt: ctx.clock.now(), refusal: code })
    .where(eq(partners.id, partnerId));
}
