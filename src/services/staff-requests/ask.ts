import { staffRequests } from '../../db/schema/index.ts';
import { newId, type StaffId, type StaffRequestId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { mayAskFor, type StaffRequestRefusal } from '../../domain/staff-request.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { type AddStaff, type AddStaffRefusal, checkStaff } from '../staff/add.ts';
import { findStaff } from '../staff/find.ts';
import { tellOfReplacement } from './tell-staff.ts';

export type AskForStaffRefusal = StaffRequestRefusal | AddStaffRefusal | { readonly code: 'staff-unknown' };

/** What two colleagues have to agree on. */
export type StaffWish =
  | { readonly kind: 'invite'; readonly invitee: AddStaff }
  | { readonly kind: 'replace-keys'; readonly staffId: StaffId };

/**
 * Asks, as the first of two, to take somebody onto the staff or to replace the keys that a colleague has lost. Of the
 * latter everybody is told at once.
 */
export async function askForStaff(
  ctx: StaffContext,
  wish: StaffWish,
): Promise<Result<{ readonly requestId: StaffRequestId }, AskForStaffRefusal>> {
  const concerns = wish.kind === 'replace-keys' ? wish.staffId : null;
  const forbidden = mayAskFor(wish.kind, ctx.actor, concerns);
  if (forbidden !== null) return refused(forbidden);
  const invitee = wish.kind === 'invite' ? wish.invitee : null;
  if (invitee !== null) {
    const checked = checkStaff(invitee);
    if (!checked.ok) return checked;
  }
  return inTransaction(ctx, async (tx) => {
    const person = concerns === null ? null : await findStaff(tx, concerns);
    if (person === undefined) return refused({ code: 'staff-unknown' });
    const requestId = newId<StaffRequestId>();
    await tx.db.insert(staffRequests).values({
      id: requestId,
      campaignId: tx.campaignId,
      kind: wish.kind,
      concerns,
      invitee,
      askedBy: tx.actor.id,
      askedAt: tx.clock.now(),
    });
    await audit(tx, {
      verb: 'staff-requests/ask',
      subject: { type: 'staff-request', id: requestId },
      details: { kind: wish.kind, concerns, via: tx.actor.via },
    });
    if (person !== null) await tellOfReplacement(tx, { what: 'asked', name: person.name });
    return done({ requestId });
  });
}
