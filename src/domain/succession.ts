import { hasRole, type StaffActor } from './actor.ts';
import type { StaffId } from './ids.ts';
import { invitationLasts, replacementWaits, rolesForRequest, staffRequestLasts } from './staff-request.ts';
import type { Role } from './words.ts';

/*
 * Who takes over a role when those are gone who hold it. Two people name a colleague in advance, in calm; on the day one of
 * those who are left asks them to take over, everybody is told and can object for a day, and then they come into the role by
 * a key of their own. So one person who is left is enough, and an infiltrator alone neither names nor hastens anything.
 */

/** Somebody whom two have named for some roles. */
export interface NamedSuccessor {
  readonly staffId: StaffId;
  readonly roles: readonly Role[];
}

/** Whose word on a successor counts: whoever vouches for colleagues. */
export const successionVouchers: readonly Role[] = rolesForRequest['replace-keys'];

export type SuccessionRefusal =
  | { readonly code: 'role-missing' }
  /** Nobody speaks for themselves. */
  | { readonly code: 'own-keys' }
  | { readonly code: 'own-request' }
  | { readonly code: 'request-lapsed' };

/** Whether `actor` may name somebody for roles: an admin for any, everybody else who vouches for those that they hold. */
export function mayNameSuccessor(
  actor: StaffActor,
  { staffId, roles }: NamedSuccessor,
): SuccessionRefusal | null {
  const forbidden = mayCallSuccessor(actor, staffId);
  if (forbidden !== null) return forbidden;
  const own = hasRole(actor, 'admin') || roles.every((role) => hasRole(actor, role));
  return own ? null : { code: 'role-missing' };
}

/** Whether `actor` may be the second one to name them. */
export function mayAgreeToSuccessor(
  actor: StaffActor,
  named: { readonly staffId: StaffId; readonly namedBy: StaffId; readonly namedAt: Temporal.Instant },
  now: Temporal.Instant,
): SuccessionRefusal | null {
  const forbidden = mayCallSuccessor(actor, named.staffId);
  if (forbidden !== null) return forbidden;
  if (named.namedBy === actor.id) return { code: 'own-request' };
  return isPast(named.namedAt.add(staffRequestLasts), now) ? { code: 'request-lapsed' } : null;
}

/** Whether `actor` may ask somebody who was named to take over: whoever vouches, works on all cases and is another. */
export function mayCallSuccessor(actor: StaffActor, staffId: StaffId): SuccessionRefusal | null {
  if (actor.cases !== null || !hasRole(actor, ...successionVouchers)) return { code: 'role-missing' };
  return staffId === actor.id ? { code: 'own-keys' } : null;
}

/** From when on, and until when, whoever was asked can take over. */
export function takesOver(calledAt: Temporal.Instant): { from: Temporal.Instant; until: Temporal.Instant } {
  const from = calledAt.add(replacementWaits);
  return { from, until: from.add(invitationLasts) };
}

/** Whether a naming waits for its second person, stands, or nothing can come of it any more. */
export function namingState(
  { namedAt, agreedAt }: { namedAt: Temporal.Instant; agreedAt: Temporal.Instant | null },
  now: Temporal.Instant,
): 'waits' | 'stands' | 'lapsed' {
  if (agreedAt !== null) return 'stands';
  return isPast(namedAt.add(staffRequestLasts), now) ? 'lapsed' : 'waits';
}

/** How far the asking of somebody to take over has come. */
export function callState(
  calledAt: Temporal.Instant | null,
  now: Temporal.Instant,
): 'none' | 'waits' | 'counts' {
  if (calledAt === null) return 'none';
  const { from, until } = takesOver(calledAt);
  if (isPast(until, now)) return 'none';
  return isPast(from, now) ? 'counts' : 'waits';
}

function isPast(end: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(end, now) <= 0;
}
