/** So many at once, and one more each so many milliseconds. */
export interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

/** A limit with a burst: so many at once, and so many a second after that. */
export interface TokenBucket {
  /** Takes one; answers 0, or how many milliseconds to wait until there is one. `nowMs`: of a clock that never jumps. */
  take(nowMs: number): number;
  /** How many can be taken at once. */
  left(nowMs: number): number;
  /** In how many milliseconds it is as full as a new one; 0: it is, and need not be kept. */
  fullIn(nowMs: number): number;
}

/** A bucket that is full at first. */
function tokenBucket({ burst, everyMs }: Allowance): TokenBucket {
  /** When it will be full. */
  let fullAt = Number.NEGATIVE_INFINITY;
  const fullIn = (nowMs: number) => Math.max(0, fullAt - nowMs);
  return {
    take(nowMs) {
      const next = Math.max(fullAt, nowMs) + everyMs;
      const wait = next - nowMs - burst * everyMs;
      if (wait > 0) return wait;
      fullAt = next;
      return 0;
    },
    left: (nowMs) => burst - Math.ceil(fullIn(nowMs) / everyMs),
    fullIn,
  };
}

/** A bucket for each who takes from it; those that are full are not kept. */
export function tokenBuckets<Key>(allowance: Allowance): (key: Key, nowMs: number) => TokenBucket {
  const buckets = new Map<Key, TokenBucket>();
  return (key, nowMs) => {
    for (const [one, bucket] of buckets) if (bucket.fullIn(nowMs) === 0) buckets.delete(one);
    const bucket = buckets.get(key) ?? tokenBucket(allowance);
    buckets.set(key, bucket);
    return bucket;
  };
}
