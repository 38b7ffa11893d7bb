import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { leadTimeCode, parseLeadTime } from '../../domain/lead-time.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { replanReminders } from '../alerts/replan.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { type CampaignRow, findCampaign } from './find.ts';

/** What is left out stays as it is. */
export interface ChangeCampaign {
  /** Whether groups and Telegram channels may follow: it shows who belongs. */
  readonly groupsAllowed?: boolean;
  /** Lead times by their codes, such as `1d`, `3h` or `morning`. */
  readonly leadTimes?: readonly string[];
}

export type ChangeCampaignRefusal =
  | { readonly code: 'not-a-coordinator' }
  | { readonly code: 'lead-time-unknown'; readonly field: string };

/** Changes what holds for the whole campaign. New lead times count for the hearings that are ahead, too. */
export async function changeCampaign(
  ctx: StaffContext,
  input: ChangeCampaign,
): Promise<Result<CampaignRow, ChangeCampaignRefusal>> {
  if (!hasRole(ctx.actor, 'coordinator', 'admin')) return refused({ code: 'not-a-coordinator' });
  const leadTimes: string[] = [];
  for (const [at, code] of (input.leadTimes ?? []).entries()) {
    const leadTime = parseLeadTime(code);
    if (leadTime === null) return refused({ code: 'lead-time-unknown', field: `leadTimes.${at}` });
    leadTimes.push(leadTimeCode(leadTime));
  }
  return inTransaction(ctx, async (tx) => {
    const changes = {
      ...(input.groupsAllowed !== undefined && { groupsAllowed: input.groupsAllowed }),
      ...(input.leadTimes !== undefined && { leadTimes: [...new Set(leadTimes)] }),
    };
    if (Object.keys(changes).length === 0) return done(await findCampaign(tx));
    await tx.db.update(campaigns).set(changes).where(eq(campaigns.id, tx.campaignId));
    if (changes.leadTimes !== undefined) await replanReminders(tx);
    await audit(tx, {
      verb: 'campaigns/change',
      subject: { type: 'campaign', id: tx.campaignId },
      details: {
        ...(changes.groupsAllowed !== undefined && { groupsAllowed: changes.groupsAllowed }),
        ...(changes.leadTimes !== undefined && { leadTimes: changes.leadTimes.join(' ') }),
      },
    });
    return done(await findCampaign(tx));
  });
}
