import type { AccountId } from './ids.ts';
import {
  type CommitOutcome,
  LOOKED_FOR,
  type Place,
  type ReconcileOutcome,
  type Repeat,
  type StepFailure,
} from './network.ts';
import type { DeliveryState, RetractionState } from './words.ts';

/** What becomes of a delivery to an account after a step. */
export type StepEnd =
  | { readonly do: 'sent'; readonly at: Place }
  /** It ends here, and what follows it in its thread with it. */
  | { readonly do: 'fail'; readonly outcome: string }
  /** It ends here, and its contact gets nothing more. */
  | { readonly do: 'switch-off'; readonly outcome: string }
  /** It has its turn again after so many seconds. `rest`: nothing goes to the account before. */
  | {
      readonly do: 'again';
      readonly seconds: number;
      readonly outcome: string;
      readonly rest: boolean;
      /** Whether it counts as a failure of the account. */
      readonly counts: boolean;
      /** What this step leaves of it: it may stand there, it does not, or nothing was done that could. */
      readonly leaves: 'perhaps' | 'absent' | 'nothing';
    }
  /** It waits until somebody has connected the account again. */
  | { readonly do: 'disconnect'; readonly outcome: string }
  /** It may stand there: somebody looks after so many seconds. */
  | { readonly do: 'look'; readonly seconds: number; readonly outcome: string }
  /** It may stand there, and only a person can find out. */
  | { readonly do: 'park'; readonly outcome: string };

/** How a delivery stands for whoever looks at its post: what became of it, or of taking it back. */
export const deliveryStandings = [
  'planned',
  'attempting',
  'stands',
  'unknown',
  'failed',
  'cancelled',
  /** It is to be taken down, and has not been yet. */
  'leaving',
  'retracted',
  /** It stands there for good: the network takes nothing back, or refused to take this. */
  'stays',
] as const;
export type DeliveryStanding = (typeof deliveryStandings)[number];

/** How a delivery stands. */
export function standingOf({
  state,
  retraction,
}: {
  readonly state: DeliveryState;
  readonly retraction: RetractionState | null;
}): DeliveryStanding {
  if (retraction === 'done') return 'retracted';
  if (retraction === 'failed') return 'stays';
  if (retraction === 'asked') return 'leaving';
  return state === 'sent' ? 'stands' : state;
}

/**
 * Whether a retraction would change anything that somebody sees, or will see. `can`: whether its network takes anything back;
 * where it does not, what stands there only stays.
 */
export function isRetractable(standing: DeliveryStanding, can: boolean): boolean {
  if (standing === 'stays' || standing === 'stands') return can;
  return ['planned', 'attempting', 'unknown'].includes(standing);
}

/**
 * After so many failures in a row an account is paused. It rests after each (`restAfter`), so the first of them is more
 * than ten minutes ago by then: an outage of the network, or of our own line, that passes sooner pauses nothing.
 */
export const FAILURES_MAX = 11;

/** How long a publish stays news when the post names no end: an outage of days ends in no burst of old posts. */
export const lasts = Temporal.Duration.from({ hours: 72 });

/** What says when a text has its turns on accounts; all of it is covered by the signatures of its approvals. */
export interface Turns {
  /** When the last approval that it takes was given. */
  readonly approvedAt: Temporal.Instant;
  readonly notBefore: Temporal.Instant | null;
  readonly notAfter: Temporal.Instant | null;
  /** Null for contacts, who wait for no embargo. */
  readonly embargoUntil: Temporal.Instant | null;
  readonly spread: Spread | null;
}

/** The accounts of a post in their order, with a gap between two of them; null where all have their turns at once. */
export type Spread = { readonly gapSeconds: number; readonly accounts: readonly AccountId[] };

/**
 * Until when a text may go out on its accounts: the end that was approved, or, of a post that names none, as long as it
 * stays news after the last turn that it can have. Its row may name an earlier end, never a later one.
 */
export function endOfTurns({
  approvedAt,
  notBefore,
  notAfter,
  embargoUntil,
  spread,
}: Turns): Temporal.Instant {
  if (notAfter !== null) return notAfter;
  const first = [approvedAt, notBefore, embargoUntil]
    .filter((instant) => instant !== null)
    .reduce((one, other) => (Temporal.Instant.compare(one, other) < 0 ? other : one));
  const gaps = spread === null ? 0 : spread.gapSeconds * spread.accounts.length;
  return first.add({ seconds: gaps }).add(lasts);
}

