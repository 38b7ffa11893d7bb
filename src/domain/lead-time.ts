import { type HearingTime, recordedParts, resolveStart } from './hearing-time.ts';
import { firstOf, instantsOf } from './wall-clock.ts';
import { SYSTEM_ZONE_RULES, type ZoneRules } from './zone.ts';

/**
 * How long before a hearing a reminder goes. Days are days of the court's calendar, hours are hours on a
 * stopwatch; the morning is that of the hearing's day where the court is.
 */
export type LeadTime =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'morning' };

/** What every follower gets unless they chose otherwise. */
export const DEFAULT_LEAD_TIMES: readonly LeadTime[] = [{ kind: 'days', days: 1 }, { kind: 'morning' }];

/** When no time is known, a reminder days ahead goes at this local time. */
const NOON = new Temporal.PlainTime(12);

/** When the morning's reminder goes, unless the hearing is earlier than an hour after it. */
const MORNING = new Temporal.PlainTime(8);

/** The morning's reminder leaves at least this long to get there. */
const MORNING_MARGIN = Temporal.Duration.from({ hours: 1 });

/** When no time is known, a reminder has no use after this local time: courts have closed. */
const COURTS_CLOSED = new Temporal.PlainTime(18);

const MAX_DAYS = 60;
const MAX_HOURS = 72;

/** The code under which a lead time is stored and chosen: `7d`, `3h`, `morning`. */
export function leadTimeCode(leadTime: LeadTime): string {
  switch (leadTime.kind) {
    case 'days':
      return `${leadTime.days}d`;
    case 'hours':
      return `${leadTime.hours}h`;
    case 'morning':
      return 'morning';
  }
}

/** Reads a code; null for anything but 1 to 60 days, 1 to 72 hours or `morning`. */
export function parseLeadTime(code: string): LeadTime | null {
  if (code === 'morning') return { kind: 'morning' };
  const match = /^([1-9]\d?)([dh])$/.exec(code);
  if (match === null) return null;
  const count = Number(match[1]);
  if (match[2] === 'd') return count <= MAX_DAYS ? { kind: 'days', days: count } : null;
  return count <= MAX_HOURS ? { kind: 'hours', hours: count } : null;
}

/**
 * When a reminder is due.
 * - days: on that many calendar days before, at the hearing's local time (a hearing at 10:30 → the day before
 *   at 10:30, whatever the clocks did that night); without a known time at 12:00 local;
 * - hours: that many hours before its instant; without a known time there is nothing to count from: null;
 * - morning: 08:00 local on the day, or an hour before the hearing where that is earlier.
 *
 * Null while the hearing has no date. A local time that clocks skip means the instant right after the gap; one shown twice, the first.
 */
export function dueInstant(
  hearing: HearingTime,
  leadTime: LeadTime,
  rules: ZoneRules = SYSTEM_ZONE_RULES,
): Temporal.Instant | null {
  const parts = recordedParts(hearing);
  const start = resolveStart(hearing, rules)?.earliest;
  if (parts === null || start === undefined) return null;
  const { date, time } = parts;
  const at = (day: Temporal.PlainDate, clock: Temporal.PlainTime): Temporal.Instant =>
    firstOf(instantsOf(day.toPlainDateTime(clock), hearing.zone, rules));
  switch (leadTime.kind) {
    case 'days':
      return at(date.subtract({ days: leadTime.days }), time ?? NOON);
    case 'hours':
      return time === null ? null : start.subtract({ hours: leadTime.hours });
    case 'morning': {
      const morning = at(date, MORNING);
      if (time === null) return morning;
      const latest = start.subtract(MORNING_MARGIN);
      return Temporal.Instant.compare(latest, morning) < 0 ? latest : morning;
    }
  }
}

/**
 * The instant from which any reminder of the hearing has no use: its start; without a known time, 18:00 local
 * on its day. A reminder is sent in `due <= now < notAfter`. Null while the hearing has no date.
 */
export function notAfter(
  hearing: HearingTime,
  rules: ZoneRules = SYSTEM_ZONE_RULES,
): Temporal.Instant | null {
  const parts = recordedParts(hearing);
  if (parts === null) return null;
  const { date, time } = parts;
  if (time !== null) return resolveStart(hearing, rules)?.earliest ?? null;
  return firstOf(instantsOf(date.toPlainDateTime(COURTS_CLOSED), hearing.zone, rules));
}
