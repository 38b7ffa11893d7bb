import { factDeciders, hasRole, type StaffActor } from './actor.ts';
import type { StaffId } from './ids.ts';
import {
  type BroadcastAction,
  type BroadcastKind,
  type BroadcastState,
  broadcastActions,
  type Role,
} from './words.ts';

/** How long what one person asked for waits for a second one. */
export const requestLasts = Temporal.Duration.from({ minutes: 30 });

/** What one person has asked for and a second must agree to. */
export interface ActionRequest {
  readonly action: BroadcastAction;
  readonly by: StaffId;
  readonly at: Temporal.Instant;
}

/** What an action leads to from each state; without an entry it is refused. An entry of the same state: it is so already. */
const leadsTo = {
  pause: { running: 'paused', paused: 'paused' },
  resume: { paused: 'running', halted: 'running', running: 'running' },
  cancel: { running: 'cancelled', paused: 'cancelled', halted: 'cancelled', cancelled: 'cancelled' },
} as const satisfies Record<BroadcastAction, { readonly [S in BroadcastState]?: BroadcastState }>;

/**
 * How many people an action takes. A post may be stopped by one person and started again by two; an alert is the
 * other way round: a hearing that nobody was told of does more harm than one told of in vain.
 */
export function peopleFor(kind: BroadcastKind, action: BroadcastAction): 1 | 2 {
  // It tells what was told before: to stop or start it takes nobody else.
  if (kind === 'digest') return 1;
  const starts = action === 'resume';
  return (kind === 'post') === starts ? 2 : 1;
}

/** Who may act on some broadcast at all. */
export const mayAct: readonly Role[] = factDeciders;

/**
 * Whose action counts: whoever may decide on a hearing's facts may act on any broadcast; to start a post again is to
 * decide once more that it goes out, which only approvers do.
 */
export function rolesFor(kind: BroadcastKind, action: BroadcastAction): readonly Role[] {
  return kind === 'post' && action === 'resume' ? ['approver'] : mayAct;
}

/** What becomes of an action. */
export type ActionVerdict =
  | { readonly do: 'refuse'; readonly code: 'not-an-approver' | 'action-impossible' }
  /** It is so already: nothing changes, and a request for something else is dropped. */
  | { readonly do: 'nothing' }
  /** It takes a second person, who has not spoken yet. `again`: the same person had asked before. */
  | { readonly do: 'ask'; readonly again: boolean }
  /** `agreedWith`: who asked first, where it took two. */
  | { readonly do: 'move'; readonly to: BroadcastState; readonly agreedWith: StaffId | null };

/** What becomes of `action`, asked for by `actor` at `now`. Pure and total. */
export function judgeAction(
  broadcast: {
    readonly kind: BroadcastKind;
    readonly state: BroadcastState;
    readonly asked: ActionRequest | null;
  },
  action: BroadcastAction,
  actor: StaffActor,
  now: Temporal.Instant,
): ActionVerdict {
  const { kind, state, asked } = broadcast;
  if (!hasRole(actor, ...rolesFor(kind, action))) return { do: 'refuse', code: 'not-an-approver' };
  const to = stateAfter(state, action);
  if (to === null) return { do: 'refuse', code: 'action-impossible' };
  if (to === state) return { do: 'nothing' };
  if (peopleFor(kind, action) === 1) return { do: 'move', to, agreedWith: null };
  const standing = asked !== null && asked.action === action && stands(asked, now) ? asked : null;
  if (standing === null) return { do: 'ask', again: false };
  return standing.by === actor.id ? { do: 'ask', again: true } : { do: 'move', to, agreedWith: standing.by };
}

/** Whether a request still waits for its second person; of nothing that was asked for, nobody waits. */
export function stands(asked: { readonly at: Temporal.Instant | null }, now: Temporal.Instant): boolean {
  if (asked.at === null) return false;
  return Temporal.Instant.compare(now, asked.at.add(requestLasts)) < 0;
}

/** What would change something of a broadcast in a state. */
export function actionsFrom(state: BroadcastState): readonly BroadcastAction[] {
  return broadcastActions.filter((action) => {
    const to = stateAfter(state, action);
    return to !== null && to !== state;
  });
}

function stateAfter(state: BroadcastState, action: BroadcastAction): BroadcastState | null {
  const row: { readonly [S in BroadcastState]?: BroadcastState } = leadsTo[action];
  return row[state] ?? null;
}
