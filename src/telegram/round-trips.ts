/** Answers seen before their round trips are trusted for a credit. */
const TRUSTED_AFTER = 100;
/** The part of the smallest round trip that is credited: one in ten is left for a shorter one not yet seen. */
const CREDITED = 0.9;
/** Round trips are judged by the median of so many, one batch after the other. */
const BATCH = 16;

/**
 * The round trips of one token's calls, in milliseconds. Tells how much of a round trip is certain, and when
 * Telegram has begun to hold answers back: for bots it sleeps flood waits of up to 8 s without a word (observed
 * November 2026), so a jump in latency is the first and often the only sign of being too fast.
 */
export class RoundTrips {
  #seen = 0;
  #smallest = Number.POSITIVE_INFINITY;
  /** The median that is normal now. */
  #usual: number | undefined;
  #batch: number[] = [];

  /** A call was answered. Returns whether this shows a knee. */
  answered(ms: number): boolean {
    this.#seen += 1;
    this.#smallest = Math.min(this.#smallest, ms);
    return this.#showsKnee(ms);
  }

  /** A call was not answered within `ms`: at least that slow, and no measure of how fast the path can be. */
  unanswered(ms: number): boolean {
    return this.#showsKnee(ms);
  }

  /** How much sooner than its answer came a call must have been with Telegram, together with the next one's way. */
  credit(): number {
    return this.#seen < TRUSTED_AFTER ? 0 : CREDITED * this.#smallest;
  }

  /**
   * A knee: a batch's median is far above the usual one, by more than half a second and by more than three times.
   * The usual follows what it sees, down quickly and up slowly, and a little faster after a knee: a path that
   * became longer for good stops being news.
   */
  #showsKnee(ms: number): boolean {
    this.#batch.push(ms);
    if (this.#batch.length < BATCH) return false;
    const median = this.#batch.toSorted((a, b) => a - b)[BATCH / 2] ?? ms;
    this.#batch = [];
    const usual = this.#usual ?? median;
    const knee = median > usual + Math.max(500, 3 * usual);
    this.#usual = usual + (median - usual) * (knee ? 0.1 : median < usual ? 0.3 : 0.01);
    return knee;
  }
}
