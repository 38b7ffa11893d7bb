import { eq } from 'drizzle-orm';
import { staffCases } from '../../db/schema/index.ts';
import { factDeciders, hasRole } from '../../domain/actor.ts';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { may } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { findCases } from '../cases/find.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { casesLosingDeciders, lockLimits } from './deciders.ts';
import { findStaff } from './find.ts';

export type LimitToCasesRefusal =
  | { readonly code: 'role-missing'; readonly roles: readonly string[] }
  | { readonly code: 'staff-unknown' }
  | { readonly code: 'case-unknown' }
  /** Whoever takes people on and limits them could lift their own limit. */
  | { readonly code: 'admin-not-limited' }
  /** Of these cases, by slug, fewer than two people with a linked chat would be left to decide on facts. */
  | { readonly code: 'deciders-too-few'; readonly cases: readonly string[] };

interface LimitToCases {
  readonly staffId: StaffId;
  readonly caseIds: readonly CaseId[];
}

/** Who limits others. */
const limiters = ['admin'] as const;

/**
 * Limits a staff member to some cases; with none named they work on all again. It counts from their next request or tap on.
 * What they wrote and decided before stands. Refused where it would leave an open case to fewer than two who decide on
 * facts: its alerts would fall silent, and nobody would notice.
 */
export async function limitToCases(
  ctx: CoreContext,
  input: LimitToCases,
): Promise<Result<{ readonly caseIds: readonly CaseId[] }, LimitToCasesRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { staffId } = input;
    const caseIds = [...new Set(input.caseIds)];
    await lockLimits(tx);
    const refusal = await mayLimit(tx, { staffId, caseIds });
    if (refusal !== null) return refused(refusal);
    await tx.db.delete(staffCases).where(eq(staffCases.staffId, staffId));
    if (caseIds.length > 0)
      await tx.db.insert(staffCases).values(caseIds.map((caseId) => ({ staffId, caseId })));
    await audit(tx, {
      verb: 'staff/limit-to-cases',
      subject: { type: 'staff', id: staffId },
      details: { cases: caseIds.length === 0 ? 'all' : caseIds.join(' ') },
    });
    return done({ caseIds });
  });
}

/** Why `limitToCases` would refuse; null when it would not. Call it with the limits locked. */
export async function mayLimit(
  tx: CoreContext,
  { staffId, caseIds: given }: LimitToCases,
): Promise<LimitToCasesRefusal | null> {
  const caseIds = [...new Set(given)];
  if (!may(tx.actor, ...limiters)) return { code: 'role-missing', roles: limiters };
  const member = await findStaff(tx, staffId);
  if (member === undefined) return { code: 'staff-unknown' };
  if ((await findCases(tx, caseIds)).size < caseIds.length) return { code: 'case-unknown' };
  if (caseIds.length > 0 && hasRole(member, 'admin')) return { code: 'admin-not-limited' };
  if (caseIds.length > 0 && hasRole(member, ...factDeciders)) {
    const silent = await casesLosingDeciders(tx, { without: staffId, keeps: caseIds });
    if (silent.length > 0) return { code: 'deciders-too-few', cases: silent };
  }
  return null;
}
