/** What is left of Telegram's 30 messages a second when its limit is kept for certain (see `telegram/lane.ts`). */
const SENT_PER_SECOND = 29;

/** What takes longer is told as longer than this. */
const LONGEST_MINUTES = 12 * 60;

/** More followers than this need not be counted: it takes longer than is told. */
export const COUNTED_AT_MOST = LONGEST_MINUTES * 60 * SENT_PER_SECOND + 1;

/** How long it takes until the last of a case's followers is told, as it may be shown. */
export interface Reach {
  /** From 1 on: to the minute up to five, then to five minutes, and from an hour on to half an hour, always rounded up. */
  readonly minutes: number;
  /** It takes longer than that. */
  readonly longer: boolean;
}

/**
 * An estimate, of a bot that has nothing more pressing to send and buys no speed. Some hundreds of followers more or less
 * make no difference to it, so that nobody's coming or going is seen in it.
 */
export function reachOf(followers: number): Reach {
  const needed = Math.max(1, Math.ceil(followers / SENT_PER_SECOND / 60));
  if (needed > LONGEST_MINUTES) return { minutes: LONGEST_MINUTES, longer: true };
  const step = needed <= 5 ? 1 : needed <= 60 ? 5 : 30;
  return { minutes: Math.ceil(needed / step) * step, longer: false };
}

/** What takes the most words to be told. */
export const LONGEST_REACH: Reach = { minutes: LONGEST_MINUTES - 30, longer: true };
