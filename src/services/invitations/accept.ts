import { and, eq, isNull, ne } from 'drizzle-orm';
import { invitations, passkeys } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffSiteContext } from '../context.ts';
import { type KeyAnswer, keepKey } from '../passkeys/add.ts';
import { beginSession } from '../sessions/begin.ts';
import { endSessionsOf } from '../sessions/end.ts';
import { lockInvitation } from './read.ts';

export type AcceptInvitationRefusal =
  | { readonly code: 'invitation-unknown' }
  | { readonly code: 'invitation-waits'; readonly until: Temporal.Instant }
  | { readonly code: 'challenge-lapsed' }
  | { readonly code: 'key-refused' }
  | { readonly code: 'key-known' };

/**
 * Uses an invitation: the key that answers becomes the person's only one, whatever they had before is revoked, and they
 * are signed in with it. When the key is refused the invitation stays open.
 */
export async function acceptInvitation(
  ctx: StaffSiteContext,
  input: KeyAnswer & { readonly code: string },
): Promise<Result<{ readonly cookie: string; readonly staffId: StaffId }, AcceptInvitationRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, input.code);
    if (invitation === null) return refused({ code: 'invitation-unknown' });
    if (invitation.waitsUntil !== null) {
      return refused({ code: 'invitation-waits', until: invitation.waitsUntil });
    }
    const { staffId } = invitation;
    const kept = await keepKey(tx, staffId, input);
    if (!kept.ok) return kept;
    const now = tx.clock.now();
    await tx.db.update(invitations).set({ usedAt: now }).where(eq(invitations.id, invitation.id));
    const { passkeyId } = kept.value;
    const replaced = await tx.db
      .update(passkeys)
      .set({ revokedAt: now })
      .where(and(eq(passkeys.staffId, staffId), ne(passkeys.id, passkeyId), isNull(passkeys.revokedAt)))
      .returning({ id: passkeys.id });
    await endSessionsOf(tx, staffId);
    const cookie = await beginSession(tx, { staffId, passkeyId });
    await audit(tx, {
      verb: 'invitations/accept',
      subject: { type: 'staff', id: staffId },
      details: { passkey: passkeyId, replaced: replaced.length },
    });
    return done({ cookie, staffId });
  });
}
