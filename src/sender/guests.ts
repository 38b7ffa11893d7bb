import { randomUUID } from 'node:crypto';
import type { CallOutcome } from '../domain/outcome.ts';
import type { LimitedChat, Limiter } from '../telegram/limiter.ts';
import type { CallInSlot, NoSlot, SlotGiver } from '../telegram/slots.ts';

/**
 * A call waits so long for its slot, in milliseconds: what it is for is being attempted meanwhile, and in doubt if the
 * process dies.
 */
const PATIENCE_MS = 5000;

/** A call beside the sender's rows. */
export interface Guest {
  readonly id: string;
  readonly chat: LimitedChat;
  readonly until: number;
  readonly call: CallInSlot;
  readonly settle: (outcome: CallOutcome<unknown> | NoSlot) => void;
  readonly fail: (reason: unknown) => void;
}

export interface GuestsDeps {
  readonly limiter: Pick<Limiter, 'chatReadyAt' | 'state'>;
  readonly now: () => number;
  /** Why nothing may leave at all now, and for how long; null when nothing stands in the way. */
  readonly shut: (now: number) => NoSlot | null;
  readonly ring: () => void;
}

/**
 * Those that wait for a slot of the lane without a row of the sender's: posts to channels of ours, and their deletions. They
 * are few, one at a time for each channel, and go ahead of what is held.
 */
export class Guests implements SlotGiver {
  readonly #deps: GuestsDeps;
  readonly #underWay = new Set<string>();
  #waiting: Guest[] = [];

  constructor(deps: GuestsDeps) {
    this.#deps = deps;
  }

  /** How many wait for a slot. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** How many hold a slot. */
  get underWay(): number {
    return this.#underWay.size;
  }

  /** Why there is no slot for this chat now; null when there may be one. */
  refusal(chat: LimitedChat): NoSlot | null {
    const { limiter, now: clock, shut } = this.#deps;
    const now = clock();
    const closed = shut(now);
    if (closed !== null) return closed;
    const frozen = limiter.state(now).frozenForMs;
    const wait = Math.max(frozen, limiter.chatReadyAt(chat, now) - now);
    return wait > PATIENCE_MS ? noSlot(wait, 'NO_SLOT_SOON') : null;
  }

  /** Makes the call as soon as there is a slot for it, or says why there will be none. */
  take(chat: LimitedChat, call: CallInSlot): Promise<CallOutcome<unknown> | NoSlot> {
    const refusal = this.refusal(chat);
    if (refusal !== null) return Promise.resolve(refusal);
    const { promise, resolve: settle, reject: fail } = Promise.withResolvers<CallOutcome<unknown> | NoSlot>();
    const until = this.#deps.now() + PATIENCE_MS;
    this.#waiting.push({ id: randomUUID(), chat, until, call, settle, fail });
    this.#deps.ring();
    return promise;
  }

  /** Takes out the first whose chat is ready. Call `left` once it is answered. */
  next(now: number): Guest | undefined {
    const at = this.#waiting.findIndex(({ chat }) => this.#deps.limiter.chatReadyAt(chat, now) <= now);
    const [guest] = at < 0 ? [] : this.#waiting.splice(at, 1);
    if (guest !== undefined) this.#underWay.add(guest.id);
    return guest;
  }

  /** The call is over, whatever came of it. */
  left({ id }: Guest): void {
    this.#underWay.delete(id);
  }

  /** Sends away who has waited long enough; all of them when nothing may leave. */
  review(now: number): void {
    const closed = this.#deps.shut(now);
    const stay: Guest[] = [];
    for (const guest of this.#waiting) {
      const refusal = closed ?? (now >= guest.until ? noSlot(1000, 'NO_SLOT') : null);
      if (refusal === null) stay.push(guest);
      else guest.settle(refusal);
    }
    this.#waiting = stay;
  }

  /** Nobody gets a slot any more. */
  end(): void {
    for (const { settle } of this.#waiting.splice(0)) settle(noSlot(1000, 'NO_SENDER'));
  }
}

function noSlot(waitMs: number, code: string): NoSlot {
  return { kind: 'no-slot', seconds: Math.max(1, Math.ceil(waitMs / 1000)), code };
}
