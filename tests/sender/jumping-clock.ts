import { systemClock } from '../../src/clock.ts';
import type { Clock } from '../../src/domain/clock.ts';

/** A monotonic clock that can jump ahead, as it does for a process that was stopped for a while. */
export function jumpingClock(): Clock & { jump(ms: number): void } {
  let ahead = 0;
  return {
    ...systemClock,
    monotonic: () => performance.now() + ahead,
    jump(ms) {
      ahead += ms;
    },
  };
}