const LONGEST_BACKOFF_SECONDS = 300;
/** Mail servers that do not know us take a message minutes later, full ones hours later. */
const LONGEST_CONTACT_SECONDS = 3600;

/** In seconds: what failed, and its account with it, rests so long after so many failures in a row. */
export function restAfter(failures: number): number {
  return Math.min(LONGEST_BACKOFF_SECONDS, 2 ** Math.max(0, failures - 1));
}

/** In seconds: after so many tries to take something back it is tried again so much later. */
export function retractAgainAfter(tries: number): number {
  return Math.min(900, 60 * 2 ** Math.max(0, tries - 1));
}

/** How often it has not gone well, with this time. */
export interface Tries {
  /** Of its account, in a row. */
  readonly failures: number;
  /** Of the delivery itself: what one contact's server does not take says nothing about the account. */
  readonly attempts: number;
}

/** What follows from an attempt. Pure and total. */
export function judgeCommit(outcome: CommitOutcome, repeat: Repeat, tries: Tries): StepEnd {
  if (outcome.kind === 'published') return { do: 'sent', at: outcome.at };
  if (outcome.kind !== 'unknown') return judgeFailure(outcome, tries);
  switch (repeat.kind) {
    case 'created-once':
      return again(outcome.code, tries.failures, 'perhaps');
    case 'looked-for':
      return { do: 'look', seconds: 0, outcome: outcome.code };
    case 'never':
      return { do: 'park', outcome: outcome.code };
  }
}

/** What follows from a step that certainly published nothing. */
export function judgeFailure(failure: StepFailure, { failures, attempts }: Tries): StepEnd {
  switch (failure.kind) {
    case 'rejected':
      return { do: 'fail', outcome: failure.reason };
    case 'reconnect':
      return { do: 'disconnect', outcome: failure.reason };
    case 'contact-refused':
      if (failure.lasting) return { do: 'switch-off', outcome: failure.reason };
      return {
        do: 'again',
        seconds: Math.min(LONGEST_CONTACT_SECONDS, 60 * 2 ** Math.max(0, attempts - 1)),
        outcome: failure.reason,
        rest: false,
        counts: false,
        leaves: 'nothing',
      };
    case 'held':
    case 'rate-limited':
      return {
        do: 'again',
        seconds: failure.seconds,
        outcome: failure.kind === 'held' ? failure.code : 'rate-limited',
        rest: true,
        counts: false,
        leaves: 'nothing',
      };
    case 'not-done':
      return again(failure.code, failures, 'nothing');
  }
}

/**
 * What follows from having looked whether a delivery stands. `elapsed`: seconds since its last attempt. Only what is not
 * there once the network has had its time counts as absent.
 */
export function judgeLook(outcome: ReconcileOutcome, repeat: Repeat, elapsed: number): StepEnd {
  if (outcome.kind === 'found') return { do: 'sent', at: outcome.at };
  if (outcome.kind === 'reconnect') return { do: 'disconnect', outcome: outcome.reason };
  const { settlesAfter, lookFor } = timesOf(repeat);
  if (outcome.kind === 'absent') {
    if (elapsed >= settlesAfter)
      return { do: 'again', seconds: 0, outcome: 'absent', rest: false, counts: true, leaves: 'absent' };
    return { do: 'look', seconds: Math.min(settlesAfter - elapsed, elapsed * 2 + 3), outcome: 'absent' };
  }
  if (elapsed >= lookFor) return { do: 'park', outcome: outcome.code };
  return { do: 'look', seconds: Math.min(LONGEST_BACKOFF_SECONDS, elapsed + 5), outcome: outcome.code };
}

/** What is created once is looked for only before it ends here; a request that we gave up on may come through for as long. */
function timesOf(repeat: Repeat): { readonly settlesAfter: number; readonly lookFor: number } {
  switch (repeat.kind) {
    case 'looked-for':
      return repeat;
    case 'created-once':
      return LOOKED_FOR;
    case 'never':
      return { settlesAfter: 0, lookFor: 0 };
  }
}

function again(outcome: string, failures: number, leaves: 'perhaps' | 'nothing'): StepEnd {
  return { do: 'again', seconds: restAfter(failures), outcome, rest: false, counts: true, leaves };
}
