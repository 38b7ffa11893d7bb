import type { Context } from '../services/context.ts';
import { type ClaimedDelivery, claimDeliveries } from '../services/deliveries/claim.ts';
import { type ClaimedCall, claimCalls } from '../services/deliveries/claim-calls.ts';
import { nextDue } from '../services/deliveries/next-due.ts';
import { putBackOrphans } from '../services/deliveries/put-back-orphans.ts';
import { type Recovered, recover } from '../services/deliveries/recover.ts';
import type { MessageText } from '../services/deliveries/texts.ts';
import { Backoff } from './backoff.ts';
import { faultOf } from './fault.ts';
import { Parking } from './parking.ts';
import { DELETION_RANK } from './prepare.ts';
import { TextCache } from './text-cache.ts';

/** A notification may be lost: who was not woken looks by itself. */
const LOOK_EVERY_MS = 500;
/** How often it is checked that nothing is attempted of which nobody knows. */
const SWEEP_EVERY_MS = 5000;

/** What a claim brought, with the texts of its deliveries. */
export interface Catch {
  readonly calls: readonly ClaimedCall[];
  readonly deliveries: readonly ClaimedDelivery[];
  readonly texts: ReadonlyMap<ClaimedDelivery['messageId'], MessageText>;
}

/** How much is wanted. `held`: how many are in our hands; `lastRank`: of what would go last of these. */
export interface Want {
  readonly held: number;
  readonly lastRank: number | undefined;
  /** How many should be in our hands at most. */
  readonly size: number;
}

/**
 * Decides when to look for what is due, and takes it. One statement is under way at a time: that makes it certain
 * that whatever is attempted under our epoch, and unknown to us, was never sent.
 */
export class Claimer {
  readonly #ctx: Context;
  readonly #epoch: number;
  readonly #ring: () => void;
  readonly #known: () => Iterable<string>;
  readonly #texts = new TextCache();
  readonly #parking = new Parking();
  readonly #backoff = new Backoff(100, 2000);
  #busy = false;
  #recovered = false;
  /** Somebody said that there is something new, which may be more pressing than what we hold. */
  #woken = true;
  /** The last claim brought all that it asked for: there is probably more. */
  #more = true;
  /** The last claim brought something that deletions have to let pass. */
  #urgent = false;
  #lookAt = 0;
  #sweepAt = 0;
  #disarm: (() => void) | undefined;

  /** `ring` is called whenever `claim` should be asked again; `known` are the ids of all that is in our hands. */
  constructor(
    ctx: Context,
    epoch: number,
    hands: { readonly ring: () => void; readonly known: () => Iterable<string> },
  ) {
    this.#ctx = ctx;
    this.#epoch = epoch;
    this.#ring = hands.ring;
    this.#known = hands.known;
  }

  get busy(): boolean {
    return this.#busy;
  }

  wake(): void {
    this.#woken = true;
    this.#ring();
  }

  /** A row that was put back is not taken again before `until`, in monotonic milliseconds. */
  park(id: string, until: number): void {
    this.#parking.park(id, until);
  }

  stop(): void {
    this.#disarm?.();
  }

  /** How long until there is a reason to look: Infinity while a look is under way or there is no room. */
  nextIn(now: number, want: Want): number {
    if (this.#busy) return Number.POSITIVE_INFINITY;
    return Math.max(this.#backoff.wait(now), this.#dueIn(now, want));
  }

  /** Looks once; call it when `nextIn` is 0. Null when the database could not be asked. Never rejects. */
  async claim(want: Want): Promise<Catch | null> {
    this.#busy = true;
    try {
      const caught = await this.#look(want);
      this.#backoff.succeeded();
      return caught;
    } catch (error) {
      this.#backoff.failed(this.#ctx.clock.monotonic());
      // The claim may have been carried out although its answer is lost.
      this.#sweepAt = 0;
      this.#ctx.log.warn('not-claimed', { error: faultOf(error) });
      return null;
    } finally {
      this.#busy = false;
    }
  }

  #dueIn(now: number, { held, size }: Want): number {
    if (!this.#recovered || this.#woken || this.#sweepAt <= now) return 0;
    if (held > size >> 1) return Number.POSITIVE_INFINITY;
    return this.#more ? 0 : Math.max(0, Math.min(this.#lookAt, this.#parking.nextAt) - now);
  }

  async #look(want: Want): Promise<Catch> {
    const now = this.#ctx.clock.monotonic();
    if (!this.#recovered) await this.#recover();
    if (this.#sweepAt <= now) await this.#sweep(now);
    // Before the statement: what is notified while it runs is not seen by it.
    this.#woken = false;
    const { calls, claimed, room } = await this.#take(want);
    this.#more = calls.length + claimed.taken >= room;
    this.#lookAt = now + LOOK_EVERY_MS;
    if (!this.#more) await this.#arm();
    const ids = claimed.rows.map(({ messageId }) => messageId);
    return { calls, deliveries: claimed.rows, texts: await this.#texts.read(this.#ctx, ids) };
  }

  /** With our hands full, only what goes before the last of what they hold: at most as much again. */
  async #take({ size, held, lastRank }: Want) {
    const full = held >= size;
    const room = full ? size : size - held;
    const except = this.#parking.parked(this.#ctx.clock.monotonic());
    const calls = await claimCalls(this.#ctx, {
      epoch: this.#epoch,
      except,
      limit: room,
      deletions: !this.#urgent,
    });
    const left = room - calls.length;
    const before = left > 0 ? (full ? lastRank : undefined) : DELETION_RANK;
    const claimed = await claimDeliveries(this.#ctx, {
      epoch: this.#epoch,
      except,
      limit: left > 0 ? left : room,
      ...(before !== undefined && { before }),
    });
    this.#urgent = claimed.rows.some(({ priority }) => priority < DELETION_RANK);
    return { calls, claimed, room };
  }

  async #recover(): Promise<void> {
    this.#report(await recover(this.#ctx, { epoch: this.#epoch }));
    this.#recovered = true;
  }

  async #sweep(now: number): Promise<void> {
    this.#report(await recover(this.#ctx, { epoch: this.#epoch }));
    const count = await putBackOrphans(this.#ctx, { epoch: this.#epoch, known: this.#known() });
    if (count > 0) this.#ctx.log.warn('orphans-put-back', { count });
    this.#sweepAt = now + SWEEP_EVERY_MS;
  }

  #report(recovered: Recovered): void {
    const count = Object.values(recovered).reduce((sum, n) => sum + n, 0);
    if (count > 0) this.#ctx.log.warn('attempts-in-doubt', { count, epoch: this.#epoch });
  }

  /** Wakes us when the next row falls due, by the clock that due times are told in. */
  async #arm(): Promise<void> {
    this.#disarm?.();
    this.#disarm = undefined;
    const due = await nextDue(this.#ctx);
    if (due !== null) this.#disarm = this.#ctx.clock.wakeAt(due, () => this.wake());
  }
}
