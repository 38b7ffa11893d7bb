import { randomBytes } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { challenges } from '../../db/schema/index.ts';
import { type ChallengeId, newId, type StaffId } from '../../domain/ids.ts';
import type { ChallengePurpose } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';

/** How long somebody has to find their key and to show it. */
const challengeLasts = Temporal.Duration.from({ minutes: 5 });

/** Something for an authenticator to sign, once: 256 random bits. Those that nobody answered in time go with this. */
export async function makeChallenge(
  ctx: CoreContext,
  wanted: { readonly purpose: ChallengePurpose; readonly staffId: StaffId | null },
): Promise<{ readonly id: ChallengeId; readonly challenge: Uint8Array }> {
  const now = ctx.clock.now();
  const made = { id: newId<ChallengeId>(), challenge: new Uint8Array(randomBytes(32)) };
  await ctx.db.delete(challenges).where(lt(challenges.createdAt, now.subtract(challengeLasts)));
  await ctx.db.insert(challenges).values({ ...made, ...wanted, campaignId: ctx.campaignId, createdAt: now });
  return made;
}

/** Takes a challenge, so that no second answer to it counts; null when there is none, or not for this. */
export async function takeChallenge(
  ctx: CoreContext,
  wanted: {
    readonly id: ChallengeId;
    readonly purpose: ChallengePurpose;
    readonly staffId: StaffId | null;
  },
): Promise<Uint8Array | null> {
  const [taken] = await ctx.db
    .delete(challenges)
    .where(
      and(
        eq(challenges.id, wanted.id),
        eq(challenges.purpose, wanted.purpose),
        eq(challenges.campaignId, ctx.campaignId),
        wanted.staffId === null ? isNull(challenges.staffId) : eq(challenges.staffId, wanted.staffId),
      ),
    )
    .returning({ challenge: challenges.challenge, createdAt: challenges.createdAt });
  if (taken === undefined) return null;
  const lapses = taken.createdAt.add(challengeLasts);
  return Temporal.Instant.compare(ctx.clock.now(), lapses) < 0 ? taken.challenge : null;
}
