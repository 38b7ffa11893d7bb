/** Below this a count of people could point at single ones, so it is not shown to anybody. */
export const SHOWN_FROM = 20;

/** A count of people, as it may be shown. */
export type ShownCount = number | '<20';

/** Zero is hidden too: "none" next to "fewer than 20" would tell when the first one came. */
export function shownCount(count: number): ShownCount {
  return count < SHOWN_FROM ? '<20' : count;
}
