import { announcedChanges, type HearingFacts } from './hearing.ts';
import { compareMove, resolveStart } from './hearing-time.ts';
import type { Role } from './words.ts';
import type { ZoneRules } from './zone.ts';

/*
 * Everyone who may decide is called 0, 2, 5 and 10 minutes after a change of a hearing that is less than a day off was
 * recorded. If nobody has decided two minutes after the last call, a move to an earlier time is told unconfirmed.
 */

/** How long after each call the next is due; after the last, how long it may still be answered. */
const gaps = [{ minutes: 2 }, { minutes: 3 }, { minutes: 5 }, { minutes: 2 }] as const;

/** How often everyone is called in all. */
export const ringsInAll = gaps.length;

/** From here on before a hearing, whoever may decide is called and not only asked. */
export const calledWithin = Temporal.Duration.from({ hours: 24 });

/** A call that is so late, as after an outage, moves those after it: people keep the time that they were to have. */
const heldUp = Temporal.Duration.from({ seconds: 30 });

/**
 * From when on people are called to decide on `after`: now, or a day before the nearer of the old and the new start.
 * Null when there is nothing that followers would be told, or no start is ahead.
 */
export function ringsFrom(
  before: HearingFacts | null,
  after: HearingFacts,
  now: Temporal.Instant,
  rules: ZoneRules,
): Temporal.Instant | null {
  if (after.status === 'held') return null;
  if (before !== null && announcedChanges(before, after).length === 0) return null;
  const start = nearestStart(before, after, now, rules);
  if (start === null) return null;
  const from = start.subtract(calledWithin);
  return Temporal.Instant.compare(from, now) < 0 ? now : from;
}

/** The nearer of the old and the new start that is still ahead; of one without an hour, the begin of its day. */
export function nearestStart(
  before: HearingFacts | null,
  after: HearingFacts,
  now: Temporal.Instant,
  rules: ZoneRules,
): Temporal.Instant | null {
  const ahead = [before, after].flatMap((facts) => {
    const start = facts === null || facts.status === 'held' ? null : resolveStart(facts, rules);
    return start === null || Temporal.Instant.compare(start.latest, now) <= 0 ? [] : [start.earliest];
  });
  return ahead.sort(Temporal.Instant.compare)[0] ?? null;
}

/** When what follows call number `rung` (from 1) is due: the next call, or after the last the end of the wait. */
export function afterRing(rung: number, dueAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const gap = gaps[rung - 1];
  if (gap === undefined) throw new RangeError(`There is no call number ${rung}.`);
  const isHeldUp = Temporal.Instant.compare(dueAt.add(heldUp), now) < 0;
  return (isHeldUp ? now : dueAt).add(gap);
}

/** On whose word alone a move to an earlier time is told. */
const soleWordRoles = ['lawyer', 'coordinator'] as const satisfies readonly Role[];

/**
 * Whether a change may be told before a second person has confirmed it, and as what: a move earlier than what is in
 * effect, and than what followers were told last (`told`, where that is something else), by somebody whose word is
 * enough. Only the move: court, room and all else stay as two people have them. Null: it waits for a second person.
 */
export function soleWord(
  change: {
    readonly inEffect: HearingFacts;
    readonly told: HearingFacts | null;
    readonly after: HearingFacts;
    readonly recorderRoles: readonly Role[];
  },
  rules: ZoneRules,
): HearingFacts | null {
  const { inEffect, told, after, recorderRoles } = change;
  if (!recorderRoles.some((role) => soleWordRoles.some((one) => one === role))) return null;
  if (inEffect.status !== 'scheduled' || after.status !== 'scheduled') return null;
  // The hour of another zone would be told of the old court's clock.
  if (inEffect.zone !== after.zone) return null;
  const known = told === null ? [inEffect] : [inEffect, told];
  if (known.some((facts) => compareMove(facts, after, rules) !== 'earlier')) return null;
  return movedOnly(inEffect, after);
}

/** What two people have confirmed, at the time that one person says. */
export function movedOnly(inEffect: HearingFacts, after: HearingFacts): HearingFacts {
  const { localDate, localTime, sources, checkedOn } = after;
  return { ...inEffect, localDate, localTime, sources, checkedOn };
}
