import { eq } from 'drizzle-orm';
import { successions } from '../../db/schema/index.ts';
import type { SuccessionId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { callState, mayCallSuccessor, type SuccessionRefusal, takesOver } from '../../domain/succession.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { lockSuccession } from './find.ts';
import { tellOfSuccession } from './tell-staff.ts';

/**
 * Asks somebody whom two have named to take over. One person is enough: they can a day later, within three days, and until
 * then everybody, who is told, can object.
 */
export async function callSuccessor(
  ctx: StaffContext,
  { successionId }: { readonly successionId: SuccessionId },
): Promise<Result<{ readonly from: Temporal.Instant }, SuccessionRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const named = await lockSuccession(tx, successionId);
    if (named === undefined || named.agreedAt === null) return refused({ code: 'request-lapsed' });
    const forbidden = mayCallSuccessor(tx.actor, named.staffId);
    if (forbidden !== null) return refused(forbidden);
    const now = tx.clock.now();
    // To ask again makes nobody wait longer.
    if (named.calledAt !== null && callState(named.calledAt, now) !== 'none')
      return done({ from: takesOver(named.calledAt).from });
    await tx.db
      .update(successions)
      .set({ calledBy: tx.actor.id, calledAt: now })
      .where(eq(successions.id, successionId));
    await audit(tx, {
      verb: 'successions/call',
      subject: { type: 'succession', id: successionId },
      details: { staff: named.staffId, via: tx.actor.via },
    });
    const name = await staffName(tx, named.staffId);
    await tellOfSuccession(tx, { what: 'called', name, roles: named.roles });
    return done({ from: takesOver(now).from });
  });
}
