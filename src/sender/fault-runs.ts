import { afterEnd, type CountedEnd, type FaultRun, HALT_AFTER } from '../domain/fault-run.ts';
import type { BroadcastId } from '../domain/ids.ts';

/** Failures in a row, by broadcast. Knows only those that have one. */
export class FaultRuns {
  readonly #runs = new Map<BroadcastId, FaultRun>();

  /** Counts an end; answers the class of faults for which the broadcast must be halted now, if there is one. */
  ended(broadcastId: BroadcastId, end: CountedEnd): string | null {
    const before = this.#runs.get(broadcastId) ?? null;
    const run = afterEnd(before, end);
    if (run === before) return null;
    if (run === null || run.count >= HALT_AFTER) this.#runs.delete(broadcastId);
    else this.#runs.set(broadcastId, run);
    return run !== null && run.count >= HALT_AFTER ? run.class : null;
  }
}
