import type { PartnerId, StaffId } from './ids.ts';
import type { Language } from './language.ts';
import type { ApprovalPath, Role } from './words.ts';

/** A staff member as a verb sees them: who they are, what they may do, and how they reached us. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly id: StaffId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The languages they have declared to read. */
  readonly languages: readonly Language[];
  readonly via: ApprovalPath;
}

/** A partner's monitor, as its signature has shown. */
export interface PartnerActor {
  readonly kind: 'partner';
  readonly id: PartnerId;
  readonly name: string;
  /** The staff member who made the secret that signed, and could have signed too; null: the operator made it. */
  readonly answeredForBy: StaffId | null;
}

/** Who is behind a verb. A subscriber has no identity; an operator is whoever sits at the machine. */
export type Actor =
  | StaffActor
  | PartnerActor
  | { readonly kind: 'subscriber' }
  | { readonly kind: 'job'; readonly name: string }
  | { readonly kind: 'operator' };

export function hasRole(actor: Pick<StaffActor, 'roles'>, ...anyOf: readonly Role[]): boolean {
  return actor.roles.some((role) => anyOf.includes(role));
}

/** Who may record facts of hearings, incidents and consents. */
export const factRecorders = ['author', 'coordinator', 'lawyer'] as const satisfies readonly Role[];
/** Who may decide on facts that somebody else recorded. */
export const factDeciders = ['approver', 'coordinator', 'lawyer'] as const satisfies readonly Role[];
