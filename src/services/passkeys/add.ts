import { eq } from 'drizzle-orm';
import { readRegistration } from '../../crypto/passkey.ts';
import { passkeys } from '../../db/schema/index.ts';
import { type ChallengeId, newId, type PasskeyId, type StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { isFresh } from '../../domain/session.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext, type StaffSiteContext } from '../context.ts';
import type { Session } from '../sessions/resume.ts';
import { takeChallenge } from './challenge.ts';

/** What the browser made of an offer. */
export interface KeyAnswer {
  readonly challengeId: ChallengeId;
  /** The browser's answer, as JSON. */
  readonly answer: string;
}

export type AddKeyRefusal =
  | { readonly code: 'challenge-lapsed' }
  | { readonly code: 'key-refused' }
  | { readonly code: 'key-known' }
  | { readonly code: 'sign-in-again' };

/** Gives whoever is signed in another key. They must have shown one of theirs within the last five minutes. */
export async function addKey(
  ctx: StaffContext & StaffSiteContext,
  input: KeyAnswer & { readonly session: Session },
): Promise<Result<{ readonly passkeyId: PasskeyId }, AddKeyRefusal>> {
  if (!isFresh(input.session, ctx.clock.now())) return refused({ code: 'sign-in-again' });
  return inTransaction(ctx, (tx) => keepKey(tx, ctx.actor.id, input));
}

/** Keeps a key that answers the challenge of `offerKey`; call it in a transaction. */
export async function keepKey(
  ctx: StaffSiteContext,
  staffId: StaffId,
  { challengeId, answer }: KeyAnswer,
): Promise<Result<{ readonly passkeyId: PasskeyId }, Exclude<AddKeyRefusal, { code: 'sign-in-again' }>>> {
  const challenge = await takeChallenge(ctx, { id: challengeId, purpose: 'add-key', staffId });
  if (challenge === null) return refused({ code: 'challenge-lapsed' });
  const key = await readRegistration(ctx.staffSite, challenge, answer);
  if (key === null) return refused({ code: 'key-refused' });
  const [known] = await ctx.db
    .select({ id: passkeys.id })
    .from(passkeys)
    .where(eq(passkeys.credentialId, key.credentialId));
  if (known !== undefined) return refused({ code: 'key-known' });
  const passkeyId = newId<PasskeyId>();
  await ctx.db.insert(passkeys).values({
    id: passkeyId,
    staffId,
    ...key,
    rpId: ctx.staffSite.rpId,
    createdAt: ctx.clock.now(),
  });
  await audit(ctx, {
    verb: 'passkeys/add',
    subject: { type: 'staff', id: staffId },
    details: { passkey: passkeyId, backedUp: key.backedUp },
  });
  return done({ passkeyId });
}
