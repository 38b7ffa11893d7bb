import { announcedChanges, type HearingFacts, isSameFact, resultOf, startsOn } from './hearing.ts';
import { movedEarlier, recordedParts, resolveStart } from './hearing-time.ts';
import type { HearingId, IncidentId } from './ids.ts';
import { dueInstant, type LeadTime, notAfter as reminderNotAfter } from './lead-time.ts';
import { firstOf, instantsOf } from './wall-clock.ts';
import type { AlertKind } from './words.ts';
import type { ZoneRules } from './zone.ts';

/** What an alert is about. */
export type AlertSubject =
  | { readonly type: 'hearing'; readonly id: HearingId }
  | { readonly type: 'incident'; readonly id: IncidentId };

/** An alert that a revision of a hearing calls for. */
export interface PlannedAlert {
  readonly kind: AlertKind;
  /** Only for a reminder: how long before the hearing. */
  readonly leadTime: LeadTime | null;
  /** Only for what is planned ahead: the start that it is about. */
  readonly startsOn: string | null;
  readonly dueAt: Temporal.Instant;
  /** From here on it is of no use and expires. */
  readonly notAfter: Temporal.Instant;
}

/** Whether alerts of a kind are planned ahead for a certain start, rather than due at once when facts take effect. */
export function isAhead(kind: AlertKind): boolean {
  return kind === 'reminder' || kind === 'no_outcome';
}

/** How long news of what has happened stays news: an outcome, a cancellation, a correction, an incident. */
export const newsLasts = Temporal.Duration.from({ hours: 7 * 24 });

/** An alert that goes out this much after it was due says so. */
export const lateAfter = Temporal.Duration.from({ minutes: 15 });

/**
 * What followers are told when `after` takes effect in place of `before` (null: the first revision), seen
 * from `now`: at most one alert about the change itself, due at once, the reminders still ahead, and the word that
 * nothing is known the day after.
 *
 * Whatever was pending for earlier revisions is superseded by these.
 */
export function alertsFor(
  before: HearingFacts | null,
  after: HearingFacts,
  leadTimes: readonly LeadTime[],
  now: Temporal.Instant,
  zoneRules: ZoneRules,
): PlannedAlert[] {
  const news = newsKind(before, after);
  const alerts: PlannedAlert[] = [];
  if (news !== null)
    alerts.push({ kind: news, leadTime: null, startsOn: null, ...newsWindow(before, after, now, zoneRules) });
  return [...alerts, ...alertsAhead(after, leadTimes, now, zoneRules)];
}

/** What is still ahead of facts that did not change: reminders, and the word that nothing is known the day after. */
export function alertsAhead(
  facts: HearingFacts,
  leadTimes: readonly LeadTime[],
  now: Temporal.Instant,
  zoneRules: ZoneRules,
): PlannedAlert[] {
  const kinds = kindsAhead(facts);
  return [
    ...(kinds.includes('reminder') ? remindersAhead(facts, leadTimes, now, zoneRules) : []),
    ...(kinds.includes('no_outcome') ? silenceAhead(facts, now, zoneRules) : []),
  ];
}

/** What may be ahead of facts. Whoever records that it was held and nothing more has not said what came of it. */
export function kindsAhead(facts: HearingFacts): readonly AlertKind[] {
  if (facts.status === 'scheduled') return ['reminder', 'no_outcome'];
  return facts.status === 'held' && resultOf(facts) === null ? ['no_outcome'] : [];
}

/** Whether the move needs the louder text: the hearing is sooner than people were told. */
export function isMovedEarlier(
  before: HearingFacts | null,
  after: HearingFacts,
  zoneRules: ZoneRules,
): boolean {
  if (before === null || before.status !== 'scheduled' || after.status !== 'scheduled') return false;
  return movedEarlier(before, after, zoneRules);
}

/** With no more than this to go, a hearing's alerts are urgent: news of it goes first, and none waits for the morning. */
const urgentWithin = Temporal.Duration.from({ hours: 24 });

/** How much an alert of a hearing presses. Where either holds it passes quiet hours. */
export interface Pressing {
  /** Whoever comes by the old hour comes too late. */
  readonly movedEarlier: boolean;
  /** No more than a day is left. */
  readonly urgent: boolean;
}

/**
 * How much an alert presses that tells `after` to followers who know `told`. `besides`: what else it speaks of, as what
 * was told wrongly, or the hearing that an adjournment names. The nearest of all these starts counts: who would go by an
 * old one has to be told too.
 */
