/**
 * The stand-in's calendar: the `date` of messages and the 48 hours of deleting follow it. It can be set, so that a
 * replay may be in 2009; it runs on from there at `rate` (0 stands still).
 */
export class StandInClock {
  #origin: number | null = null;
  #since = 0;
  #rate = 1;

  /** Milliseconds since 1970. */
  now(): number {
    if (this.#origin === null) return Date.now();
    return this.#origin + (performance.now() - this.#since) * this.#rate;
  }

  /** Seconds since 1970, as in every `date` of the Bot API. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Sets the present instant (milliseconds since 1970); null goes back to the machine's clock. */
  set(now: number | null, rate = 1): void {
    this.#origin = now;
    this.#since = performance.now();
    this.#rate = rate;
  }
}

/** Milliseconds of a clock that never jumps: limits, latencies and retention follow it, not the calendar. */
export type Monotonic = () => number;

// The origin of performance.now() is the start of a process; hrtime's is the machine's, so that instants of the
// stand-in and of whoever it judges can be compared.
const origin = Number(process.hrtime.bigint()) / 1e6 - performance.now();

export const machineMonotonic: Monotonic = () => origin + performance.now();
