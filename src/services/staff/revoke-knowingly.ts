import type { StaffId } from '../../domain/ids.ts';
import { type Result, refused } from '../../domain/result.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { lockLimits } from './deciders.ts';
import { lossesBy, type WouldBreak } from './losses.ts';
import { type RevokeStaffRefusal, revokeStaff } from './revoke.ts';

/**
 * Takes a person off the staff, as `revokeStaff`, and says before what nobody could do any more: then it is done only
 * `despite` that. It is never refused for good, since whoever is an infiltrator has to go.
 */
export async function revokeKnowingly(
  ctx: CoreContext,
  { staffId, despite }: { readonly staffId: StaffId; readonly despite: boolean },
): Promise<Result<{ readonly staffId: StaffId }, RevokeStaffRefusal | WouldBreak>> {
  return inTransaction(ctx, async (tx) => {
    await lockLimits(tx);
    const duties = despite ? [] : await lossesBy(tx, { staffId, keeps: null });
    return duties.length > 0 ? refused({ code: 'would-break', duties }) : revokeStaff(tx, staffId);
  });
}
