import { campaigns } from '../../db/schema/index.ts';
import { type CampaignId, newId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { DEFAULT_LEAD_TIMES, leadTimeCode } from '../../domain/lead-time.ts';
import { type NameFault, parseName } from '../../domain/name.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { parseZone } from '../../domain/zone.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';

/** What makes a campaign. */
export interface CreateCampaign {
  readonly name: string;
  /** The languages in which it publishes. */
  readonly languages: readonly Language[];
  readonly zone: string;
}

export type CreateCampaignRefusal =
  | { readonly code: 'name-unusable'; readonly fault: NameFault; readonly remedy: string }
  | { readonly code: 'zone-unknown'; readonly remedy: string }
  | { readonly code: 'languages-missing' };

/** Founds a campaign. Nothing else can exist before it, so it needs no more than a database and a clock. */
export async function createCampaign(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: CreateCampaign,
): Promise<Result<{ readonly campaignId: CampaignId }, CreateCampaignRefusal>> {
  const name = parseName(input.name);
  if (!name.ok) return refused({ code: 'name-unusable', fault: name.fault, remedy: name.remedy });
  const zone = parseZone(input.zone);
  if (!zone.ok) return refused({ code: 'zone-unknown', remedy: zone.remedy });
  if (input.languages.length === 0) return refused({ code: 'languages-missing' });
  const campaignId = newId<CampaignId>();
  await ctx.db.transaction(async (db) => {
    await db.insert(campaigns).values({
      id: campaignId,
      name: name.name,
      languages: [...new Set(input.languages)],
      zone: zone.zone,
      leadTimes: DEFAULT_LEAD_TIMES.map(leadTimeCode),
      createdAt: ctx.clock.now(),
    });
    await audit(
      { ...ctx, db, campaignId, actor: { kind: 'operator' } },
      { verb: 'campaigns/create', subject: { type: 'campaign', id: campaignId } },
    );
  });
  return done({ campaignId });
}
