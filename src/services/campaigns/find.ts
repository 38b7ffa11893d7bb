import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';

export type CampaignRow = typeof campaigns.$inferSelect;

/**
 * Keeps what holds for the whole campaign as it is until the end of the transaction, so that this one alone may change
 * it. Rows that only name the campaign can be written meanwhile: their writers hold posts that the change may wait for.
 */
export async function lockCampaign(ctx: CoreContext): Promise<void> {
  await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.id, ctx.campaignId))
    .for('no key update');
}

/** The campaign, which nobody changes until the end of the transaction; others may hold it so beside us. */
export async function holdCampaign(ctx: CoreContext): Promise<CampaignRow> {
  const [campaign] = await ctx.db
    .select()
    .from(campaigns)
    .where(eq(campaigns.id, ctx.campaignId))
    .for('share');
  if (campaign === undefined) throw new Error('The campaign of this context does not exist.');
  return campaign;
}

/** The campaign that the context speaks for. */
export async function findCampaign(ctx: CoreContext): Promise<CampaignRow> {
  const [campaign] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, ctx.campaignId));
  if (campaign === undefined) throw new Error('The campaign of this context does not exist.');
  return campaign;
}
