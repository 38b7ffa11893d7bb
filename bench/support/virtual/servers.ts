/*
 * How Telegram may count. The real limiter is unpublished, so a sender must please every one of these. All count
 * what arrives, at the instant of its arrival; all times are milliseconds. What is refused does not count.
 */

/** What a server does with a message: takes it, after holding it for a while without a word, or refuses it. */
export type Verdict =
  | { readonly take: true; readonly afterMs: number }
  | { readonly take: false; readonly retryAfterSeconds: number };

export interface Server {
  /** `paid`: it carries `allow_paid_broadcast`. */
  arrive(at: number, paid: boolean): Verdict;
}

const TAKEN: Verdict = { take: true, afterMs: 0 };
const REFUSED: Verdict = { take: false, retryAfterSeconds: 1 };

/** No more than n in any stretch of `ms`. */
export function slidingLog(n: number, ms = 1000): Server {
  const last = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  let next = 0;
  return {
    arrive(at) {
      if ((last[next] ?? 0) > at - ms) return REFUSED;
      last[next] = at;
      next = (next + 1) % n;
      return TAKEN;
    },
  };
}

/** No more than n in each second of a clock that is `offset` ahead of ours. */
export function fixedWindow(n: number, offset: number): Server {
  let second = Number.NEGATIVE_INFINITY;
  let count = 0;
  return {
    arrive(at) {
      const now = Math.floor((at + offset) / 1000);
      if (now !== second) {
        second = now;
        count = 0;
      }
      if (count >= n) return REFUSED;
      count += 1;
      return TAKEN;
    },
  };
}

/** A bucket of `size` tokens into which n a second flow. */
export function tokenBucket(n: number, size: number): Server {
  let tokens = size;
  let last = 0;
  return {
    arrive(at) {
      tokens = Math.min(size, tokens + ((at - last) / 1000) * n);
      last = at;
      if (tokens < 1) return REFUSED;
      tokens -= 1;
      return TAKEN;
    },
  };
}

/** A leaky bucket as a meter (GCRA): evenly n a second, and so many at once. */
export function leaky(n: number, burst: number): Server {
  let due = 0;
  return {
    arrive(at) {
      if (due - at > ((burst - 1) * 1000) / n + 1e-9) return REFUSED;
      due = Math.max(due, at) + 1000 / n;
      return TAKEN;
    },
  };
}

/** Makes what comes faster than n a second wait without a word, and refuses only what would wait above `patience`. */
export function silent(n: number, patience = 8000): Server {
  let free = 0;
  return {
    arrive(at) {
      const start = Math.max(at, free);
      if (start - at > patience) return { take: false, retryAfterSeconds: 5 };
      free = start + 1000 / n;
      return { take: true, afterMs: start - at };
    },
  };
}

/** Counts what is paid for by itself. */
export function apart(free: Server, paid: Server): Server {
  return { arrive: (at, isPaid) => (isPaid ? paid : free).arrive(at, isPaid) };
}
