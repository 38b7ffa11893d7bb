import { hasRole } from '../../domain/actor.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Role } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';
import { findStaff } from './find.ts';

/** Who asked for what takes two, and when; null when nobody did, or when their asking counts no longer. */
export type StandingRequest = { readonly by: StaffId; readonly at: Temporal.Instant } | null;

/** A request counts for as long as who asked is on the staff, with one of the roles that may ask. */
export async function standingRequest(
  ctx: CoreContext,
  { by, at }: { readonly by: StaffId | null; readonly at: Temporal.Instant | null },
  roles: readonly Role[],
): Promise<StandingRequest> {
  if (by === null || at === null) return null;
  const asker = await findStaff(ctx, by);
  return asker !== undefined && hasRole(asker, ...roles) ? { by, at } : null;
}
