import type { BroadcastId, CaseId, ClaimId, DeliveryId, MessageId } from '../domain/ids.ts';
import { safeError } from '../domain/safe-error.ts';
import type { Context } from '../services/context.ts';
import { checkHeld, NOTHING_WITHDRAWN, type Withdrawn } from '../services/deliveries/check-held.ts';
import { type ClaimedDelivery, claimDeliveries } from '../services/deliveries/claim.ts';
import { type ClaimedCall, claimCalls } from '../services/deliveries/claim-calls.ts';
import { type Candidate, lookForDue } from '../services/deliveries/look.ts';
import { nextDue } from '../services/deliveries/next-due.ts';
import { putBackOrphans } from '../services/deliveries/put-back-orphans.ts';
import { putOffQuiet, type QuietNow, quietNow } from '../services/deliveries/quiet.ts';
import { type Recovered, recover } from '../services/deliveries/recover.ts';
import type { MessageText } from '../services/deliveries/texts.ts';
import { reach } from '../services/fail-point.ts';
import { Backoff } from './backoff.ts';
import type { Canaries } from './canaries.ts';
import { Lead } from './lead.ts';
import { Parking } from './parking.ts';
import { TextCache } from './text-cache.ts';

/** A notification may be lost: who was not woken looks by itself. */
const LOOK_EVERY_MS = 500;
/** How often it is checked that nothing is attempted of which nobody knows. */
const SWEEP_EVERY_MS = 5000;
/** Names of so many rows are known ahead, as a multiple of what is claimed at once. */
const LOOK_AHEAD = 4;
const LEAST_AHEAD = 64;

/** What a claim brought, with the texts of its deliveries. */
export interface Catch {
  /** To be given up before anything new is added: see `check-held.ts`. */
  readonly withdrawn: Withdrawn;
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

/** What the claimer asks of whoever holds what it claimed. */
export interface Hands {
  /** Called whenever `claim` should be asked again. */
  ring(): void;
  /** The ids of all that is in our hands, sent or not. */
  known(): Iterable<string>;
  /** The claims of the deliveries among these. */
  claims(): Iterable<ClaimId>;
  /** Of the deliveries that have not left: their broadcasts, and themselves. */
  broadcasts(): Iterable<BroadcastId>;
  deliveries(): Iterable<DeliveryId>;
}

const NOTHING: Catch = { withdrawn: NOTHING_WITHDRAWN, calls: [], deliveries: [], texts: new Map() };

/**
 * Knows what is due, and takes it in hand when its slot is near. Looking changes nothing, so it may look far ahead
 * and again whenever something new is said to be there; what is claimed is in doubt after a crash, so it claims
 * late and little. One statement is under way at a time: that makes it certain that whatever is attempted under
 * our epoch, and unknown to us, was never sent.
 */
export class Claimer {
  readonly #ctx: Context;
  readonly #epoch: number;
  readonly #hands: Hands;
  readonly #canaries: Canaries;
  readonly #texts = new TextCache();
  readonly #parking = new Parking();
  readonly #lead = new Lead();
  readonly #backoff = new Backoff(100, 2000);
  #busy = false;
  #recovered = false;
  /** What the last look saw and was not claimed yet, the most pressing first. */
  #ahead: Candidate[] = [];
  /** When each case had its last turn, counted in turns. */
  readonly #served = new Map<CaseId | null, number>();
  #turns = 0;
  /** Claims of which all was handed over, and that are not known to be deleted. */
  readonly #answered = new Set<ClaimId>();
  /** Somebody said that there is something new, which may be more pressing than what we know of. */
  #woken = true;
  /** The last look brought all that it asked for: there is probably more. */
  #more = true;
  /** As it was a moment ago. */
  #quiet: QuietNow | null = null;
  #quietAt = 0;
  #lookAt = 0;
  #sweepAt = 0;
  #disarm: (() => void) | undefined;

  constructor(ctx: Context, epoch: number, hands: Hands, canaries: Canaries) {
    this.#ctx = ctx;
    this.#epoch = epoch;
    this.#hands = hands;
    this.#canaries = canaries;
  }

