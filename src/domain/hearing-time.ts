import { daySpan, firstOf, instantsOf, lastOf } from './wall-clock.ts';
import { parseZone, SYSTEM_ZONE_RULES, type ZoneRules } from './zone.ts';

/**
 * When a hearing is, as a court says it: its local date, its local time, and the zone whose clocks count. The
 * instant is computed from these, never stored instead of them, since a government may change the zone's rules
 * in between.
 */
export type HearingTime = {
  /** `YYYY-MM-DD`; null while no date is known. */
  readonly localDate: string | null;
  /** `HH:MM`, 00:00 to 23:59; null while no time is known. */
  readonly localTime: string | null;
  /** IANA name. */
  readonly zone: string;
  /** Which of the two is meant when the clocks go back and show this time twice. Ignored otherwise. */
  readonly occurrence?: 'earlier' | 'later';
};

export type HearingTimeFault =
  | 'malformed-date'
  | 'date-out-of-range'
  | 'malformed-time'
  | 'offset'
  | 'unknown-zone';

/** What a date and an hour on the court's wall come to. */
export type ResolvedTime =
  | { readonly kind: 'instant'; readonly instant: Temporal.Instant }
  /** The clocks jump over this time, or the zone skips this date. Both neighbours exist, to the minute. */
  | { readonly kind: 'gap'; readonly before: Temporal.PlainDateTime; readonly after: Temporal.PlainDateTime }
  /** The clocks show this time twice; ask, and record the answer as `occurrence`. */
  | { readonly kind: 'ambiguous'; readonly earlier: Temporal.Instant; readonly later: Temporal.Instant }
  /** No time is known: the hearing is somewhere in [dayStart, dayEnd). */
  | { readonly kind: 'date-only'; readonly dayStart: Temporal.Instant; readonly dayEnd: Temporal.Instant }
  | { readonly kind: 'fault'; readonly fault: HearingTimeFault; readonly remedy: string };

/** Years outside are slips of the keyboard (0209, 2206), not hearings. */
const YEARS = { first: 1900, last: 2199 } as const;

/** Finds the instant of a hearing, or says what stands against it. Never throws on what a person typed. */
export function resolveWallTime(
  hearing: HearingTime & { readonly localDate: string },
  rules: ZoneRules = SYSTEM_ZONE_RULES,
): ResolvedTime {
  const zone = parseZone(hearing.zone, rules);
  if (!zone.ok) return { kind: 'fault', fault: zone.fault, remedy: zone.remedy };
  const parsed = parseParts(hearing.localDate, hearing.localTime);
  if (parsed.kind === 'fault') return parsed;
  const { date, time } = parsed;
  if (time === null) return resolveDay(date, hearing.zone, rules);
  const instants = instantsOf(date.toPlainDateTime(time), hearing.zone, rules);
  switch (instants.kind) {
    case 'once':
      return { kind: 'instant', instant: instants.instant };
    case 'never':
      return { kind: 'gap', before: instants.before, after: instants.after };
    case 'twice':
      if (hearing.occurrence !== undefined) return { kind: 'instant', instant: instants[hearing.occurrence] };
      return { kind: 'ambiguous', earlier: instants.earlier, later: instants.later };
  }
}

function resolveDay(date: Temporal.PlainDate, zone: string, rules: ZoneRules): ResolvedTime {
  const span = daySpan(date, zone, rules);
  if (span !== null) return { kind: 'date-only', dayStart: span.start, dayEnd: span.end };
  const noon = instantsOf(date.toPlainDateTime({ hour: 12 }), zone, rules);
  if (noon.kind !== 'never') throw new Error('a day that a zone skips has no noon');
  return { kind: 'gap', before: noon.before, after: noon.after };
}

/**
 * When a recorded hearing begins: `earliest` and `latest` are the same instant when its time is known, and its
 * day's start and end (exclusive) when not. Null while it has no date.
 *
 * Total: where tz data changed after the hearing was recorded, so that its time is now shown twice or never,
 * the first instant or the one right after the gap is taken, since coming early is the better mistake. Throws
 * only for parts that could never have been recorded, and for a zone that these rules do not know.
 */
