import type { StaffActor } from '../../src/domain/actor.ts';
import type { StaffSite } from '../../src/domain/staff-site.ts';
import type { StaffContext, StaffSiteContext } from '../../src/services/context.ts';
import { acceptInvitation } from '../../src/services/invitations/accept.ts';
import { invite } from '../../src/services/invitations/invite.ts';
import { keepKey } from '../../src/services/passkeys/add.ts';
import { offerKey } from '../../src/services/passkeys/offer.ts';
import { type SoftKey, softAuthenticator } from './authenticator.ts';
import type { TestCampaign, TestStaff } from './campaign.ts';

export const staffSite: StaffSite = { origin: 'https://staff.example.org', rpId: 'staff.example.org' };

export interface KeyHolder {
  readonly ctx: StaffContext & StaffSiteContext;
  readonly key: SoftKey;
  /** Of the session that began when they came in. */
  readonly cookie: string;
  /** Adds another key, which counts from now on. */
  addKey(): Promise<SoftKey>;
}

/** Gives a staff member their first key; `ctx` is theirs when signed in. */
export async function withKey(
  campaign: TestCampaign,
  member: TestStaff,
  site: StaffSite = staffSite,
): Promise<KeyHolder> {
  const operator = { ...campaign.operator, staffSite: site };
  const invited = await invite(operator, member.id);
  if (!invited.ok) throw new Error(invited.refusal.code);
  const made = async () => {
    const { challengeId, options } = await offerKey(operator, { id: member.id, name: 'Staff' });
    return { challengeId, ...softAuthenticator(site).make(options.challenge) };
  };
  const { challengeId, answer, key } = await made();
  const accepted = await acceptInvitation(operator, { code: invited.value.code, challengeId, answer });
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  const actor: StaffActor = { ...member.ctx.actor, via: 'console' };
  return {
    ctx: { ...member.ctx, actor, staffSite: site },
    key,
    cookie: accepted.value.cookie,
    async addKey() {
      const another = await made();
      const kept = await keepKey(operator, member.id, another);
      if (!kept.ok) throw new Error(kept.refusal.code);
      return another.key;
    },
  };
}
