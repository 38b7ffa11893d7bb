import { hasRole, type StaffActor } from './actor.ts';
import type { StaffId } from './ids.ts';
import type { Role, StaffRequestKind } from './words.ts';

/** How long what one person asked for waits for a second one. */
export const staffRequestLasts = Temporal.Duration.from({ hours: 24 });

/** How long everybody can object before somebody who lost their keys gets new ones. */
export const replacementWaits = Temporal.Duration.from({ hours: 24 });

/** How long somebody has to come once their invitation counts. */
export const invitationLasts = Temporal.Duration.from({ hours: 72 });

/** Whose word counts: admins take people on; whoever decides vouches for a colleague who lost their keys. */
export const rolesForRequest: Readonly<Record<StaffRequestKind, readonly Role[]>> = {
  invite: ['admin'],
  'replace-keys': ['admin', 'approver', 'coordinator', 'lawyer'],
};

export type StaffRequestRefusal =
  | { readonly code: 'role-missing' }
  /** Nobody vouches for themselves. */
  | { readonly code: 'own-keys' };

/** Whether `actor` may ask for something that concerns a person, or for inviting somebody new; null when they may. */
export function mayAskFor(
  kind: StaffRequestKind,
  actor: StaffActor,
  concerns: StaffId | null,
): StaffRequestRefusal | null {
  if (!hasRole(actor, ...rolesForRequest[kind])) return { code: 'role-missing' };
  return concerns === actor.id ? { code: 'own-keys' } : null;
}

/** Whether `actor` may be the second person; null when they may. */
export function mayAgreeTo(
  request: {
    readonly kind: StaffRequestKind;
    readonly concerns: StaffId | null;
    readonly askedBy: StaffId;
    readonly askedAt: Temporal.Instant;
  },
  actor: StaffActor,
  now: Temporal.Instant,
): StaffRequestRefusal | { readonly code: 'own-request' } | { readonly code: 'request-lapsed' } | null {
  const refusal = mayAskFor(request.kind, actor, request.concerns);
  if (refusal !== null) return refusal;
  if (request.askedBy === actor.id) return { code: 'own-request' };
  return isOver({ ...request, agreedAt: null }, now) ? { code: 'request-lapsed' } : null;
}

/** Whether nothing can come of a request any more: nobody agreed in time, or the link that came of it has expired. */
export function isOver(
  request: {
    readonly kind: StaffRequestKind;
    readonly askedAt: Temporal.Instant;
    readonly agreedAt: Temporal.Instant | null;
  },
  now: Temporal.Instant,
): boolean {
  const end =
    request.agreedAt === null
      ? request.askedAt.add(staffRequestLasts)
      : linkCounts(request.kind, request.agreedAt).add(invitationLasts);
  return Temporal.Instant.compare(end, now) <= 0;
}

/** From when on the link counts that two have agreed to. */
export function linkCounts(kind: StaffRequestKind, agreedAt: Temporal.Instant): Temporal.Instant {
  return kind === 'replace-keys' ? agreedAt.add(replacementWaits) : agreedAt;
}
