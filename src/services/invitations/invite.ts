import { eq, lt, or } from 'drizzle-orm';
import { hashToken, newSecretCode } from '../../crypto/token.ts';
import { invitations } from '../../db/schema/index.ts';
import type { StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { invitationLasts } from '../../domain/staff-request.ts';
import { newUuid } from '../../domain/uuid.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffSiteContext } from '../context.ts';
import { keysOf } from '../passkeys/find.ts';
import { findStaff } from '../staff/find.ts';

export type InviteRefusal = { readonly code: 'staff-unknown' } | { readonly code: 'has-keys' };

/**
 * Makes the one-time link by which a staff member adds their first key: answers its code, of which only the hash is
 * stored. An earlier one that was not used is void. Whoever has keys here is refused: to replace what was lost takes two
 * others and a day (`staff-requests/`). Keys of another domain, which the staff site had before, do not count.
 */
export async function invite(
  ctx: StaffSiteContext,
  staffId: StaffId,
): Promise<Result<{ readonly code: string }, InviteRefusal>> {
  return inTransaction(ctx, async (tx) => {
    if ((await findStaff(tx, staffId)) === undefined) return refused({ code: 'staff-unknown' });
    if ((await keysOf(tx, staffId)).length > 0) return refused({ code: 'has-keys' });
    return done({ code: await makeInvitation(tx, staffId, tx.clock.now()) });
  });
}

/** Makes a link that counts from an instant on, in place of every other; call it in a transaction. */
export async function makeInvitation(
  ctx: StaffSiteContext,
  staffId: StaffId,
  validFrom: Temporal.Instant,
): Promise<string> {
  const code = newSecretCode();
  // With it goes what has lapsed of anybody's.
  const now = ctx.clock.now();
  await ctx.db
    .delete(invitations)
    .where(or(eq(invitations.staffId, staffId), lt(invitations.expiresAt, now)));
  await ctx.db.insert(invitations).values({
    id: newUuid(),
    staffId,
    hash: hashToken(code),
    validFrom,
    expiresAt: validFrom.add(invitationLasts),
  });
  await audit(ctx, { verb: 'invitations/invite', subject: { type: 'staff', id: staffId } });
  return code;
}
