/** How long after its n-th failure an update is tried again. One more failure than there are waits: given up. */
const waits = [
  { seconds: 1 },
  { seconds: 10 },
  { minutes: 1 },
  { minutes: 2 },
  { minutes: 4 },
  { minutes: 8 },
  { minutes: 15 },
].map((wait) => Temporal.Duration.from(wait));

/** So often an update is tried at most. An update with as many attempts was given up. */
export const maxAttempts = waits.length + 1;

/**
 * So many failures later updates of the same chat wait for, to keep their order. Then they go ahead: whoever
 * asks again after half a minute must not meet silence. What was set aside stays set aside from then on.
 */
export const orderedAttempts = 3;

/** When an update is to be tried again after its n-th failure (from 1); null when it is given up. */
export function retryAt(attempts: number, now: Temporal.Instant): Temporal.Instant | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : now.add(wait);
}
