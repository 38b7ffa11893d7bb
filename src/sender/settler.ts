import type { ClaimId } from '../domain/ids.ts';
import { safeError } from '../domain/safe-error.ts';
import type { Context } from '../services/context.ts';
import { type Settlement, settleDeliveries } from '../services/deliveries/settle.ts';
import { type CallSettlement, settleCalls } from '../services/deliveries/settle-calls.ts';
import { reach } from '../services/fail-point.ts';
import { Backoff } from './backoff.ts';

/** What a record that was taken means for the rest. */
export interface Recorded {
  /** Something may be due now that was not before. */
  readonly moreIsDue: boolean;
  /** A text goes to nobody any more. */
  readonly textHalted: boolean;
  /** Deliveries came to their end. */
  readonly ended: boolean;
}

const NOTHING: Recorded = { moreIsDue: false, textHalted: false, ended: false };

/**
 * Answers wait for company before they are recorded, since until then they are in doubt after a crash: a few for no
 * longer than a statement takes anyway; many for as long as makes a statement worth its while, which at Telegram's
 * rates they never are.
 */
const FEW = 8;
const FEW_GATHER_MS = 5;
const MANY_GATHER_MS = 50;
const ENOUGH = 1000;
/** At most so many at once: a statement of a size that the database answers in tens of milliseconds. */
const MOST = 2000;

/**
 * Collects what became of attempts and records it in batches, one batch at a time. A batch that the database did
 * not take is kept and tried again: recording one twice changes nothing.
 */
export class Settler {
  readonly #ctx: Context;
  readonly #epoch: number;
  readonly #backoff = new Backoff(100, 2000);
  #deliveries: Settlement[] = [];
  #calls: CallSettlement[] = [];
  #underWay: { readonly deliveries: Settlement[]; readonly calls: CallSettlement[] } | undefined;
  #oldest = 0;

  constructor(ctx: Context, epoch: number) {
    this.#ctx = ctx;
    this.#epoch = epoch;
  }

  /** Whether nothing waits to be recorded, and nothing is being recorded. */
  get idle(): boolean {
    return this.waiting === 0 && this.#underWay === undefined;
  }

  /** How many wait to be recorded. */
  get waiting(): number {
    return this.#deliveries.length + this.#calls.length;
  }

  /** True from a batch that was not taken until one is: nothing new should be begun meanwhile. */
  get failing(): boolean {
    return this.#backoff.failing;
  }

  /** Takes a delivery's end, to be recorded with the next batch. */
  add(settlement: Settlement): void {
    this.#mark();
    this.#deliveries.push(settlement);
  }

  /** Takes a call's end, to be recorded with the next batch. */
  addCall(settlement: CallSettlement): void {
    this.#mark();
    this.#calls.push(settlement);
  }

  /** What is not recorded yet, so that nobody takes it in hand again. */
  *ids(): Iterable<string> {
    for (const list of [this.#deliveries, this.#underWay?.deliveries ?? []]) {
      for (const { delivery } of list) yield delivery.id;
    }
    for (const list of [this.#calls, this.#underWay?.calls ?? []]) for (const { call } of list) yield call.id;
  }

  /** The claims of the deliveries among these. */
  *claims(): Iterable<ClaimId> {
    for (const list of [this.#deliveries, this.#underWay?.deliveries ?? []]) {
      for (const { delivery } of list) yield delivery.claim;
    }
  }

  /**
   * How long until there is something to record: 0 now, Infinity when nothing waits or a batch is under way. `hurry`:
   * nothing waits for company.
   */
  nextIn(now: number, hurry: boolean): number {
    if (this.#underWay !== undefined || this.waiting === 0) return Number.POSITIVE_INFINITY;
    const gatherMs = this.waiting <= FEW ? FEW_GATHER_MS : MANY_GATHER_MS;
    const gathered = hurry || this.waiting >= ENOUGH ? 0 : Math.max(0, this.#oldest + gatherMs - now);
    return Math.max(gathered, this.#backoff.wait(now));
  }

  /** Records what waits; call it when `nextIn` is 0. Never rejects. */
  async record(): Promise<Recorded> {
    const deliveries = this.#deliveries.splice(0, MOST);
    const calls = this.#calls.splice(0, MOST);
    this.#underWay = { deliveries, calls };
    this.#oldest = this.#ctx.clock.monotonic();
    try {
      reach('record.next');
      await settleDeliveries(this.#ctx, { epoch: this.#epoch, settlements: deliveries });
      reach('record.deliveries');
      await settleCalls(this.#ctx, { epoch: this.#epoch, settlements: calls });
      reach('record.calls');
      this.#backoff.succeeded();
      return {
        // A call that is over lets the next one to its chat be seen.
        moreIsDue: calls.length > 0 || deliveries.some(({ end }) => end.do === 'again' || end.do === 'move'),
        textHalted: deliveries.some(({ end }) => end.do === 'halt-text'),
        ended: deliveries.length > 0,
      };
    } catch (error) {
      this.#backoff.failed(this.#ctx.clock.monotonic());
      this.#deliveries = [...deliveries, ...this.#deliveries];
      this.#calls = [...calls, ...this.#calls];
      this.#ctx.log.warn('not-recorded', { count: this.waiting, error: safeError(error) });
      return NOTHING;
    } finally {
      this.#underWay = undefined;
    }
  }

  #mark(): void {
    if (this.waiting === 0) this.#oldest = this.#ctx.clock.monotonic();
  }
}