  /** How long before its slot a row should be claimed, in milliseconds. */
  get leadMs(): number {
    return this.#lead.ms;
  }

  /** Whether a claim is under way. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Something may have fallen due: looks without waiting for its time. */
  wake(): void {
    this.#woken = true;
    this.#hands.ring();
  }

  /** A row that was put back is not taken again before `until`, in monotonic milliseconds. */
  park(id: string, until: number): void {
    this.#parking.park(id, until);
  }

  /** Nothing wakes it any more. */
  stop(): void {
    this.#disarm?.();
  }

  /** How long until there is a reason to look: Infinity while a statement is under way. */
  lookIn(now: number, { size }: Want): number {
    if (this.#busy) return Number.POSITIVE_INFINITY;
    const empty = this.#more && this.#ahead.length < size;
    const due = this.#woken || empty ? 0 : Math.min(this.#lookAt, this.#sweepAt, this.#parking.nextAt) - now;
    return Math.max(0, this.#backoff.wait(now), due);
  }

  /** Whether something should be claimed as soon as its slot is near. */
  wants(now: number, { held, size, lastRank }: Want): boolean {
    if (this.#busy || this.#backoff.failing) return false;
    const first = this.#ahead.find((one) => this.#mayGo(one, now));
    if (first === undefined) return false;
    return held <= size >> 1 || (lastRank !== undefined && first.rank < lastRank);
  }

  /** Looks at what is due; answers what must not leave any more. Never rejects. */
  async look(want: Want): Promise<Withdrawn> {
    return this.#alone(NOTHING_WITHDRAWN, async () => {
      const now = this.#ctx.clock.monotonic();
      if (!this.#recovered || this.#sweepAt <= now) await this.#sweep(now);
      // Before the statements: what is notified while they run is not seen by them.
      const woken = this.#woken;
      this.#woken = false;
      const limit = Math.max(LEAST_AHEAD, LOOK_AHEAD * want.size);
      const except = this.#parking.parked(now);
      if (this.#quietAt <= now) {
        this.#quiet = await quietNow(this.#ctx);
        this.#quietAt = now + LOOK_EVERY_MS;
      }
      const keptBack = (id: MessageId) => !this.#canaries.mayGo(id, now);
      this.#ahead = await lookForDue(this.#ctx, { limit, except, served: this.#served, keptBack });
      reach('look.done');
      this.#more = this.#ahead.length >= limit;
      this.#lookAt = now + LOOK_EVERY_MS;
      if (!this.#more) await this.#arm();
      // Whoever pauses, cancels or forgets wakes us.
      return woken ? checkHeld(this.#ctx, this.#held()) : NOTHING_WITHDRAWN;
    });
  }

  /** Takes in hand what goes next. Brings nothing when the database could not be asked. Never rejects. */
  async claim(want: Want): Promise<Catch> {
    const began = this.#ctx.clock.monotonic();
    const next = this.#next(want, began);
    const caught = await this.#alone(NOTHING, async () => {
      reach('claim.next');
      const calls = await claimCalls(this.#ctx, {
        epoch: this.#epoch,
        ids: next.flatMap((one) => (one.kind === 'call' ? [one.id] : [])),
      });
      reach('claim.calls');
      const deliveries = await this.#claimDeliveries(
        next.flatMap((one) => (one.kind === 'delivery' ? [one.id] : [])),
      );
      reach('claim.deliveries');
      const ids = deliveries.map(({ messageId }) => messageId);
      const texts = await this.#texts.read(this.#ctx, ids);
      reach('claim.texts');
      const withdrawn = await this.#checkHeld(deliveries);
      this.#lead.took(this.#ctx.clock.monotonic() - began);
      // Not before all that belongs to it is there: what fails until here is never handed over, and is put back.
      for (const { claim } of deliveries.slice(0, 1)) this.#answered.add(claim);
      return { withdrawn, calls, deliveries, texts };
    });
    this.#letOut(next, caught.deliveries, began);
    return caught;
  }

