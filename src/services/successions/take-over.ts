import { eq } from 'drizzle-orm';
import { staff, staffCases, successions } from '../../db/schema/index.ts';
import type { SuccessionId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { callState } from '../../domain/succession.ts';
import type { Role } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { lockSuccession } from './find.ts';
import { tellOfSuccession } from './tell-staff.ts';

export type TakeOverRefusal =
  | { readonly code: 'request-lapsed' }
  /** The day in which everybody can object is not over. */
  | { readonly code: 'succession-waits' };

/**
 * Takes the roles on that one was named for, a day after one was asked to: nobody can do so for another. They count from the
 * next request on.
 */
export async function takeOver(
  ctx: StaffContext,
  { successionId }: { readonly successionId: SuccessionId },
): Promise<Result<{ readonly roles: readonly Role[] }, TakeOverRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const named = await lockSuccession(tx, successionId);
    if (named === undefined || named.staffId !== tx.actor.id) return refused({ code: 'request-lapsed' });
    const now = tx.clock.now();
    const state = callState(named.calledAt, now);
    if (state === 'none') return refused({ code: 'request-lapsed' });
    if (state === 'waits') return refused({ code: 'succession-waits' });
    const [member] = await tx.db
      .select({ roles: staff.roles, name: staff.name })
      .from(staff)
      .where(eq(staff.id, named.staffId))
      .for('update');
    if (member === undefined) throw new Error('Who was named is on no staff.');
    const roles = [...new Set([...member.roles, ...named.roles])];
    await tx.db.update(staff).set({ roles }).where(eq(staff.id, named.staffId));
    // Who administers could lift their own limit.
    if (roles.includes('admin')) await tx.db.delete(staffCases).where(eq(staffCases.staffId, named.staffId));
    await tx.db.update(successions).set({ takenAt: now }).where(eq(successions.id, successionId));
    await audit(tx, {
      verb: 'successions/take-over',
      subject: { type: 'succession', id: successionId },
      details: { staff: named.staffId, roles: named.roles.join(' '), calledBy: named.calledBy },
    });
    await tellOfSuccession(tx, { what: 'taken', name: member.name, roles: named.roles });
    return done({ roles });
  });
}
