import { eq } from 'drizzle-orm';
import { cases } from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { CaseId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { isLeftToNobody, lockLimits } from '../staff/deciders.ts';
import type { CaseRow } from './find.ts';
import { lockCase } from './lock.ts';
import { tellOfClosing } from './tell-of-case.ts';

export type ReopenCaseRefusal =
  | { readonly code: 'not-a-coordinator' }
  | { readonly code: 'case-unknown' }
  /** Whoever decides on facts is limited to other cases. */
  | { readonly code: 'deciders-too-few'; readonly cases: readonly string[] };

/** Opens a closed case again, and tells everybody else who works on it. What was taken back when it was closed stays so. */
export async function reopenCase(
  ctx: StaffContext,
  input: { readonly caseId: CaseId },
): Promise<Result<CaseRow, ReopenCaseRefusal>> {
  if (!hasRole(ctx.actor, 'coordinator', 'admin')) return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    await lockLimits(tx);
    const found = await lockCase(tx, input.caseId);
    if (found === undefined) return refused({ code: 'case-unknown' });
    if (found.status === 'open') return done(found);
    if (await isLeftToNobody(tx, found.id)) return refused({ code: 'deciders-too-few', cases: [found.slug] });
    await tx.db.update(cases).set({ status: 'open' }).where(eq(cases.id, found.id));
    await audit(tx, { verb: 'cases/reopen', subject: { type: 'case', id: found.id } });
    const opened: CaseRow = { ...found, status: 'open' };
    await tellOfClosing(tx, opened);
    return done(opened);
  });
}
