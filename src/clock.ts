import type { Clock } from './domain/clock.ts';

/** The longest a timer waits before it looks at the clock again: the machine's clock may be set meanwhile. */
const longestNapMs = 30_000;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  monotonic: () => performance.now(),
  wakeAt(at, wake) {
    let timer: NodeJS.Timeout;
    const look = (): void => {
      const left = at.epochMilliseconds - Date.now();
      timer = left > 0 ? setTimeout(look, Math.min(left, longestNapMs)) : setTimeout(wake, 0);
    };
    look();
    return () => clearTimeout(timer);
  },
};
