/** Answers seen before their round trips are trusted for a credit. */
const TRUSTED_AFTER = 100;
/** The part of the estimate that is credited. */
const CREDITED = 0.9;
/** So many of the smallest round trips are kept, to see how sharp the lower end is. */
const SMALLEST = 5;
/** A knee is judged by the quickest of so many round trips, one batch after the other. */
const BATCH = 16;

/**
 * The round trips of one token's calls, in milliseconds. Tells how much of a round trip is certain, and when
 * Telegram has begun to hold answers back: for bots it sleeps flood waits of up to 8 s without a word (observed
 * November 2026), so a jump in latency is the first and often the only sign of being too fast.
 */
export class RoundTrips {
  #seen = 0;
  /** The smallest round trips, shortest first. */
  #smallest: number[] = [];
  /** The round trip that the path allows now. */
  #usual = Number.POSITIVE_INFINITY;
  #inBatch = 0;
  #quickest = Number.POSITIVE_INFINITY;
  #lastQuickest = 0;

  /** A call was answered. Returns whether this shows a knee. */
  answered(ms: number): boolean {
    this.#seen += 1;
    if (ms < (this.#smallest[SMALLEST - 1] ?? Number.POSITIVE_INFINITY)) {
      this.#smallest = [...this.#smallest, ms].toSorted((a, b) => a - b).slice(0, SMALLEST);
    }
    return this.#showsKnee(ms);
  }

  /** A call was not answered within `ms`: at least that slow, and no measure of how fast the path can be. */
  unanswered(ms: number): boolean {
    return this.#showsKnee(ms);
  }

  /**
   * How much of a round trip is certain: the way back of one call's answer and the way out of the next call take
   * at least that long together. The two shortest ways need never have met in one call, so the smallest round
   * trip is too much in a network of much jitter; there the few smallest lie apart, and by as much it is lowered.
   */
  credit(): number {
    const [shortest] = this.#smallest;
    const other = this.#smallest[SMALLEST - 1];
    if (this.#seen < TRUSTED_AFTER || shortest === undefined || other === undefined) return 0;
    return CREDITED * Math.max(0, shortest - (other - shortest));
  }

  /** Slowing down did not help, so it may be the path that is longer: what was a knee slowly stops being one. */
  acceptSlowness(): void {
    this.#usual += 0.02 * (this.#lastQuickest - this.#usual);
  }

  /**
   * A knee: even the quickest of a batch took far longer than the path allows, by more than half a second and by
   * more than three times. A network's jitter leaves some answers quick; being held back spares none.
   */
  #showsKnee(ms: number): boolean {
    this.#usual = Math.min(this.#usual, ms);
    this.#quickest = Math.min(this.#quickest, ms);
    this.#inBatch += 1;
    if (this.#inBatch < BATCH) return false;
    this.#lastQuickest = this.#quickest;
    this.#inBatch = 0;
    this.#quickest = Number.POSITIVE_INFINITY;
    return this.#lastQuickest > this.#usual + Math.max(500, 3 * this.#usual);
  }
}
