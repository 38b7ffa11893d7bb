/** So many at once, and one more each so many milliseconds. */
export interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

export interface TokenBucket {
  /** Takes one; answers 0, or how many milliseconds to wait until there is one. `nowMs`: of a clock that never jumps. */
  take(nowMs: number): number;
  /** Whether it is as full as a new one, and need not be kept. */
  isFull(nowMs: number): boolean;
}

/** A bucket that is full at first. */
export function tokenBucket({ burst, everyMs }: Allowance): TokenBucket {
  /** When it will be full. */
  let fullAt = Number.NEGATIVE_INFINITY;
  return {
    take(nowMs) {
      const next = Math.max(fullAt, nowMs) + everyMs;
      const wait = next - nowMs - burst * everyMs;
      if (wait > 0) return wait;
      fullAt = next;
      return 0;
    },
    isFull: (nowMs) => fullAt <= nowMs,
  };
}
