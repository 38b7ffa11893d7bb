import { and, count, eq, gt, min } from 'drizzle-orm';
import { assertionOptions, type PublicKeyCredentialRequestOptionsJSON } from '../../crypto/passkey.ts';
import { challenges } from '../../db/schema/index.ts';
import type { ChallengeId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { closedUntil, countedSince, limitInAll } from '../../domain/sign-in-limit.ts';
import type { StaffSiteContext } from '../context.ts';
import { makeChallenge } from '../passkeys/challenge.ts';

export interface SignInOffer {
  readonly challengeId: ChallengeId;
  /** What the browser's `navigator.credentials.get` takes. */
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

export type OfferSignInRefusal = { readonly code: 'too-many-tries'; readonly until: Temporal.Instant };

/**
 * Prepares a sign-in for whoever comes: by any key of this domain. `signIn` takes the answer, within five minutes.
 * Refused for a while when very many are begun and none of them ended.
 */
export async function offerSignIn(ctx: StaffSiteContext): Promise<Result<SignInOffer, OfferSignInRefusal>> {
  const [open] = await ctx.db
    .select({ tries: count(), oldest: min(challenges.createdAt) })
    .from(challenges)
    .where(
      and(
        eq(challenges.campaignId, ctx.campaignId),
        eq(challenges.purpose, 'sign-in'),
        gt(challenges.createdAt, countedSince(limitInAll, ctx.clock.now())),
      ),
    );
  const until = closedUntil(limitInAll, open?.tries ?? 0, open?.oldest ?? null);
  if (until !== null) return refused({ code: 'too-many-tries', until });
  const { id, challenge } = await makeChallenge(ctx, { purpose: 'sign-in', staffId: null });
  return done({ challengeId: id, options: await assertionOptions(ctx.staffSite, challenge) });
}
