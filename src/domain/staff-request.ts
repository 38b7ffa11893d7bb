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
  | { readonly code: 'role-missing'; readonly roles: readonly Role[] }
  /** Who comes in works on all cases, and so does whoever lets them in. */
  | { readonly code: 'limited-to-cases' }
  /** Nobody vouches for themselves. */
  | { readonly code: 'own-keys' };

/** Whether `actor` may ask for something that concerns a person, or for inviting somebody new; null when they may. */
export function mayAskFor(
  kind: StaffRequestKind,
  actor: StaffActor,
  concerns: StaffId | null,
): StaffRequestRefusal | null {
  const roles = rolesForRequest[kind];
  if (!hasRole(actor, ...roles)) return { code: 'role-missing', roles };
  if (actor.cases !== null) return { code: 'limited-to-cases' };
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

/** What tells how far a request has come. */
interface RequestProgress {
  readonly kind: StaffRequestKind;
  readonly askedAt: Temporal.Instant;
  readonly agreedAt: Temporal.Instant | null;
}

/** Until when something can come of a request: a second person agree, or the link be used that came of it. */
export function staffRequestEnds({ kind, askedAt, agreedAt }: RequestProgress): Temporal.Instant {
  return agreedAt === null ? askedAt.add(staffRequestLasts) : linkCounts(kind, agreedAt).add(invitationLasts);
}

/** Whether nothing can come of a request any more: nobody agreed in time, or the link that came of it has expired. */
export function isOver(request: RequestProgress, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(staffRequestEnds(request), now) <= 0;
}

/** From when on the link counts that two have agreed to. */
export function linkCounts(kind: StaffRequestKind, agreedAt: Temporal.Instant): Temporal.Instant {
  return kind === 'replace-keys' ? agreedAt.add(replacementWaits) : agreedAt;
}
