import type { BroadcastId } from '../domain/ids.ts';
import { safeError } from '../domain/safe-error.ts';
import { finishBroadcasts } from '../services/broadcasts/finish.ts';
import { haltBroadcast } from '../services/broadcasts/halt.ts';
import type { Context } from '../services/context.ts';
import { AT_ONCE } from '../services/deliveries/at-once.ts';
import { cancelHalted } from '../services/deliveries/cancel-halted.ts';
import { reach } from '../services/fail-point.ts';
import { Backoff } from './backoff.ts';

/** While deliveries are being settled, it is looked so often whether that was the last of a broadcast. */
const FINISH_EVERY_MS = 1000;
/** Deliveries can come to an end without us: cancelled by staff, erased with their follower. */
const FINISH_AT_LEAST_EVERY_MS = 5000;

/** What a sender does beside sending, one thing at a time: broadcasts that end or are halted, texts that were refused. */
export class Chores {
  readonly #ctx: Context;
  readonly #epoch: number;
  readonly #backoff = new Backoff(250, 5000);
  readonly #halts = new Map<BroadcastId, string>();
  #busy = false;
  #settled = false;
  #finishAt = 0;
  /** A sender before us may have been killed between the two. */
  #textHalted = true;

  constructor(ctx: Context, epoch: number) {
    this.#ctx = ctx;
    this.#epoch = epoch;
  }

  /** Something was settled, so a broadcast may be over. */
  settled(): void {
    this.#settled = true;
  }

  /** A text was refused: what is planned of it is to be taken back. */
  textHalted(): void {
    this.#textHalted = true;
  }

  /** Whether broadcasts are to be halted and are not yet: nothing should be claimed meanwhile. */
  get isHalting(): boolean {
    return this.#halts.size > 0;
  }

  /** Whether this one is. */
  halts(broadcastId: BroadcastId): boolean {
    return this.#halts.has(broadcastId);
  }

  /** Has a broadcast halted soon. `faults`: the class of the failures in a row. */
  halt(broadcastId: BroadcastId, faults: string): void {
    this.#halts.set(broadcastId, faults);
  }

  /** How long until there is something to do; Infinity while something is being done. */
  nextIn(now: number): number {
    if (this.#busy) return Number.POSITIVE_INFINITY;
    const finish = this.#settled
      ? this.#finishAt
      : this.#finishAt + FINISH_AT_LEAST_EVERY_MS - FINISH_EVERY_MS;
    const due = this.#halts.size > 0 || this.#textHalted ? 0 : finish - now;
    return Math.max(0, this.#backoff.wait(now), due);
  }

  /** Does what is due; call it when `nextIn` is 0. Answers whether anything was halted. Never rejects. */
  async run(): Promise<boolean> {
    const now = this.#ctx.clock.monotonic();
    this.#busy = true;
    try {
      const halted = await this.#haltAll();
      if (this.#textHalted) await this.#cancelHalted();
      await this.#finish(now);
      this.#backoff.succeeded();
      return halted;
    } catch (error) {
      this.#backoff.failed(this.#ctx.clock.monotonic());
      this.#ctx.log.warn('chores-not-done', { error: safeError(error) });
      return false;
    } finally {
      this.#busy = false;
    }
  }

  async #haltAll(): Promise<boolean> {
    const halts = [...this.#halts];
    for (const [broadcastId, faults] of halts) {
      await haltBroadcast(this.#ctx, { epoch: this.#epoch, broadcastId, faults });
      this.#halts.delete(broadcastId);
    }
    return halts.length > 0;
  }

  async #cancelHalted(): Promise<void> {
    // Before the statement: a text that is refused while it runs is not seen by it.
    this.#textHalted = false;
    const count = await cancelHalted(this.#ctx);
    reach('text.cancelled');
    if (count === AT_ONCE) this.#textHalted = true;
    if (count > 0) this.#ctx.log.info('text-cancelled', { count });
  }

  async #finish(now: number): Promise<void> {
    // Before the statement: what is settled while it runs is not seen by it.
    this.#settled = false;
    this.#finishAt = now + FINISH_EVERY_MS;
    await finishBroadcasts(this.#ctx);
    reach('finish.done');
  }
}