export function howPressing(
  alert: {
    readonly kind: AlertKind;
    readonly told: HearingFacts | null;
    readonly after: HearingFacts;
    readonly besides: readonly (HearingFacts | null)[];
  },
  now: Temporal.Instant,
  zoneRules: ZoneRules,
): Pressing {
  const { kind, told, after, besides } = alert;
  return {
    movedEarlier: kind === 'changed' && isMovedEarlier(told, after, zoneRules),
    urgent: isUrgent([told, after, ...besides], now, zoneRules),
  };
}

function isUrgent(
  facts: readonly (HearingFacts | null)[],
  now: Temporal.Instant,
  zoneRules: ZoneRules,
): boolean {
  return facts.some((known) => {
    const start = known === null ? null : resolveStart(known, zoneRules);
    if (start === null) return false;
    return (
      Temporal.Instant.compare(start.latest, now) > 0 &&
      Temporal.Instant.compare(start.earliest, now.add(urgentWithin)) <= 0
    );
  });
}

/** Whether followers were told what came of a hearing, and nothing of it holds: what came of it is not known. */
export function isResultTakenBack(before: HearingFacts | null, after: HearingFacts): boolean {
  return before !== null && after.status === 'held' && resultOf(before) !== null && resultOf(after) === null;
}

function newsKind(before: HearingFacts | null, after: HearingFacts): AlertKind | null {
  const result = resultOf(after);
  if (result !== null && !isSameFact(before === null ? null : resultOf(before), result)) {
    // A postponement comes with its reason; it is news of the date, not a decision.
    return after.status === 'held' ? 'outcome' : after.status === 'cancelled' ? 'cancelled' : 'changed';
  }
  if (before === null) return after.status === 'scheduled' ? 'announced' : null;
  if (isResultTakenBack(before, after)) return 'outcome';
  const changes = announcedChanges(before, after);
  if (changes.length === 0) return null;
  switch (after.status) {
    case 'cancelled':
      return changes.includes('status') ? 'cancelled' : null;
    case 'held':
      return null;
    case 'postponed':
    case 'scheduled':
      return 'changed';
  }
}

/**
 * News of a date is of use until that date; but whoever would still come by the old, later one has to be told
 * also when the new one has begun.
 */
function newsWindow(
  before: HearingFacts | null,
  after: HearingFacts,
  now: Temporal.Instant,
  zoneRules: ZoneRules,
): Pick<PlannedAlert, 'dueAt' | 'notAfter'> {
  if (after.status !== 'scheduled') return { dueAt: now, notAfter: now.add(newsLasts) };
  const ends = [before, after].flatMap((facts) => {
    const start = facts?.status === 'scheduled' ? resolveStart(facts, zoneRules) : null;
    return start === null ? [] : [start.latest];
  });
  const last = ends.sort(Temporal.Instant.compare).at(-1);
  return { dueAt: now, notAfter: last ?? now.add(newsLasts) };
}

function remindersAhead(
  facts: HearingFacts,
  leadTimes: readonly LeadTime[],
  now: Temporal.Instant,
  zoneRules: ZoneRules,
): PlannedAlert[] {
  const on = startsOn(facts);
  const useless = reminderNotAfter(facts, zoneRules);
  if (on === null || useless === null) return [];
  const reminders: PlannedAlert[] = [];
  for (const leadTime of leadTimes) {
    const dueAt = dueInstant(facts, leadTime, zoneRules);
    if (dueAt === null || Temporal.Instant.compare(dueAt, now) <= 0) continue;
    reminders.push({
      kind: 'reminder',
      leadTime,
      startsOn: on,
      dueAt,
      notAfter: useless,
    });
  }
  return reminders;
}

/** Courts and lawyers have told by then, if they tell on the day. */
const NOON = new Temporal.PlainTime(12);

/** At noon of the day after, by the court's clock, followers are told that nothing is known, if nothing is. */
function silenceAhead(facts: HearingFacts, now: Temporal.Instant, zoneRules: ZoneRules): PlannedAlert[] {
  const [on, parts] = [startsOn(facts), recordedParts(facts)];
  if (on === null || parts === null) return [];
  const noon = parts.date.add({ days: 1 }).toPlainDateTime(NOON);
  const dueAt = firstOf(instantsOf(noon, facts.zone, zoneRules));
  if (Temporal.Instant.compare(dueAt, now) <= 0) return [];
  return [{ kind: 'no_outcome', leadTime: null, startsOn: on, dueAt, notAfter: dueAt.add(newsLasts) }];
}
