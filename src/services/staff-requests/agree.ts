import { eq } from 'drizzle-orm';
import { staffRequests } from '../../db/schema/index.ts';
import type { StaffId, StaffRequestId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { linkCounts, mayAgreeTo, mayAskFor, type StaffRequestRefusal } from '../../domain/staff-request.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext, type StaffSiteContext } from '../context.ts';
import { makeInvitation } from '../invitations/invite.ts';
import { lacksSecondKey, type SecondKeyRefusal } from '../passkeys/second-key.ts';
import { type AddStaffRefusal, addStaff } from '../staff/add.ts';
import { actorOf, findStaff } from '../staff/find.ts';
import { lockStaffRequest } from './find.ts';
import { tellOfReplacement } from './tell-staff.ts';

export type AgreeToStaffRefusal =
  | StaffRequestRefusal
  | AddStaffRefusal
  | SecondKeyRefusal
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' }
  | { readonly code: 'staff-unknown' };

/** What the second person hands over by hand; shown once. */
export interface AgreedInvitation {
  readonly staffId: StaffId;
  readonly code: string;
  readonly validFrom: Temporal.Instant;
}

/**
 * Agrees, as the second of two. An invitation counts at once. New keys for somebody who lost theirs count a day later, so
 * that everybody, and they themselves, can object; until then the keys that they have go on working.
 */
export async function agreeToStaff(
  ctx: StaffContext & StaffSiteContext,
  input: { readonly requestId: StaffRequestId },
): Promise<Result<AgreedInvitation, AgreeToStaffRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const request = await lockStaffRequest(tx, input.requestId);
    if (request === undefined || request.agreedAt !== null) return refused({ code: 'request-lapsed' });
    const now = tx.clock.now();
    const forbidden = mayAgreeTo(request, tx.actor, now);
    if (forbidden !== null) return refused(forbidden);
    if (await lacksSecondKey(tx)) return refused({ code: 'second-key-missing' });
    const asker = await findStaff(tx, request.askedBy);
    const stillAsks =
      asker !== undefined && mayAskFor(request.kind, actorOf(asker, 'console'), request.concerns) === null;
    if (!stillAsks) return refused({ code: 'request-lapsed' });
    const { invitee, concerns } = request;
    const person = concerns === null ? null : await findStaff(tx, concerns);
    if (person === undefined) return refused({ code: 'staff-unknown' });
    let staffId = concerns;
    if (invitee !== null) {
      const added = await addStaff(tx, invitee);
      if (!added.ok) return added;
      staffId = added.value.staffId;
    }
    if (staffId === null) throw new Error('A request concerns nobody.');
    await tx.db
      .update(staffRequests)
      .set({ agreedBy: tx.actor.id, agreedAt: now, concerns: staffId })
      .where(eq(staffRequests.id, request.id));
    const validFrom = linkCounts(request.kind, now);
    const code = await makeInvitation(tx, staffId, validFrom);
    await audit(tx, {
      verb: 'staff-requests/agree',
      subject: { type: 'staff-request', id: request.id },
      details: { kind: request.kind, concerns: staffId, agreedWith: request.askedBy, via: tx.actor.via },
    });
    if (person !== null) await tellOfReplacement(tx, { what: 'agreed', name: person.name });
    return done({ staffId, code, validFrom });
  });
}
