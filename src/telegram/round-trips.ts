/** Answers seen before their round trips are trusted for a credit. */
const TRUSTED_AFTER = 100;
/** The part that each answer has in the mean of late. */
const OF_THE_MEAN = 1 / 64;
/** So many of the smallest round trips are kept, to see how sharp the lower end is. */
const SMALLEST = 16;
/**
 * How far below the smallest round trip the true least one is taken to lie, in the spread of the smallest. With 16
 * and 2, of 20,000 sends over paths of which the ways are spread evenly, exponentially, normally, log-normally or by
 * Pareto, between 0 and 0.06 on average meet a pair of ways that is shorter (counted November 2026). A far shorter
 * way that is taken once in twenty times can be met before it is known: then one or two messages may be refused.
 */
const BELOW = 2;
/** At least so much of the smallest is not credited, since a route may become a little shorter; and a millisecond. */
const UNCREDITED = 0.02;
const UNCREDITED_MS = 1;
/**
 * The smallest round trips are forgotten when they are between one and two generations old, which last so long and
 * so many answers at least: a path that became longer for good costs speed no longer than that.
 */
const GENERATION_MS = 600_000;
const GENERATION = 5000;
/** A knee is judged by the quickest of so many round trips, one batch after the other. */
const BATCH = 16;

/** The smallest round trips since a certain time, shortest first. */
interface Generation {
  readonly since: number;
  readonly seen: number;
  readonly smallest: readonly number[];
}

/**
 * The round trips of one token's calls, in milliseconds. Tells how much of a round trip is certain, and when
 * Telegram has begun to hold answers back: for bots it sleeps flood waits of up to 8 s without a word (observed
 * November 2026), so a jump in latency is the first and often the only sign of being too fast.
 */
export class RoundTrips {
  #now: Generation | undefined;
  #before: Generation | undefined;
  #credit = 0;
  #mean: number | undefined;
  /** The round trip that the path allows now. */
  #usual = Number.POSITIVE_INFINITY;
  #inBatch = 0;
  #quickest = Number.POSITIVE_INFINITY;
  #lastQuickest = 0;

  /**
   * How much of a round trip is certain: the way back of one call's answer and the way out of a later call take at
   * least that long together. The two shortest ways need never have met in one call, so the smallest round trip is
   * too much; by how much shows in how far the few smallest lie apart.
   */
  get credit(): number {
    return this.#credit;
  }

  /** How far round trips of late lie above the smallest, on average; Infinity while few have been seen. */
  get unevenness(): number {
    const [least] = this.#now?.smallest ?? [];
    if (this.#credit === 0 || this.#mean === undefined || least === undefined)
      return Number.POSITIVE_INFINITY;
    return this.#mean - least;
  }

  /** A call was answered at `now`. Returns whether this shows a knee. */
  answered(ms: number, now: number): boolean {
    this.#remember(ms, now);
    this.#mean = (this.#mean ?? ms) + OF_THE_MEAN * (ms - (this.#mean ?? ms));
    return this.#showsKnee(ms);
  }

  /** A call was not answered within `ms`: at least that slow, and no measure of how fast the path can be. */
  unanswered(ms: number): boolean {
    return this.#showsKnee(ms);
  }

  /** Slowing down did not help, so it may be the path that is longer: what was a knee slowly stops being one. */
  acceptSlowness(): void {
    this.#usual += 0.02 * (this.#lastQuickest - this.#usual);
  }

  #remember(ms: number, now: number): void {
    const current = this.#now ?? { since: now, seen: 0, smallest: [] };
    const over = now - current.since >= GENERATION_MS && current.seen >= GENERATION;
    if (over) this.#before = current;
    const { since, seen, smallest } = over ? { since: now, seen: 0, smallest: [] } : current;
    const isSmall = smallest.length < SMALLEST || ms < (smallest.at(-1) ?? 0);
    this.#now = { since, seen: seen + 1, smallest: isSmall ? firstOf([...smallest, ms]) : smallest };
    if (isSmall || over || seen < TRUSTED_AFTER) this.#credit = creditOf(this.#now, this.#before);
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

function creditOf(now: Generation, before: Generation | undefined): number {
  if (now.seen + (before?.seen ?? 0) < TRUSTED_AFTER) return 0;
  const smallest = firstOf([...now.smallest, ...(before?.smallest ?? [])]);
  const least = smallest[0] ?? 0;
  const spread = (smallest.at(-1) ?? 0) - least;
  return Math.max(0, least - Math.max(UNCREDITED_MS, UNCREDITED * least, BELOW * spread));
}

function firstOf(roundTrips: readonly number[]): readonly number[] {
  return roundTrips.toSorted((a, b) => a - b).slice(0, SMALLEST);
}
