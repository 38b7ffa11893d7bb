import { localAt } from './wall-clock.ts';
import type { ZoneRules } from './zone.ts';

/** One setting of a zone's clocks: from this instant on they are so far ahead of UTC. */
export interface ZoneChange {
  readonly at: Temporal.Instant;
  /** Seconds ahead of UTC before and from then on. */
  readonly from: number;
  readonly to: number;
  /** What the clocks showed at that instant by the rule that ended with it. */
  readonly shown: Temporal.PlainDateTime;
}

const DAY_MS = 86_400_000;

/**
 * Every change of a zone's offset in (`since`, `until`], in order, to the second. Found by the rules' offsets alone,
 * a day apart: two changes within one day that cancel each other out are not seen, and no zone has had such. Pure.
 */
export function zoneChanges(
  zone: string,
  since: Temporal.Instant,
  until: Temporal.Instant,
  rules: ZoneRules,
): ZoneChange[] {
  const offset = (ms: number) => rules.offsetAt(zone, Temporal.Instant.fromEpochMilliseconds(ms));
  const end = until.epochMilliseconds;
  const changes: ZoneChange[] = [];
  for (let day = since.epochMilliseconds; day < end; day += DAY_MS) {
    const next = Math.min(day + DAY_MS, end);
    const [from, to] = [offset(day), offset(next)];
    if (from === to) continue;
    const at = Temporal.Instant.fromEpochMilliseconds(firstWith(to, day, next, offset));
    const shown = localAt(at, zone, { ...rules, offsetAt: () => from });
    changes.push({ at, from, to, shown });
  }
  return changes;
}

/** Halves the day until the second from which the clocks were so far ahead. */
function firstWith(to: number, before: number, after: number, offset: (ms: number) => number): number {
  let [low, high] = [before, after];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (offset(middle) === to) high = middle;
    else low = middle;
  }
  return high;
}
