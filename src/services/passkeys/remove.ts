import { and, eq, isNull } from 'drizzle-orm';
import { passkeys, sessions } from '../../db/schema/index.ts';
import type { PasskeyId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { isFresh } from '../../domain/session.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext, type StaffSiteContext } from '../context.ts';
import type { Session } from '../sessions/resume.ts';
import { lockKeysOf } from './find.ts';

export type RemoveKeyRefusal =
  | { readonly code: 'key-unknown' }
  | { readonly code: 'last-key' }
  | { readonly code: 'sign-in-again' };

/** Takes one of their own keys from whoever is signed in, and ends what was begun with it; never the last one. */
export async function removeKey(
  ctx: StaffContext & StaffSiteContext,
  input: { readonly passkeyId: PasskeyId; readonly session: Session },
): Promise<Result<{ readonly passkeyId: PasskeyId }, RemoveKeyRefusal>> {
  if (!isFresh(input.session, ctx.clock.now())) return refused({ code: 'sign-in-again' });
  return inTransaction(ctx, async (tx) => {
    const keys = await lockKeysOf(tx, tx.actor.id);
    const key = keys.find(({ id }) => id === input.passkeyId);
    if (key === undefined) return refused({ code: 'key-unknown' });
    if (keys.length === 1) return refused({ code: 'last-key' });
    const now = tx.clock.now();
    await tx.db.update(passkeys).set({ revokedAt: now }).where(eq(passkeys.id, key.id));
    await tx.db
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.passkeyId, key.id), isNull(sessions.endedAt)));
    await audit(tx, {
      verb: 'passkeys/remove',
      subject: { type: 'staff', id: tx.actor.id },
      details: { passkey: key.id },
    });
    return done({ passkeyId: key.id });
  });
}
