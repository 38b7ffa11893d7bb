import { eq } from 'drizzle-orm';
import { bots } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';
import { type CampaignRow, findCampaign } from './find.ts';

/** The campaign with what is set for its bot. */
export interface CampaignSettings extends CampaignRow {
  /** Whole Stars that may be spent in a month on speed above Telegram's free rate. */
  readonly starsPerMonth: number;
}

/** Reads what holds for the whole campaign. */
export async function readCampaign(ctx: Context): Promise<CampaignSettings> {
  const campaign = await findCampaign(ctx);
  const [bot] = await ctx.db
    .select({ starsPerMonth: bots.starsPerMonth })
    .from(bots)
    .where(eq(bots.id, ctx.botId));
  if (bot === undefined) throw new Error('The bot of this context does not exist.');
  return { ...campaign, ...bot };
}
