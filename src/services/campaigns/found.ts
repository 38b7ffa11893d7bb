import type { CampaignId, StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { Role } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';
import { type AddStaff, type AddStaffRefusal, addStaff, checkStaff } from '../staff/add.ts';
import { type CreateCampaign, type CreateCampaignRefusal, createCampaign } from './create.ts';
import { findOnlyCampaign } from './ensure-bot.ts';

/** What the first start needs. */
export interface FoundCampaign {
  /** Left out of account when the database holds a campaign already. */
  readonly campaign: CreateCampaign;
  /** Who sets it up. */
  readonly coordinator: Omit<AddStaff, 'roles'>;
}

export type FoundCampaignRefusal =
  | ({ readonly about: 'campaign' } & CreateCampaignRefusal)
  | ({ readonly about: 'coordinator' } & AddStaffRefusal);

/** Whoever sets a campaign up may do everything but decide on what they wrote themselves. */
const coordinatorRoles: readonly Role[] = ['author', 'approver', 'coordinator', 'admin'];

/** Founds the campaign of this database and takes its first person onto the staff: both, or neither. */
export async function foundCampaign(
  ctx: Pick<CoreContext, 'db' | 'clock' | 'log'>,
  input: FoundCampaign,
): Promise<Result<{ readonly campaignId: CampaignId; readonly staffId: StaffId }, FoundCampaignRefusal>> {
  const coordinator: AddStaff = { ...input.coordinator, roles: coordinatorRoles };
  const checked = checkStaff(coordinator);
  if (!checked.ok) return refused({ about: 'coordinator', ...checked.refusal });
  return ctx.db.transaction(async (db) => {
    const known = await findOnlyCampaign({ db });
    const campaign =
      known === null ? await createCampaign({ ...ctx, db }, input.campaign) : done({ campaignId: known });
    // Refused before anything was written.
    if (!campaign.ok) return refused({ about: 'campaign', ...campaign.refusal });
    const { campaignId } = campaign.value;
    const tx: CoreContext = { ...ctx, db, campaignId, actor: { kind: 'operator' } };
    const added = await addStaff(tx, coordinator);
    if (!added.ok) throw new Error(`A person who was checked was refused: ${added.refusal.code}.`);
    return done({ campaignId, staffId: added.value.staffId });
  });
}
