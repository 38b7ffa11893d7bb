import type { CallOutcome } from '../domain/outcome.ts';
import { Backoff } from './backoff.ts';

const FIRST_MS = 250;
const LONGEST_MS = 30_000;
/** Answers that fail to come one after the other, until that is taken for an outage. */
const LOST_IN_A_ROW = 5;

/**
 * Whether it makes sense to send anything now. A network that carries nothing, and a Telegram that answers nothing
 * that can be used, are left alone for longer and longer: whatever is sent meanwhile would be in doubt.
 */
export class Network {
  readonly #backoff = new Backoff(FIRST_MS, LONGEST_MS);
  #lostInARow = 0;

  /** Milliseconds until the next try; 0 when it may be made. */
  wait(now: number): number {
    return this.#backoff.wait(now);
  }

  /** What came of a call. */
  took(answer: CallOutcome<unknown>, now: number): void {
    this.#lostInARow = answer.kind === 'unknown' ? this.#lostInARow + 1 : 0;
    if (answer.kind === 'unsent' || this.#lostInARow >= LOST_IN_A_ROW) this.#backoff.failed(now);
    else if (answer.kind !== 'unknown') this.#backoff.succeeded();
  }
}
