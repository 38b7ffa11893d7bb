import { and, count, eq, gt, isNull, lt, min } from 'drizzle-orm';
import { readAssertion, verifyAssertion } from '../../crypto/passkey.ts';
import { passkeys, signInFailures, staff } from '../../db/schema/index.ts';
import type { ChallengeId, StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { closedUntil, countedSince, limitPerPerson } from '../../domain/sign-in-limit.ts';
import { newUuid } from '../../domain/uuid.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffSiteContext } from '../context.ts';
import { takeChallenge } from '../passkeys/challenge.ts';
import type { PasskeyRow } from '../passkeys/find.ts';
import { beginSession } from './begin.ts';

export type SignInRefusal =
  | { readonly code: 'challenge-lapsed' }
  | { readonly code: 'key-refused' }
  | { readonly code: 'too-many-tries'; readonly until: Temporal.Instant };

/**
 * Signs a staff member in by one of their keys, into a session that is new whatever the browser held before. A key that
 * we do not know, one that was revoked and one that signs wrongly are refused alike. Whoever fails too often waits a few
 * minutes, and nobody longer: a right answer after that counts.
 */
export async function signIn(
  ctx: StaffSiteContext,
  input: { readonly challengeId: ChallengeId; readonly answer: string },
): Promise<Result<{ readonly cookie: string; readonly staffId: StaffId }, SignInRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const challenge = await takeChallenge(tx, { id: input.challengeId, purpose: 'sign-in', staffId: null });
    if (challenge === null) return refused({ code: 'challenge-lapsed' });
    const assertion = readAssertion(input.answer);
    const key = assertion === null ? undefined : await lockKey(tx, assertion.credentialId);
    if (assertion === null || key === undefined) return refused({ code: 'key-refused' });
    const { staffId } = key;
    const until = await closedFor(tx, staffId);
    if (until !== null) return refused({ code: 'too-many-tries', until });
    const verified = await verifyAssertion(tx.staffSite, challenge, assertion, key);
    if (verified === null) {
      await recordFailure(tx, staffId);
      return refused({ code: 'key-refused' });
    }
    const now = tx.clock.now();
    await tx.db
      .update(passkeys)
      .set({ ...verified, lastUsedAt: now })
      .where(eq(passkeys.id, key.id));
    const cookie = await beginSession(tx, { staffId, passkeyId: key.id });
    await audit(tx, {
      verb: 'sessions/sign-in',
      subject: { type: 'staff', id: staffId },
      details: { passkey: key.id },
    });
    return done({ cookie, staffId });
  });
}

/** A key that may sign in, locked so that its counter is compared once. */
async function lockKey(ctx: StaffSiteContext, credentialId: string): Promise<PasskeyRow | undefined> {
  const [found] = await ctx.db
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(staff, eq(staff.id, passkeys.staffId))
    .where(
      and(
        eq(passkeys.credentialId, credentialId),
        eq(passkeys.rpId, ctx.staffSite.rpId),
        isNull(passkeys.revokedAt),
        isNull(staff.revokedAt),
        eq(staff.campaignId, ctx.campaignId),
      ),
    )
    .for('no key update', { of: passkeys });
  return found?.passkey;
}

async function closedFor(ctx: StaffSiteContext, staffId: StaffId): Promise<Temporal.Instant | null> {
  const [failed] = await ctx.db
    .select({ tries: count(), oldest: min(signInFailures.at) })
    .from(signInFailures)
    .where(
      and(
        eq(signInFailures.staffId, staffId),
        gt(signInFailures.at, countedSince(limitPerPerson, ctx.clock.now())),
      ),
    );
  return closedUntil(limitPerPerson, failed?.tries ?? 0, failed?.oldest ?? null);
}

async function recordFailure(ctx: StaffSiteContext, staffId: StaffId): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.delete(signInFailures).where(lt(signInFailures.at, countedSince(limitPerPerson, now)));
  await ctx.db.insert(signInFailures).values({ id: newUuid(), staffId, at: now });
  await audit(ctx, { verb: 'sessions/refuse', subject: { type: 'staff', id: staffId } });
}
