/** Answers seen before their round trips are trusted for a credit. */
const TRUSTED_AFTER = 100;
/** The part of the smallest round trip that is credited: one in ten is left for a shorter one not yet seen. */
const CREDITED = 0.9;
const RECENT = 16;

/**
 * The round trips of one token's calls, in milliseconds. Tells how much of a round trip is certain, and when
 * Telegram has begun to hold answers back: for bots it sleeps flood waits of up to 8 s without a word (observed
 * November 2026), so a jump in latency is the first and often the only sign of being too fast.
 */
export class RoundTrips {
  #seen = 0;
  #smallest = Number.POSITIVE_INFINITY;
  /** What is normal now: falls at once with the smallest seen, rises slowly when the path itself got longer. */
  #usual = Number.POSITIVE_INFINITY;
  #recent: number[] = [];

  /** A call was answered. */
  answered(ms: number): void {
    this.#seen += 1;
    this.#smallest = Math.min(this.#smallest, ms);
    this.#usual = Math.min(this.#usual, ms);
    this.#remember(ms);
  }

  /** A call was not answered within `ms`: at least that slow, and no measure of how fast the path can be. */
  unanswered(ms: number): void {
    this.#remember(ms);
  }

  /** How much sooner than its answer came a call must have been with Telegram, together with the next one's way. */
  credit(): number {
    return this.#seen < TRUSTED_AFTER ? 0 : CREDITED * this.#smallest;
  }

  /**
   * Whether the recent round trips are far above the usual: half of them by more than half a second and by more
   * than four times. Asking forgets them, so that each stretch of slowness is reported once; and it moves the
   * usual up, so that a longer path stops being news.
   */
  takeKnee(): boolean {
    if (this.#recent.length < RECENT) return false;
    const sorted = this.#recent.toSorted((a, b) => a - b);
    const median = sorted[RECENT / 2] ?? 0;
    if (median <= this.#usual + Math.max(500, 3 * this.#usual)) return false;
    this.#usual += 0.1 * (median - this.#usual);
    this.#recent = [];
    return true;
  }

  #remember(ms: number): void {
    this.#recent.push(ms);
    if (this.#recent.length > RECENT) this.#recent.shift();
  }
}
