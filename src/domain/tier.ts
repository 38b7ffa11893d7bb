/**
 * Who of a broadcast's readers is told first: lower goes first. 40,000 followers at 29 a second take 23 minutes, and
 * whoever has to act on a hearing must not be the last of them.
 */
export const tiers = {
  /** A Telegram channel tells its readers. */
  channel: 0,
  /** Observers, lawyers, press. */
  mustAct: 1,
  /** They chose to be told first. */
  tellFirst: 2,
  rest: 3,
} as const;
