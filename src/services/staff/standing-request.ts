import { hasRole, worksOnCase } from '../../domain/actor.ts';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import type { Role } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';
import { findStaff } from './find.ts';

/** Who asked for what takes two, and when; null when nobody did, or when their asking counts no longer. */
export type StandingRequest = { readonly by: StaffId; readonly at: Temporal.Instant } | null;

/** A request counts for as long as who asked is on the staff, with one of the roles that may ask, and works on the case (null: on all). */
export async function standingRequest(
  ctx: CoreContext,
  { by, at }: { readonly by: StaffId | null; readonly at: Temporal.Instant | null },
  { roles, caseId }: { readonly roles: readonly Role[]; readonly caseId: CaseId | null },
): Promise<StandingRequest> {
  if (by === null || at === null) return null;
  const asker = await findStaff(ctx, by);
  if (asker === undefined || !hasRole(asker, ...roles) || !worksOnCase(asker, caseId)) return null;
  return { by, at };
}
