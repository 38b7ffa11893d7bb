/**
 * What can be made to go wrong. `accepted` says on which side of the acceptance: true means that the request was
 * carried out and stands in the ledger although its answer is lost.
 */
export type Fault =
  /** The connection is destroyed before anything is read. */
  | { readonly kind: 'refuse' }
  /** The connection is reset once the request has been read. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
  /** The request waits before it is carried out (`accepted: false`), or its answer does. */
  | { readonly kind: 'stall'; readonly ms: number; readonly accepted: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly accepted: boolean }
  /** A proxy's page instead of JSON. */
  | { readonly kind: 'html'; readonly status: number; readonly accepted: boolean }
  /** Half of the answer, then the connection closes. Always accepted. */
  | { readonly kind: 'truncated' }
  /** 429; null leaves `retry_after` out. */
  | { readonly kind: 'too many requests'; readonly retryAfter: number | null }
  /** A refusal that the stand-in has no reason for: 400 with this description. */
  | { readonly kind: 'bad request'; readonly description: string }
  /** A frozen bot: MTProto's 406 FROZEN_METHOD_INVALID, which the Bot API server answers as 400. */
  | { readonly kind: 'frozen' }
  | { readonly kind: 'unauthorized' };

/** A fault with what it applies to (all that is given must match) and how often. */
export interface PlannedFault {
  readonly fault: Fault;
  readonly bot?: number | undefined;
  readonly method?: string | undefined;
  readonly chat?: number | undefined;
  readonly times: number;
  /** Matching requests that pass unharmed first. */
  readonly skip: number;
}

interface Waiting extends PlannedFault {
  left: number;
  toSkip: number;
}

/** The faults that are still to happen, in the order they were planned. */
export class FaultPlan {
  #waiting: Waiting[] = [];

  add(planned: PlannedFault): void {
    this.#waiting.push({ ...planned, left: planned.times, toSkip: planned.skip });
  }

  clear(): void {
    this.#waiting = [];
  }

  pending(): readonly PlannedFault[] {
    return this.#waiting.map((w) => ({ ...w, times: w.left, skip: w.toSkip }));
  }

  /** The fault that a new connection meets. */
  forConnection(): Fault | null {
    return this.#waiting.length === 0 ? null : this.#take((w) => w.fault.kind === 'refuse');
  }

  /** The fault that a request meets; it is used up. */
  forRequest(bot: number, method: string, chat: number | null): Fault | null {
    if (this.#waiting.length === 0) return null;
    return this.#take(
      (w) =>
        w.fault.kind !== 'refuse' &&
        (w.bot === undefined || w.bot === bot) &&
        (w.method === undefined || w.method.toLowerCase() === method.toLowerCase()) &&
        (w.chat === undefined || w.chat === chat),
    );
  }

  #take(matches: (waiting: Waiting) => boolean): Fault | null {
    const found = this.#waiting.find(matches);
    if (found === undefined) return null;
    if (found.toSkip > 0) {
      found.toSkip -= 1;
      return null;
    }
    found.left -= 1;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((w) => w !== found);
    return found.fault;
  }
}
