import type { RoundTrips } from './round-trips.ts';

const WINDOW_MS = 1000;
/**
 * What timers that wake late may be made up for, in milliseconds: one send at 30 a second; over an even path up to two,
 * less its unevenness. Two over any path: a bucket that takes 5 at once refused one send in 25,000 over a mobile
 * network. This way none, and a process that wakes up to 60 ms late still uses 98 % of the limit over an even path.
 */
const TOLERANCE_MS = 1000 / 30;
const EVEN_TOLERANCE_MS = 2 * TOLERANCE_MS;
const DECREASE = 0.7;
const SLOWEST = 1 / 30;
/** Latency alone slows no further: the open sends of a third of the speed leave 8 s of holding back out of reach. */
const SLOWEST_BY_LATENCY = 1 / 3;
/**
 * Recovery per second: quickly back to near the speed that was too fast, then feeling the way; more slowly after a
 * refusal, which costs everybody a freeze, than after latency, which may have been the network's.
 */
const RECOVERY = 0.05;
const PROBING = { afterRefusal: 0.002, afterLatency: 0.006 } as const;
const PROBES_FROM = 0.9;

/**
 * One limit of n messages a second, kept from our side of an unknown network. Two rules, both needed:
 *
 * Window: at most n sends are *open*. A send is open from the moment it goes out until one second, less the
 * credit, after its answer. Since it reached Telegram at some instant between sending and answer, any n + 1
 * arrivals then span more than a second, whatever the delays in between: no sliding log, and no fixed window, of
 * n a second can refuse. (Send number i + n waits for the answer to number i in the plain case; counting open
 * sends instead lets one stalled call cost one place, not all of them.)
 *
 * What that can use: a place is taken for a second and for what the round trip has above the credit. With a credit
 * of the least round trip, n places give n / (1 s + mean round trip - least round trip) a second: 97 % of the limit
 * as long as the mean lies no more than 31 ms above the least. No rule can be certain and use more: from its sending
 * until a second, less the least round trip, after its answer a send may have arrived within the same second as one
 * that goes out now, so with n + 1 sends in that state there are ways in which all arrive within one second; and by
 * Little's law n places that are each taken that long give no more.
 *
 * Pace: 1/n s apart, with a small tolerance, so that smaller buckets than n are not overrun.
 *
 * Both scale with a factor that falls when Telegram shows that even this was too fast, and rises again.
 * All times are monotonic milliseconds.
 */
export class Lane {
  readonly #perSecond: number;
  readonly #roundTrips: RoundTrips;
  #underWay = 0;
  /** When the answers of the last second came, oldest first. */
  #answers: number[] = [];
  #nextPaced = Number.NEGATIVE_INFINITY;
  #factor = 1;
  #tooFast = 1;
  #probing: number = PROBING.afterRefusal;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #recoveredTo = Number.NEGATIVE_INFINITY;

  constructor(perSecond: number, roundTrips: RoundTrips) {
    this.#perSecond = perSecond;
    this.#roundTrips = roundTrips;
  }

  /** The present speed in messages a second. */
  get perSecond(): number {
    return this.#perSecond * this.#factor;
  }

  /** The part of its full speed that it now goes at. */
  get slowedTo(): number {
    return this.#factor;
  }

  /** When the next send may go, as far as is known: Infinity when an answer has to come first. */
  readyAt(now: number): number {
    this.#recover(now);
    return Math.max(this.#pacedAt(), this.#windowAt(now));
  }

  /** A message has left at `now`. */
  sent(now: number): void {
    this.#underWay += 1;
    this.#nextPaced = Math.max(this.#nextPaced, now) + 1000 / this.perSecond;
  }

  /** `reached`: false when it is certain that the send never got to Telegram. */
  answered(now: number, reached: boolean): void {
    this.#underWay -= 1;
    if (reached) this.#answers.push(now);
  }

  /**
   * A refusal of a send of `sentAt` showed that it was too fast; one from before the last slowing down is old
   * news and changes nothing. Recovery begins at `resumesAt`, the end of a freeze.
   */
  refused(now: number, sentAt: number, resumesAt: number): void {
    if (sentAt < this.#slowedAt) return;
    this.#slowDown(now, SLOWEST, resumesAt);
    this.#probing = PROBING.afterRefusal;
  }

  /** The latency of a send of `sentAt` showed the same. Returns false when it is no reason to go slower still. */
  heldBack(now: number, sentAt: number): boolean {
    if (sentAt < this.#slowedAt) return true;
    this.#recover(now);
    const further = this.#factor * DECREASE >= SLOWEST_BY_LATENCY;
    this.#slowDown(now, SLOWEST_BY_LATENCY, now);
    this.#probing = PROBING.afterLatency;
    return further;
  }

  /** What slowed it was not its own speed. */
  forgive(): void {
    this.#factor = 1;
  }

  #slowDown(now: number, slowest: number, resumesAt: number): void {
    this.#recover(now);
    this.#tooFast = this.#factor;
    this.#factor = Math.min(this.#factor, Math.max(slowest, this.#factor * DECREASE));
    this.#slowedAt = now;
    this.#recoveredTo = Math.max(now, resumesAt);
  }

  #pacedAt(): number {
    return this.#nextPaced - Math.max(TOLERANCE_MS, EVEN_TOLERANCE_MS - this.#roundTrips.unevenness);
  }

  #windowAt(now: number): number {
    const openFor = Math.max(0, WINDOW_MS - this.#roundTrips.credit);
    const closed = this.#answers.findIndex((at) => at + openFor > now);
    this.#answers.splice(0, closed === -1 ? this.#answers.length : closed);

    const places = Math.max(1, Math.floor(this.perSecond));
    const mustClose = this.#underWay + this.#answers.length - places + 1;
    if (mustClose <= 0) return now;
    const last = this.#answers[mustClose - 1];
    return last === undefined ? Number.POSITIVE_INFINITY : last + openFor;
  }

  #recover(now: number): void {
    if (this.#factor === 1 || now <= this.#recoveredTo) return;
    let seconds = (now - this.#recoveredTo) / 1000;
    this.#recoveredTo = now;
    const probesFrom = PROBES_FROM * this.#tooFast;
    if (this.#factor < probesFrom) {
      const quickly = Math.min(seconds, (probesFrom - this.#factor) / RECOVERY);
      this.#factor += quickly * RECOVERY;
      seconds -= quickly;
    }
    this.#factor = Math.min(1, this.#factor + seconds * this.#probing);
  }
}
