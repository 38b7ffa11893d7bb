import { SHOWN_FROM, type ShownCount, shownCount } from './shown-count.ts';
import type { BroadcastState, DeliveryState } from './words.ts';

/** What was counted of a broadcast at one moment. Never shown as it stands: its counts may be of single people. */
export interface Observation {
  /** Milliseconds of a clock that never jumps. */
  readonly at: number;
  readonly state: BroadcastState;
  /** The class of fault of which there were too many; null unless `halted`. */
  readonly haltedFor: string | null;
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** How many of the planned are not due yet: quiet hours, a flood wait. */
  readonly later: number;
  /** When the first and the last of those fall due; null without any. */
  readonly nextDue: Temporal.Instant | null;
  readonly lastDue: Temporal.Instant | null;
  /** What else is due at the same bot and goes before this broadcast or takes turns with it; see `turns.ts`. */
  readonly others: readonly Other[];
}

/**
 * `before`: a more pressing broadcast; `same-case`: an older one of the same case and rank; `other-case`: everything
 * of another case in the same rank, which takes turns with this one's.
 */
export interface Other {
  readonly goes: 'before' | 'same-case' | 'other-case';
  /** The broadcast's, or for `other-case` the case's. */
  readonly id: string;
  /** How many deliveries of it are due. */
  readonly left: number;
}

/** How far a broadcast has come, as it may be shown. */
export interface Progress {
  readonly state: BroadcastState;
  readonly haltedFor: string | null;
  readonly deliveries: Readonly<Record<DeliveryState, ShownCount>>;
  /** Whole percent that are settled; null where it would tell of single people. */
  readonly percent: number | null;
  /** Deliveries of this broadcast settled in a second, as observed; null when too few were. */
  readonly perSecond: number | null;
  /**
   * How long until the last of it is settled, with all that goes before it and its share of what goes with it, at
   * the rate observed; null when that is not known.
   */
  readonly secondsLeft: number | null;
  /** When it goes on, if all that is left is put off until later. */
  readonly waitsUntil: Temporal.Instant | null;
  /** Nothing of it will change any more, unless somebody sends it once more. */
  readonly over: boolean;
}

/** Over how long the rate is measured, in milliseconds. */
const RATE_WINDOW_MS = 30_000;

/** With fewer deliveries than this a percent would stand for less than a person. */
const PERCENT_FROM = 100;

/**
 * How far a broadcast has come, from what was observed of it, oldest first (at least one). Pure.
 *
 * Nothing in it tells a count under 20: rate and time left are told only of 20 or more settled, and no less time than
 * 20 would take.
 */
export function progressOf(observations: readonly Observation[], now: Temporal.Instant): Progress {
  const newest = observations.at(-1);
  if (newest === undefined) throw new Error('A progress was asked for before anything was observed.');
  const { state, haltedFor, counts } = newest;
  const measured = state === 'running' ? measure(windowOf(observations)) : null;
  const waits = state === 'running' && due(newest) === 0 && newest.later > 0;
  return {
    state,
    haltedFor,
    deliveries: {
      planned: shownCount(counts.planned),
      attempting: shownCount(counts.attempting),
      sent: shownCount(counts.sent),
      failed: shownCount(counts.failed),
      unknown: shownCount(counts.unknown),
      cancelled: shownCount(counts.cancelled),
    },
    percent: percentOf(counts),
    perSecond:
      measured === null || measured.own < SHOWN_FROM ? null : rounded(measured.own / measured.seconds),
    secondsLeft: measured === null || waits ? null : secondsLeft(newest, measured, now),
    waitsUntil: waits ? newest.nextDue : null,
    over: state === 'finished' || (state === 'cancelled' && left(newest) === 0),
  };
}

/** What of `observations` the rate is measured by: those of the last while, and at least the last two. */
export function windowOf(observations: readonly Observation[]): readonly Observation[] {
  const newest = observations.at(-1);
  if (newest === undefined) return [];
  // What lies before a standstill says nothing about the rate since.
  const began = observations.findLastIndex(({ state }) => state !== newest.state) + 1;
  const recent = observations.findIndex(({ at }) => at >= newest.at - RATE_WINDOW_MS);
  return observations.slice(Math.max(began, Math.min(recent, observations.length - 2)));
}

interface Measured {
  readonly seconds: number;
  /** How many deliveries of this broadcast were settled, and of all that goes before or with it. */
  readonly own: number;
  readonly all: number;
}

function measure(observations: readonly Observation[]): Measured | null {
  const [oldest, newest] = [observations.at(0), observations.at(-1)];
  if (oldest === undefined || newest === undefined || newest.at <= oldest.at) return null;
  let [own, others] = [0, 0];
  for (const [index, observation] of observations.entries()) {
    const before = observations[index - 1];
    if (before === undefined) continue;
    own += Math.max(0, tried(observation) - tried(before));
    for (const other of before.others) {
      // One that is gone from the list may have been finished or stopped: what it did last is not known.
      const still = observation.others.find(({ id }) => id === other.id);
      if (still !== undefined) others += Math.max(0, other.left - still.left);
    }
  }
  return { seconds: (newest.at - oldest.at) / 1000, own, all: own + others };
}

function secondsLeft(newest: Observation, measured: Measured, now: Temporal.Instant): number | null {
  if (measured.all < SHOWN_FROM) return null;
  const perSecond = measured.all / measured.seconds;
  const before = sumOf(newest, 'before');
  const ownCase = sumOf(newest, 'same-case') + Math.max(left(newest), SHOWN_FROM);
  // Each other case has a turn for each of ours, for as long as it has anything.
  const turns = newest.others.map(({ goes, left }) => (goes === 'other-case' ? Math.min(left, ownCase) : 0));
  const work = turns.reduce((sum, count) => sum + count, before + ownCase) / perSecond;
  if (newest.lastDue === null) return Math.ceil(work);
  // What waits for an hour may all wait for the same one.
  const until = (newest.lastDue.epochMilliseconds - now.epochMilliseconds) / 1000;
  return Math.ceil(Math.max(work, until + Math.max(newest.later, SHOWN_FROM) / perSecond));
}

function sumOf({ others }: Observation, goes: Other['goes']): number {
  return others.reduce((sum, other) => (other.goes === goes ? sum + other.left : sum), 0);
}

/** What the sender worked on: what was cancelled took no time. */
function tried({ counts }: Observation): number {
  return counts.sent + counts.failed + counts.unknown;
}

function left({ counts }: Observation): number {
  return counts.planned + counts.attempting;
}

function due(observation: Observation): number {
  return left(observation) - observation.later;
}

function percentOf(counts: Observation['counts']): number | null {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total < PERCENT_FROM) return null;
  return Math.floor((100 * (total - counts.planned - counts.attempting)) / total);
}

/** To a tenth. */
function rounded(rate: number): number {
  return Math.round(rate * 10) / 10;
}
