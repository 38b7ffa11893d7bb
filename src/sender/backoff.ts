/** Longer and longer pauses after failures in a row; times are monotonic milliseconds. */
export class Backoff {
  readonly #firstMs: number;
  readonly #longestMs: number;
  #failures = 0;
  #until = Number.NEGATIVE_INFINITY;

  constructor(firstMs: number, longestMs: number) {
    this.#firstMs = firstMs;
    this.#longestMs = longestMs;
  }

  /** Milliseconds until the next try; 0 when it may be made. */
  wait(now: number): number {
    return Math.max(0, this.#until - now);
  }

  /** Whether the last try failed. */
  get failing(): boolean {
    return this.#failures > 0;
  }

  /** Failures that come while it already waits are the same one. */
  failed(now: number): void {
    if (this.wait(now) > 0) return;
    this.#until = now + Math.min(this.#longestMs, this.#firstMs * 2 ** this.#failures);
    this.#failures += 1;
  }

  /** The next failure waits as briefly as a first one. */
  succeeded(): void {
    this.#failures = 0;
    this.#until = Number.NEGATIVE_INFINITY;
  }
}
