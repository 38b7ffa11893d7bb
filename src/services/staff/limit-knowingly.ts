import type { CaseId, StaffId } from '../../domain/ids.ts';
import { type Result, refused } from '../../domain/result.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { lockLimits } from './deciders.ts';
import { type LimitToCasesRefusal, limitToCases, mayLimit } from './limit-to-cases.ts';
import { lossesBy, type WouldBreak } from './losses.ts';

/**
 * Limits a person to some cases, as `limitToCases`, and says before what nobody could do any more: then it is done only
 * `despite` that.
 */
export async function limitKnowingly(
  ctx: CoreContext,
  input: { readonly staffId: StaffId; readonly caseIds: readonly CaseId[]; readonly despite: boolean },
): Promise<Result<{ readonly caseIds: readonly CaseId[] }, LimitToCasesRefusal | WouldBreak>> {
  const { staffId, caseIds, despite } = input;
  return inTransaction(ctx, async (tx) => {
    await lockLimits(tx);
    // What it is refused for anyway goes before: nobody can say that they know it.
    const refusal = await mayLimit(tx, input);
    if (refusal !== null) return refused(refusal);
    const duties = despite || caseIds.length === 0 ? [] : await lossesBy(tx, { staffId, keeps: caseIds });
    return duties.length > 0 ? refused({ code: 'would-break', duties }) : limitToCases(tx, input);
  });
}
