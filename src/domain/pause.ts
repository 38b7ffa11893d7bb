import { hasRole, type StaffActor } from './actor.ts';
import { type ActionRequest, stands } from './broadcast-action.ts';
import type { StaffId } from './ids.ts';
import type { Role } from './words.ts';

/** Whose wish to start posts again counts: to start again is to decide once more that they go out. */
export const mayLift: readonly Role[] = ['approver'];

/** What becomes of the wish to lift a pause. */
export type LiftVerdict =
  | { readonly do: 'refuse'; readonly code: 'not-an-approver' }
  /** It takes a second person, who has not spoken yet. `again`: the same person had asked before. */
  | { readonly do: 'ask'; readonly again: boolean }
  | { readonly do: 'lift'; readonly agreedWith: StaffId };

/**
 * What becomes of the wish to lift a pause: anybody on the staff pauses posts alone, and two approvers start them again.
 * Pure and total.
 */
export function judgeLift(
  asked: Omit<ActionRequest, 'action'> | null,
  actor: StaffActor,
  now: Temporal.Instant,
): LiftVerdict {
  if (!hasRole(actor, ...mayLift)) return { do: 'refuse', code: 'not-an-approver' };
  if (asked === null || !stands(asked, now)) return { do: 'ask', again: false };
  return asked.by === actor.id ? { do: 'ask', again: true } : { do: 'lift', agreedWith: asked.by };
}
