import { and, desc, eq, inArray } from 'drizzle-orm';
import { assertionOptions, type PublicKeyCredentialRequestOptionsJSON } from '../../crypto/passkey.ts';
import { challenges } from '../../db/schema/index.ts';
import type { ChallengeId } from '../../domain/ids.ts';
import type { StaffSiteContext } from '../context.ts';
import { makeChallenge } from '../passkeys/challenge.ts';

/** What the browser needs to sign in with a key. */
export interface SignInOffer {
  readonly challengeId: ChallengeId;
  /** What the browser's `navigator.credentials.get` takes. */
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

/** So many sign-ins may be begun and not ended: one more ends the oldest, whose page then has to be opened anew. */
export const openSignIns = 5_000;

/**
 * Prepares a sign-in for whoever comes: by any key of this domain. `signIn` takes the answer, within five minutes.
 * Nobody is turned away because others have begun many: that would let anybody keep all staff out.
 */
export async function offerSignIn(ctx: StaffSiteContext): Promise<SignInOffer> {
  const { id, challenge } = await makeChallenge(ctx, { purpose: 'sign-in', staffId: null });
  const begun = and(eq(challenges.campaignId, ctx.campaignId), eq(challenges.purpose, 'sign-in'));
  const tooMany = ctx.db
    .select({ id: challenges.id })
    .from(challenges)
    .where(begun)
    .orderBy(desc(challenges.createdAt), desc(challenges.id))
    .offset(openSignIns);
  await ctx.db.delete(challenges).where(inArray(challenges.id, tooMany));
  return { challengeId: id, options: await assertionOptions(ctx.staffSite, challenge) };
}
