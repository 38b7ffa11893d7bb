import { and, eq, isNull } from 'drizzle-orm';
import { invitations, staffRequests } from '../../db/schema/index.ts';
import type { StaffRequestId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { isOver } from '../../domain/staff-request.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { lockStaffRequest } from './find.ts';
import { tellOfReplacement } from './tell-staff.ts';

export type DropStaffRequestRefusal = { readonly code: 'request-lapsed' };

/**
 * Objects to what was asked for, whoever one is: it is dropped, and a link for new keys that waits is void. Everybody is
 * told. Of what is over nothing can be dropped: a link that waits by then came of something else. Whoever has come in by then is taken off the staff instead.
 */
export async function dropStaffRequest(
  ctx: StaffContext,
  input: { readonly requestId: StaffRequestId },
): Promise<Result<{ readonly requestId: StaffRequestId }, DropStaffRequestRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const request = await lockStaffRequest(tx, input.requestId);
    if (request === undefined || isOver(request, tx.clock.now())) return refused({ code: 'request-lapsed' });
    const { concerns } = request;
    await tx.db
      .update(staffRequests)
      .set({ droppedAt: tx.clock.now() })
      .where(eq(staffRequests.id, request.id));
    if (concerns !== null) {
      await tx.db
        .delete(invitations)
        .where(and(eq(invitations.staffId, concerns), isNull(invitations.usedAt)));
    }
    await audit(tx, {
      verb: 'staff-requests/drop',
      subject: { type: 'staff-request', id: request.id },
      details: { kind: request.kind, concerns, via: tx.actor.via },
    });
    if (request.kind === 'replace-keys' && concerns !== null) {
      await tellOfReplacement(tx, { what: 'dropped', name: await staffName(tx, concerns) });
    }
    return done({ requestId: request.id });
  });
}
