/** Below this a count of people could point at single ones, so it is not shown to anybody. */
export const SHOWN_FROM = 20;

/** A count of people, as it may be shown. */
export type ShownCount = number | '<20';

/** Zero is hidden too: "none" next to "fewer than 20" would tell when the first one came. */
export function shownCount(count: number): ShownCount {
  return count < SHOWN_FROM ? '<20' : count;
}

/** A count of people that is kept: to the nearest ten, so that nobody sees a single one come or go; null below 20. */
export function roundedCount(count: number): number | null {
  return count < SHOWN_FROM ? null : Math.round(count / 10) * 10;
}
