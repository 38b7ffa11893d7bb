/** The longest lead: what a crash leaves in doubt is what goes out in this time. */
const LONGEST_MS = 100;
/** Beside the statement: the turns of the event loop around it. */
const SLACK_MS = 2;

/**
 * How long before its slot a row is to be claimed: as long as claiming takes lately, and hardly longer, since
 * whatever is claimed and has not left is in doubt after a crash. Mean and mean deviation, smoothed as TCP smooths
 * its round trips (RFC 6298). A claim that takes longer makes its row late, which the limiter's tolerance makes up.
 */
export class Lead {
  #mean = 10;
  #deviation = 5;

  /** How long before its slot a claim is begun, in milliseconds. */
  get ms(): number {
    return Math.min(LONGEST_MS, SLACK_MS + this.#mean + this.#deviation);
  }

  /** A claim took so long. */
  took(ms: number): void {
    this.#deviation += (Math.abs(ms - this.#mean) - this.#deviation) / 4;
    this.#mean += (ms - this.#mean) / 8;
  }
}
