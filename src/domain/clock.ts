/**
 * The only source of time. Everything that asks "when" receives a Clock, so that a test or the demo's
 * replay can be at any instant of 2009 while the machine is not.
 */
export interface Clock {
  /** The present instant. May jump forward (replay) or back (a machine's clock being set). */
  now(): Temporal.Instant;
  /** Milliseconds of a clock that never jumps and is not shifted by a replay: for leases, pacing and latency. */
  monotonic(): number;
  /**
   * Calls `wake` once when `now()` has reached `at` (at once, but never synchronously, when it already has).
   * Returns a function that disarms it.
   */
  wakeAt(at: Temporal.Instant, wake: () => void): () => void;
}
