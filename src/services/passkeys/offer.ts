import { type PublicKeyCredentialCreationOptionsJSON, registrationOptions } from '../../crypto/passkey.ts';
import type { ChallengeId, StaffId } from '../../domain/ids.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { StaffSiteContext } from '../context.ts';
import { makeChallenge } from './challenge.ts';
import { keysOf } from './find.ts';

/** What the browser needs to make a key. */
export interface KeyOffer {
  readonly challengeId: ChallengeId;
  /** What the browser's `navigator.credentials.create` takes. */
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

/** Prepares a new key for a staff member; `addKey` and `acceptInvitation` take the answer, within five minutes. */
export async function offerKey(
  ctx: StaffSiteContext,
  member: { readonly id: StaffId; readonly name: string },
): Promise<KeyOffer> {
  const { id, challenge } = await makeChallenge(ctx, { purpose: 'add-key', staffId: member.id });
  const known = (await keysOf(ctx, member.id)).map(({ credentialId }) => credentialId);
  const { name: campaign } = await findCampaign(ctx);
  const options = await registrationOptions(ctx.staffSite, {
    challenge,
    userId: member.id,
    userName: member.name,
    campaign,
    known,
  });
  return { challengeId: id, options };
}
