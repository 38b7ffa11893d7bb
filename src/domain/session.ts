/** How long a session lasts that nobody uses. */
const sessionIdle = Temporal.Duration.from({ minutes: 15 });

/** How long a session lasts at most. */
export const sessionLasts = Temporal.Duration.from({ hours: 8 });

/** For how long after signing in somebody may change their keys: after that they show one of them again. */
const freshFor = Temporal.Duration.from({ minutes: 5 });

/** Whether a session still stands at `now`. */
export function sessionStands(
  session: { readonly startedAt: Temporal.Instant; readonly lastSeenAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return (
    Temporal.Instant.compare(now, session.lastSeenAt.add(sessionIdle)) < 0 &&
    Temporal.Instant.compare(now, session.startedAt.add(sessionLasts)) < 0
  );
}

/** Whether somebody has just shown a key, so that they may change their keys. */
export function isFresh(session: { readonly startedAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, session.startedAt.add(freshFor)) < 0;
}
