/*
 * Everybody has two keys, so that no lost telephone keeps them out for a day. Whoever has one may sign in, read, write, stop
 * posts, object and reject, and decides on facts, of which followers wait to be told. What they may not is let something
 * out or somebody in by their approval: it is what is missed most on the day on which the one key is gone. The remedy is
 * always at hand, and nobody else is needed for it.
 */

/**
 * How long one key is enough from when it was added: for whoever comes in first, before anybody can be asked for anything,
 * and for whoever comes in anew, on the day after their keys were taken or on which the staff site has moved.
 */
export const oneKeyLasts = Temporal.Duration.from({ hours: 7 * 24 });

interface AddedKey {
  readonly createdAt: Temporal.Instant;
}

/** From when on somebody with one key approves nothing; null with two, and for whoever has not come in yet. */
export function oneKeyUntil(keys: readonly AddedKey[]): Temporal.Instant | null {
  const [only] = keys;
  return only === undefined || keys.length > 1 ? null : only.createdAt.add(oneKeyLasts);
}

/** Whether somebody with these keys may approve: not by one alone, unless it has not been theirs for long. */
export function mayApproveWith(keys: readonly AddedKey[], now: Temporal.Instant): boolean {
  const until = oneKeyUntil(keys);
  return until === null || Temporal.Instant.compare(now, until) < 0;
}