  async #claimDeliveries(ids: readonly DeliveryId[]): Promise<readonly ClaimedDelivery[]> {
    if (ids.length === 0) return [];
    const over = this.#over();
    const quiet = this.#quiet;
    const deliveries = await claimDeliveries(this.#ctx, { epoch: this.#epoch, ids, over, quiet });
    // What is behind the first that must wait will have to wait as well: not to be tried one by one.
    if (quiet !== null && deliveries.length < ids.length && (await putOffQuiet(this.#ctx, quiet)) > 0)
      this.#woken = true;
    for (const claim of over) this.#answered.delete(claim);
    return deliveries;
  }

  /** Claims of which nothing is in our hands any more: all of it is recorded. */
  #over(): ClaimId[] {
    const claims = new Set(this.#hands.claims());
    return [...this.#answered].filter((claim) => !claims.has(claim));
  }

  /** Of what was claimed we know already that it runs: newer rows of nothing else came with it. */
  #checkHeld(claimed: readonly ClaimedDelivery[]): Promise<Withdrawn> {
    if (claimed.length === 0) return Promise.resolve(NOTHING_WITHDRAWN);
    const broadcasts = new Set(this.#hands.broadcasts());
    for (const { broadcastId } of claimed) broadcasts.delete(broadcastId);
    return checkHeld(this.#ctx, { broadcasts, deliveries: [] });
  }

  /** A reader may have got another text than was seen, or nothing at all. */
  #letOut(next: readonly Candidate[], claimed: readonly ClaimedDelivery[], now: number): void {
    for (const one of next) if (one.kind === 'delivery') this.#canaries.cameBack(one.messageId);
    for (const { messageId } of claimed) this.#canaries.letOut(messageId, now);
  }

  #held() {
    return { broadcasts: this.#hands.broadcasts(), deliveries: this.#hands.deliveries() };
  }

  /** With our hands full, only what goes before the last of what they hold: at most as much again. */
  #next({ size, held, lastRank }: Want, now: number): Candidate[] {
    const full = held > size >> 1;
    const room = full ? size : size - held;
    const passes = (one: Candidate) => !full || lastRank === undefined || one.rank < lastRank;
    const next: Candidate[] = [];
    const left: Candidate[] = [];
    for (const one of this.#ahead) {
      const goes = next.length < room && passes(one) && this.#mayGo(one, now);
      (goes ? next : left).push(one);
      if (goes) this.#takeTurn(one, now);
    }
    this.#ahead = left;
    return next;
  }

  #mayGo(one: Candidate, now: number): boolean {
    return one.kind === 'call' || this.#canaries.mayGo(one.messageId, now);
  }

  #takeTurn(one: Candidate, now: number): void {
    if (one.kind === 'delivery') this.#canaries.letOut(one.messageId, now);
    this.#turns += 1;
    this.#served.set(one.caseId, this.#turns);
  }

  async #alone<Brought>(otherwise: Brought, work: () => Promise<Brought>): Promise<Brought> {
    this.#busy = true;
    try {
      const brought = await work();
      this.#backoff.succeeded();
      return brought;
    } catch (error) {
      this.#backoff.failed(this.#ctx.clock.monotonic());
      // A claim may have been carried out although its answer is lost; what was seen may be gone.
      this.#sweepAt = 0;
      this.#woken = true;
      this.#ctx.log.warn('not-claimed', { error: safeError(error) });
      return otherwise;
    } finally {
      this.#busy = false;
    }
  }

  /** Decides about what others left behind, and puts back what was lost on its way to us. */
  async #sweep(now: number): Promise<void> {
    this.#report(await recover(this.#ctx, { epoch: this.#epoch }));
    this.#recovered = true;
    reach('recover.committed');
    const count = await putBackOrphans(this.#ctx, {
      epoch: this.#epoch,
      known: this.#hands.known(),
      answered: this.#answered,
    });
    reach('orphans.put-back');
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
