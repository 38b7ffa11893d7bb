import { eq } from 'drizzle-orm';
import { successions } from '../../db/schema/index.ts';
import type { SuccessionId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { callState } from '../../domain/succession.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { lockSuccession } from './find.ts';
import { tellOfSuccession } from './tell-staff.ts';

/**
 * Objects, whoever one is: of who was asked to take over, the asking is taken back and the naming stands, so that nobody by
 * objecting makes it impossible; otherwise the naming is. Everybody is told.
 */
export async function objectToSuccessor(
  ctx: StaffContext,
  { successionId }: { readonly successionId: SuccessionId },
): Promise<Result<{ readonly successionId: SuccessionId }, { readonly code: 'request-lapsed' }>> {
  return inTransaction(ctx, async (tx) => {
    const named = await lockSuccession(tx, successionId);
    if (named === undefined) return refused({ code: 'request-lapsed' });
    const now = tx.clock.now();
    const isCalled = callState(named.calledAt, now) !== 'none';
    await tx.db
      .update(successions)
      .set(isCalled ? { calledBy: null, calledAt: null } : { droppedAt: now })
      .where(eq(successions.id, successionId));
    await audit(tx, {
      verb: 'successions/object',
      subject: { type: 'succession', id: successionId },
      details: { staff: named.staffId, called: isCalled, via: tx.actor.via },
    });
    const name = await staffName(tx, named.staffId);
    await tellOfSuccession(tx, { what: isCalled ? 'uncalled' : 'dropped', name, roles: named.roles });
    return done({ successionId });
  });
}
