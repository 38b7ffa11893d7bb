import type { Clock } from '../../src/domain/clock.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Goes to an instant and rings everything that has fallen due. */
  set(at: Temporal.Instant | string): void;
  /** Goes on by a duration. */
  advance(by: Temporal.DurationLike): void;
}

export function manualClock(start: string = '2009-11-10T12:00:00Z'): ManualClock {
  let now = Temporal.Instant.from(start);
  const armed = new Set<{ at: Temporal.Instant; wake: () => void }>();

  function ringDue(): void {
    for (const timer of armed) {
      if (Temporal.Instant.compare(timer.at, now) > 0) continue;
      armed.delete(timer);
      setImmediate(timer.wake);
    }
  }

  return {
    now: () => now,
    monotonic: () => performance.now(),
    wakeAt(at, wake) {
      const timer = { at, wake };
      armed.add(timer);
      ringDue();
      return () => void armed.delete(timer);
    },
    set(at) {
      now = Temporal.Instant.from(at);
      ringDue();
    },
    advance(by) {
      now = now.add(by);
      ringDue();
    },
  };
}
