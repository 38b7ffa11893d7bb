/** How many tries are let through in a stretch of time that moves along. */
export interface TryLimit {
  readonly tries: number;
  readonly within: Temporal.Duration;
}

/** Failed tries with the keys of one person. */
export const limitPerPerson: TryLimit = { tries: 10, within: Temporal.Duration.from({ minutes: 5 }) };

/** Since when tries count at `now`. */
export function countedSince({ within }: TryLimit, now: Temporal.Instant): Temporal.Instant {
  return now.subtract(within);
}

/**
 * Until when nobody is let through; null when they are now. The stretch moves along, so that whoever waits gets in:
 * there is no lock that somebody would have to open.
 *
 * @param counted how many tries there were since `countedSince`
 * @param oldest the first of them
 */
export function closedUntil(
  limit: TryLimit,
  counted: number,
  oldest: Temporal.Instant | null,
): Temporal.Instant | null {
  return counted < limit.tries || oldest === null ? null : oldest.add(limit.within);
}