export function resolveStart(
  hearing: HearingTime,
  rules: ZoneRules = SYSTEM_ZONE_RULES,
): { readonly earliest: Temporal.Instant; readonly latest: Temporal.Instant } | null {
  const parts = recordedParts(hearing);
  if (parts === null) return null;
  const { date, time } = parts;
  if (time === null) {
    const span = daySpan(date, hearing.zone, rules);
    if (span !== null) return { earliest: span.start, latest: span.end };
  }
  const instants = instantsOf(date.toPlainDateTime(time ?? undefined), hearing.zone, rules);
  const start = hearing.occurrence === 'later' ? lastOf(instants) : firstOf(instants);
  return { earliest: start, latest: start };
}

/**
 * True when the hearing has begun; for one without a time, when its day is over where the court is. False
 * while it has no date.
 */
export function isPast(
  hearing: HearingTime,
  now: Temporal.Instant,
  rules: ZoneRules = SYSTEM_ZONE_RULES,
): boolean {
  const start = resolveStart(hearing, rules);
  return start !== null && Temporal.Instant.compare(start.latest, now) <= 0;
}

/** How a hearing moved; see `compareMove`. */
export type Move = 'earlier' | 'later' | 'same' | 'unclear';

/**
 * How a hearing moved. `earlier` only when whoever comes by the old time comes too late for sure. A time that
 * becomes known, or is withdrawn, within the same day is `unclear`, and so is a date that comes or goes: it
 * moved nobody's appointment yet.
 */
export function compareMove(
  before: HearingTime,
  after: HearingTime,
  rules: ZoneRules = SYSTEM_ZONE_RULES,
): Move {
  const [was, is] = [resolveStart(before, rules), resolveStart(after, rules)];
  if (was === null || is === null) return 'unclear';
  // Two exact times, or two days: compare the starts (days overlap where clocks go back over midnight).
  if ((before.localTime === null) === (after.localTime === null)) {
    const order = Temporal.Instant.compare(is.earliest, was.earliest);
    return order < 0 ? 'earlier' : order > 0 ? 'later' : 'same';
  }
  if (Temporal.Instant.compare(is.latest, was.earliest) <= 0) return 'earlier';
  if (Temporal.Instant.compare(is.earliest, was.latest) >= 0) return 'later';
  return 'unclear';
}

/** True when a hearing moved to an earlier instant: the move that makes people miss it. */
export function movedEarlier(
  before: HearingTime,
  after: HearingTime,
  rules: ZoneRules = SYSTEM_ZONE_RULES,
): boolean {
  return compareMove(before, after, rules) === 'earlier';
}

/** When a hearing begins, on the court's wall; null where the hour is not known. */
export type HearingParts = { readonly date: Temporal.PlainDate; readonly time: Temporal.PlainTime | null };

/** The local parts of a recorded hearing; null without a date. Throws when they could never have been recorded. */
export function recordedParts(hearing: HearingTime): HearingParts | null {
  if (hearing.localDate === null) return null;
  const parsed = parseParts(hearing.localDate, hearing.localTime);
  if (parsed.kind === 'fault') throw new Error(`a recorded hearing has a fault: ${parsed.fault}`);
  return { date: parsed.date, time: parsed.time };
}

function parseParts(
  localDate: string,
  localTime: string | null,
): Extract<ResolvedTime, { kind: 'fault' }> | ({ readonly kind: 'parts' } & HearingParts) {
  const date = parseDate(localDate);
  if (date === null) {
    const remedy = 'Write the date as year-month-day, such as 2009-11-11, and make sure that the day exists.';
    return { kind: 'fault', fault: 'malformed-date', remedy };
  }
  if (date.year < YEARS.first || date.year > YEARS.last) {
    return {
      kind: 'fault',
      fault: 'date-out-of-range',
      remedy: `Check the year ${localDate.slice(0, 4)}.`,
    };
  }
  if (localTime === null) return { kind: 'parts', date, time: null };
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(localTime);
  if (match === null) {
    const remedy = 'Write the time as hours and minutes from 00:00 to 23:59, such as 10:30, or leave it out.';
    return { kind: 'fault', fault: 'malformed-time', remedy };
  }
  return { kind: 'parts', date, time: new Temporal.PlainTime(Number(match[1]), Number(match[2])) };
}

/** A day that there is, written as 2009-11-11; else null. */
export function parseDate(text: string): Temporal.PlainDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = month >= 1 && day >= 1 ? Temporal.PlainDate.from({ year, month, day }) : null;
  // Temporal makes 30 June of 31 June; a court does not.
  return date !== null && date.month === month && date.day === day ? date : null;
}
