import type { ZoneRules } from './zone.ts';

/** What a zone's wall clocks showed at an instant. */
export function localAt(instant: Temporal.Instant, zone: string, rules: ZoneRules): Temporal.PlainDateTime {
  const shifted = instant.epochMilliseconds + rules.offsetAt(zone, instant) * 1000;
  return Temporal.Instant.fromEpochMilliseconds(shifted).toZonedDateTimeISO('UTC').toPlainDateTime();
}

/** When wall clocks in a zone showed a local date and time: once as a rule, never in a gap, twice in a fold. */
export type LocalInstants =
  | { readonly kind: 'once'; readonly instant: Temporal.Instant }
  | { readonly kind: 'twice'; readonly earlier: Temporal.Instant; readonly later: Temporal.Instant }
  /** Clocks jumped over it at `jump`: the first instant after it, at which they showed `after`. */
  | {
      readonly kind: 'never';
      readonly jump: Temporal.Instant;
      /** The last whole minute shown before the jump. */
      readonly before: Temporal.PlainDateTime;
      /** The first time shown after the jump. */
      readonly after: Temporal.PlainDateTime;
    };

const DAY_MS = 86_400_000;

/** Finds every instant at which clocks in `zone` showed `local` (to the second). */
export function instantsOf(local: Temporal.PlainDateTime, zone: string, rules: ZoneRules): LocalInstants {
  const asUtc = local.toZonedDateTime('UTC').epochMilliseconds;
  const offset = (ms: number): number =>
    rules.offsetAt(zone, Temporal.Instant.fromEpochMilliseconds(ms)) * 1000;
  // Offsets in force around the time asked for: a day to each side passes every jump of the clocks, the date
  // line's included (Pacific/Apia skipped 30 December 2011).
  const offsets = new Set([offset(asUtc - DAY_MS), offset(asUtc), offset(asUtc + DAY_MS)]);
  const found = [...offsets]
    .map((ahead) => asUtc - ahead)
    .filter((ms) => ms + offset(ms) === asUtc)
    .sort((a, b) => a - b)
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  const [first, last] = [found.at(0), found.at(-1)];
  if (first === undefined || last === undefined) return findJump(asUtc, offset);
  return found.length === 1
    ? { kind: 'once', instant: first }
    : { kind: 'twice', earlier: first, later: last };
}

/** Halves the span around a wall time that was never shown until the second at which the clocks passed it. */
function findJump(asUtc: number, offset: (ms: number) => number): LocalInstants {
  let before = asUtc - 2 * DAY_MS;
  let after = asUtc + 2 * DAY_MS;
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (middle + offset(middle) < asUtc) before = middle;
    else after = middle;
  }
  const shown = (ms: number): Temporal.PlainDateTime =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime();
  return {
    kind: 'never',
    jump: Temporal.Instant.fromEpochMilliseconds(after),
    before: shown(before + offset(before)).round({ smallestUnit: 'minute', roundingMode: 'floor' }),
    after: shown(after + offset(after)),
  };
}

/**
 * The span of a local day: from the first instant that bears its date to the instant after which none does.
 * A day need not start at 00:00, nor last 24 h; where clocks go back over midnight two days' spans overlap.
 * Null for a day that a zone skipped.
 */
export function daySpan(
  date: Temporal.PlainDate,
  zone: string,
  rules: ZoneRules,
): { readonly start: Temporal.Instant; readonly end: Temporal.Instant } | null {
  const midnight = instantsOf(date.toPlainDateTime(), zone, rules);
  const next = instantsOf(date.add({ days: 1 }).toPlainDateTime(), zone, rules);
  if (midnight.kind === 'never' && Temporal.PlainDate.compare(midnight.after, date) > 0) return null;
  return { start: firstOf(midnight), end: lastMidnight(next, date, zone, rules) };
}

/** Two midnights follow a day: the second ends it only where the clocks went back into the day itself. */
function lastMidnight(
  next: LocalInstants,
  date: Temporal.PlainDate,
  zone: string,
  rules: ZoneRules,
): Temporal.Instant {
  if (next.kind !== 'twice') return firstOf(next);
  const shownBefore = localAt(next.later.subtract({ seconds: 1 }), zone, rules).toPlainDate();
  return shownBefore.equals(date) ? next.later : next.earlier;
}

/** The first instant that a wall time can mean; after a jump, the first instant there is. */
export function firstOf(instants: LocalInstants): Temporal.Instant {
  switch (instants.kind) {
    case 'once':
      return instants.instant;
    case 'twice':
      return instants.earlier;
    case 'never':
      return instants.jump;
  }
}

/** The last instant that a wall time can mean. */
export function lastOf(instants: LocalInstants): Temporal.Instant {
  return instants.kind === 'twice' ? instants.later : firstOf(instants);
}
