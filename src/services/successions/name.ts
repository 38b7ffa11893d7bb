import { successions } from '../../db/schema/index.ts';
import { newId, type StaffId, type SuccessionId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { mayNameSuccessor, type SuccessionRefusal } from '../../domain/succession.ts';
import type { Role } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { findStaff } from '../staff/find.ts';
import { tellOfSuccession } from './tell-staff.ts';

export type NameSuccessorRefusal =
  | SuccessionRefusal
  | { readonly code: 'staff-unknown' }
  | { readonly code: 'roles-missing' };

/** Names, as the first of two, a colleague who is to take over roles when those are gone who hold them. Everybody is told. */
export async function nameSuccessor(
  ctx: StaffContext,
  input: { readonly staffId: StaffId; readonly roles: readonly Role[] },
): Promise<Result<{ readonly successionId: SuccessionId }, NameSuccessorRefusal>> {
  const { staffId } = input;
  const roles = [...new Set(input.roles)];
  if (roles.length === 0) return refused({ code: 'roles-missing' });
  const forbidden = mayNameSuccessor(ctx.actor, { staffId, roles });
  if (forbidden !== null) return refused(forbidden);
  return inTransaction(ctx, async (tx) => {
    const member = await findStaff(tx, staffId);
    if (member === undefined) return refused({ code: 'staff-unknown' });
    const successionId = newId<SuccessionId>();
    await tx.db.insert(successions).values({
      id: successionId,
      campaignId: tx.campaignId,
      staffId,
      roles,
      namedBy: tx.actor.id,
      namedAt: tx.clock.now(),
    });
    await audit(tx, {
      verb: 'successions/name',
      subject: { type: 'succession', id: successionId },
      details: { staff: staffId, roles: roles.join(' '), via: tx.actor.via },
    });
    await tellOfSuccession(tx, { what: 'named', name: member.name, roles });
    return done({ successionId });
  });
}
