/**
 * Rows that were put back because their chat must wait, until it may be written to. Kept here and not as a later
 * due time: a chat's second passes by the monotonic clock, and due times go by one that a replay may stop.
 */
export class Parking {
  readonly #until = new Map<string, number>();

  /** Keeps a row out of the way until then, by the monotonic clock. */
  park(id: string, until: number): void {
    this.#until.set(id, until);
  }

  /** The rows that must still wait. */
  parked(now: number): string[] {
    for (const [id, until] of this.#until) if (until <= now) this.#until.delete(id);
    return [...this.#until.keys()];
  }

  /** When the next of them may go; Infinity when none is parked. */
  get nextAt(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#until.values());
  }
}
