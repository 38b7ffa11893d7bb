import type { CaseId, PartnerId, StaffId } from './ids.ts';
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
  /** The only cases that they work on; null: all of the campaign. */
  readonly cases: readonly CaseId[] | null;
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

/** Whether the actor has at least one of these roles. */
export function hasRole(actor: Pick<StaffActor, 'roles'>, ...anyOf: readonly Role[]): boolean {
  return actor.roles.some((role) => anyOf.includes(role));
}

/**
 * Of which cases whoever asks may see and do anything; null: of all. Everything that is looked up for somebody is looked up
 * among these, so that another's case is to them as if it were not there.
 */
export function casesOf(actor: Actor): readonly CaseId[] | null {
  return actor.kind === 'staff' ? actor.cases : null;
}

/** Whether whoever asks is told of cases that one person has opened and no second has agreed to: staff, and what works for them. */
export function seesWhatWaits(actor: Actor): boolean {
  return actor.kind !== 'subscriber' && actor.kind !== 'partner';
}

/** Whether a staff member works on a case; on all of them for null. */
export function worksOnCase({ cases }: Pick<StaffActor, 'cases'>, caseId: CaseId | null): boolean {
  return cases === null || (caseId !== null && cases.includes(caseId));
}

/**
 * Whether somebody may do what is about all cases at once, or about none: with one of the roles, and on all cases. Who is
 * limited to some has no say on the rest.
 */
export function mayForAllCases(
  actor: Pick<StaffActor, 'roles' | 'cases'>,
  ...anyOf: readonly Role[]
): boolean {
  return actor.cases === null && hasRole(actor, ...anyOf);
}

/** Whoever does nothing but translate sees, of a post, the texts that they can read, once it was handed in for translation. */
export function onlyTranslates(actor: Actor): actor is StaffActor {
  return actor.kind === 'staff' && actor.roles.every((role) => role === 'translator');
}

/** Who may record facts of hearings, incidents and consents. */
export const factRecorders = ['author', 'coordinator', 'lawyer'] as const satisfies readonly Role[];
/** Who may decide on facts that somebody else recorded. */
export const factDeciders = ['approver', 'coordinator', 'lawyer'] as const satisfies readonly Role[];
