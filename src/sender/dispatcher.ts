import type { ClaimId } from '../domain/ids.ts';
import type { CallOutcome } from '../domain/outcome.ts';
import type { Context } from '../services/context.ts';
import type { Withdrawn } from '../services/deliveries/check-held.ts';
import type { ClaimedDelivery } from '../services/deliveries/claim.ts';
import { classOf } from '../services/deliveries/judge.ts';
import type { Opener } from '../services/deliveries/open.ts';
import type { SettledEnd } from '../services/deliveries/settle.ts';
import { reach } from '../services/fail-point.ts';
import { type Limiter, type LimiterOptions, startLimiter } from '../telegram/limiter.ts';
import type { NoSlot, Slots } from '../telegram/slots.ts';
import type { Transport } from '../telegram/transport.ts';
import { type Answer, takeAnswer } from './answers.ts';
import { BotGate } from './bot-gate.ts';
import { Canaries } from './canaries.ts';
import { Chores } from './chores.ts';
import { Claimer, type Want } from './claimer.ts';
import type { Counters } from './counters.ts';
import { type DeliveryEntry, type Entry, isDelivery } from './entry.ts';
import { FaultRuns } from './fault-runs.ts';
import { type Guest, Guests } from './guests.ts';
import { Held } from './held.ts';
import { takeIn } from './intake.ts';
import type { Lease } from './lease.ts';
import { Network } from './network.ts';
import { Photos } from './photos.ts';
import { canBePaid, isOver, requestOf } from './prepare.ts';
import { Purse } from './purse.ts';
import { Settler } from './settler.ts';

/** As much as is claimed at once when nothing paces: 500 cost a quarter more of the database's time for each row. */
const MOST_AT_ONCE = 2000;
/** A row that cannot go out within this time is put back, since nobody knows what comes. */
const HELD_AT_MOST_MS = 1000;
/** A row whose chat cannot take it within this time is put back at once. */
const CHAT_WAIT_MS = 250;
/** What is under way at the end is waited for so long. Whatever stops the process gives it 10 s. */
const DRAIN_MS = 8000;
/** How often what is held is looked through for what cannot leave soon. */
const REVIEW_MS = 50;
/** When every chat of what is held is busy, so long until they are looked at again. */
const CHATS_BUSY_MS = 20;
/** A timer is never set for longer: what was overlooked is seen then. */
const IDLE_MS = 500;
/** What asks for a slot while nothing may leave is told to come back after so many seconds. */
const COME_BACK_SECONDS = 5;
/** A lease that was not renewed in time may still be: nothing can be done meanwhile, and nothing rings. */
const LAPSED_MS = 50;

export interface DispatcherDeps {
  readonly ctx: Context;
  readonly lease: Lease;
  readonly transport: Transport;
  readonly opener: Opener;
  readonly limiter: LimiterOptions;
  /** Requests under way at once, at most: no more than the transport has connections. */
  readonly concurrency: number;
  readonly counters: Counters;
  /** Where calls beside our rows ask for slots of the lane; none, where there are no such calls. */
  readonly slots?: Slots;
}

/**
 * Sends what is due under one lease, from its take-over to its end. Everything here runs in one thread and is
 * driven by `#pump`: an answer, a notification or a timer rings, and the pump does what can be done then.
 */
export class Dispatcher {
  readonly #deps: DispatcherDeps;
  readonly #ctx: Context;
  readonly #lease: Lease;
  readonly #limiter: Limiter;
  readonly #purse: Purse;
  readonly #claimer: Claimer;
  readonly #settler: Settler;
  readonly #held = new Held();
  readonly #underWay = new Map<string, Entry>();
  readonly #canaries = new Canaries();
  readonly #faultRuns = new FaultRuns();
  readonly #chores: Chores;
  readonly #gate: BotGate;
  readonly #network = new Network();
  readonly #photos: Photos;
  readonly #guests: Guests;
  readonly #ended = Promise.withResolvers<void>();
  #looked = false;
  #over = false;
  #reviewAt = 0;
  #drainUntil: number | undefined;
  #rung = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
    this.#ctx = deps.ctx;
    this.#lease = deps.lease;
    this.#limiter = startLimiter(deps.limiter, deps.ctx.clock.monotonic());
    this.#purse = new Purse(deps.ctx, this.#limiter);
    this.#settler = new Settler(deps.ctx, deps.lease.epoch);
    this.#chores = new Chores(deps.ctx, deps.lease.epoch);
    this.#gate = new BotGate(deps.ctx, deps.lease, deps.transport);
    this.#photos = new Photos(deps.ctx, deps.transport);
    this.#guests = new Guests({
      limiter: this.#limiter,
      now: () => deps.ctx.clock.monotonic(),
      shut: (now) => this.#shut(now),
      ring: () => this.#ring(),
    });
    const hands = {
      ring: () => this.#ring(),
      known: () => this.#known(),
      claims: () => this.#claims(),
      broadcasts: () => this.#held.broadcasts(),
      deliveries: () => this.#held.deliveries(),
    };
    this.#claimer = new Claimer(deps.ctx, deps.lease.epoch, hands, this.#canaries);
  }

  /** There may be something new to send. */
  wake(): void {
    this.#claimer.wake();
  }

  /** What lies in memory now. For metrics. */
  state() {
    const { perSecond, frozenForMs, starsSpent } = this.#limiter.state(this.#ctx.clock.monotonic());
    return {
      held: this.#held.size,
      underWay: this.#underWay.size + this.#guests.underWay,
      unrecorded: this.#settler.waiting,
      perSecond,
      frozenForMs,
      starsSpent,
      botStopped: this.#gate.isStopped ? 1 : 0,
    };
  }

  /** Resolves once everything under way is recorded after `stop`, or the lease is lost. Rejects for a fault of ours. */
  async run(stop: AbortSignal): Promise<void> {
    const ring = () => this.#ring();
    stop.addEventListener('abort', ring);
    this.#lease.lost.addEventListener('abort', ring);
    this.#stopOn(stop);
    const close = this.#deps.slots?.givenBy(this.#guests);
    ring();
    try {
      await this.#ended.promise;
    } finally {
      this.#over = true;
      close?.();
      this.#guests.end();
      stop.removeEventListener('abort', ring);
      this.#lease.lost.removeEventListener('abort', ring);
      clearTimeout(this.#timer);
      this.#claimer.stop();
    }
  }

  #stopOn(stop: AbortSignal): void {
    const begin = () => {
      this.#drainUntil ??= this.#ctx.clock.monotonic() + DRAIN_MS;
    };
    if (stop.aborted) begin();
    else stop.addEventListener('abort', begin, { once: true });
  }

  /** Answers that come in one turn of the event loop are handled by one pump. */
  #ring(): void {
    if (this.#rung) return;
    this.#rung = true;
    setImmediate(() => {
      this.#rung = false;
      try {
        this.#pump();
      } catch (error) {
        this.#ended.reject(error);
      }
    });
  }

  #pump(): void {
    if (this.#over) return;
    const now = this.#ctx.clock.monotonic();
    if (this.#lease.lost.aborted || this.#isDrained(now)) {
      this.#ended.resolve();
      return;
    }
    this.#guests.review(now);
    if (this.#lease.valid()) {
      this.#putBackIdle(now);
      this.#claim(now);
      this.#dispatch(now);
      if (this.#settler.nextIn(now, this.#drains) <= 0) this.#record();
      this.#doBeside(now);
    }
    if (this.#drainUntil !== undefined) this.#closePurse();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ring(), this.#restMs(now));
  }

  get #sends(): boolean {
    return this.#drainUntil === undefined && this.#gate.isOpen;
  }

  /** Why no call beside our rows may leave now; null when its slot can come. */
  #shut(now: number): NoSlot | null {
    const shut = (code: string, seconds = COME_BACK_SECONDS): NoSlot => ({ kind: 'no-slot', seconds, code });
    if (this.#over || this.#drains) return shut('NO_SENDER');
    if (this.#gate.isStopped) return shut('BOT_STOPPED');
    const wait = this.#network.wait(now);
    return wait > COME_BACK_SECONDS * 1000 ? shut('NO_NETWORK', Math.ceil(wait / 1000)) : null;
  }

  get #busy(): number {
    return this.#underWay.size + this.#guests.underWay;
  }

  /** Requests under way at once, at most. */
  get #concurrency(): number {
    return this.#gate.isOnTrial ? 1 : this.#deps.concurrency;
  }

  get #drains(): boolean {
    return this.#drainUntil !== undefined;
  }

  #isDrained(now: number): boolean {
    if (this.#drainUntil === undefined) return false;
    if (now >= this.#drainUntil) {
      this.#ctx.log.warn('not-drained', { count: this.#underWay.size + this.#settler.waiting });
      return true;
    }
    const idle = this.#settler.idle && !this.#claimer.busy && !this.#purse.busy && !this.#purse.isOpen;
    return idle && this.#held.size === 0 && this.#underWay.size === 0;
  }

  #restMs(now: number): number {
    if (!this.#lease.valid()) return LAPSED_MS;
    const waits = [IDLE_MS, this.#settler.nextIn(now, this.#drains)];
    if (this.#drainUntil === undefined) {
      waits.push(this.#chores.nextIn(now), this.#gate.nextIn(now), this.#purse.nextIn(now));
    }
    if (this.#sends && this.#held.size + this.#guests.waiting > 0 && this.#busy < this.#concurrency) {
      const slot = this.#limiter.nextSlot(now);
      // With the slot open it is the chats that are busy: an answer rings, and their seconds pass.
      waits.push(Math.max(slot > 0 ? slot : CHATS_BUSY_MS, this.#network.wait(now)));
    }
    if (this.#sends && !this.#settler.failing && !this.#chores.isHalting) {
      const want = this.#want(now);
      const lead = this.#limiter.nextSlot(now) - this.#claimer.leadMs;
      waits.push(Math.max(this.#network.wait(now), this.#claimer.lookIn(now, want)));
      if (this.#claimer.wants(now, want)) waits.push(Math.max(this.#network.wait(now), lead));
    }
    return Math.max(0, Math.ceil(Math.min(...waits)));
  }

  // --- claiming

  #want(now: number): Want {
    const { perSecond } = this.#limiter.state(now);
    const ahead = Math.ceil((perSecond * this.#claimer.leadMs) / 1000);
    return {
      size: Math.min(MOST_AT_ONCE, Math.max(1, ahead)),
      held: this.#held.size,
      lastRank: this.#held.lastRank,
    };
  }

  #claim(now: number): void {
    // Nothing is begun whose end could not be recorded.
    if (!this.#sends || this.#settler.failing || this.#chores.isHalting || this.#network.wait(now) > 0)
      return;
    const want = this.#want(now);
    const claims = this.#claimer.wants(now, want) && this.#limiter.nextSlot(now) <= this.#claimer.leadMs;
    const looks = this.#claimer.lookIn(now, want) <= 0;
    // In turns when both are wanted: notifications without end must not keep anything from going out.
    if (looks && !(claims && this.#looked)) {
      this.#looked = true;
      this.#then(this.#claimer.look(want), (withdrawn) => this.#giveUp(withdrawn));
    } else if (claims) {
      this.#looked = false;
      this.#then(this.#claimer.claim(want), (caught) => {
        this.#giveUp(caught.withdrawn);
        const { entries, refused } = takeIn({ ...this.#deps, settler: this.#settler }, caught);
        for (const entry of entries) this.#held.add(entry);
        if (entries.length > 0) reach('claim.held');
        for (const { delivery, end } of refused) this.#learn(delivery, end, this.#ctx.clock.monotonic());
        if (this.#chores.isHalting) this.#letGo(({ row }) => this.#chores.halts(row.broadcastId));
      });
    }
  }

  /** Lets go of what must not leave any more: its broadcast stands still or was cancelled, or its row is gone. */
  #giveUp({ broadcasts, erased }: Withdrawn): void {
    if (broadcasts.size + erased.size === 0) return;
    this.#letGo(({ row }) => broadcasts.has(row.broadcastId) || erased.has(row.id));
  }

  #letGo(unwanted: (entry: DeliveryEntry) => boolean): void {
    for (const entry of this.#held.takeAll((one) => isDelivery(one) && unwanted(one))) this.#putBack(entry);
  }

  #putBack(entry: Entry): void {
    this.#deps.counters.putBack += 1;
    this.#end(entry, { do: 'put-back' });
  }

  /** Goes on once something asynchronous is done. That it fails is a fault of ours, and ends the run. */
  #then<Value>(work: Promise<Value>, next: (value: Value) => void): void {
    work
      .then((value) => {
        next(value);
        this.#ring();
      })
      .catch((error) => this.#ended.reject(error));
  }

  /** Gives up what cannot leave soon: others may be ready, and a crash should leave little in doubt. */
  #putBackIdle(now: number): void {
    if (this.#held.size === 0 || (this.#sends && now < this.#reviewAt)) return;
    this.#reviewAt = now + REVIEW_MS;
    const idle = this.#held.takeAll((entry) => !this.#sends || !this.#leavesSoon(entry, now));
    for (const entry of idle) {
      this.#claimer.park(entry.row.id, now + this.#chatWait(entry, now));
      this.#putBack(entry);
    }
  }

  #leavesSoon(entry: Entry, now: number): boolean {
    return now - entry.since <= HELD_AT_MOST_MS && this.#chatWait(entry, now) <= CHAT_WAIT_MS;
  }

  /** How long until the entry's chat may get a message. Nobody knows when one under way to it is answered: soon. */
  #chatWait({ chat }: Entry, now: number): number {
    const wait = this.#limiter.chatReadyAt(chat, now) - now;
    return wait > CHAT_WAIT_MS && this.#isUnderWayTo(chat.key) ? CHAT_WAIT_MS : wait;
  }

  #isUnderWayTo(chatKey: string): boolean {
    return this.#underWay.values().some(({ chat }) => chat.key === chatKey);
  }

  // --- sending

  #dispatch(now: number): void {
    while (
      this.#sends &&
      this.#lease.valid() &&
      this.#busy < this.#concurrency &&
      this.#network.wait(now) === 0 &&
      this.#limiter.nextSlot(now) <= 0
    ) {
      const pays = this.#limiter.pays(now);
      const guest = pays ? undefined : this.#guests.next(now);
      if (guest !== undefined) {
        this.#receive(guest, now);
        continue;
      }
      const entry = this.#held.take(
        (one) => this.#limiter.chatReadyAt(one.chat, now) <= now && (!pays || canBePaid(one)),
      );
      if (entry === undefined) return;
      if (isOver(this.#ctx, entry)) this.#end(entry, { do: 'expired' });
      else this.#send(entry, now);
    }
  }

  #send(entry: Entry, now: number): void {
    const { id } = entry.row;
    this.#underWay.set(id, entry);
    const { paid } = this.#limiter.sent(id, entry.chat, now);
    if (paid) this.#purse.sent(id);
    const request = requestOf(entry, paid);
    const options = { signal: this.#lease.lost, mayStart: () => this.#lease.valid() };
    reach('send.next');
    const answer: Promise<Answer> =
      request.photo === null
        ? this.#deps.transport.call(request.method, request.params, {
            ...options,
            ...(request.uploads && { uploads: request.uploads }),
          })
        : this.#photos.send(request, options);
    this.#then(answer, (said) => this.#answered(entry, said));
  }

  /** A call beside our rows, in a slot like theirs. What it is answered is its own affair, and the lane's and the bot's. */
  #receive(guest: Guest, now: number): void {
    this.#limiter.sent(guest.id, guest.chat, now);
    const answered = (said: CallOutcome<unknown>) => {
      const at = this.#ctx.clock.monotonic();
      this.#guests.left(guest);
      this.#limiter.answered(guest.id, at, said);
      this.#network.took(said, at);
      this.#tellGate(said);
      this.#ring();
    };
    guest
      .call(() => this.#lease.valid())
      .then(
        (said) => {
          answered(said);
          guest.settle(said);
        },
        (reason: unknown) => {
          answered({ kind: 'unknown', code: 'FAULT' });
          guest.fail(reason);
        },
      );
  }

  #tellGate(answer: CallOutcome<unknown>): void {
    if (answer.kind === 'done') this.#gate.accepted();
    else if (answer.kind === 'refused' && answer.refusal.class === 'bot-stopped') {
      this.#gate.refused(classOf(answer));
    }
  }

  #answered(entry: Entry, said: Answer): void {
    reach('send.answered');
    const now = this.#ctx.clock.monotonic();
    this.#underWay.delete(entry.row.id);
    this.#limiter.answered(entry.row.id, now, said);
    this.#network.took(said, now);
    const answer = this.#purse.answered(entry.row.id, said);
    this.#tellGate(answer);
    const end = takeAnswer(
      { ...this.#deps, settler: this.#settler, canaries: this.#canaries },
      entry,
      answer,
    );
    if (end !== null && isDelivery(entry)) this.#learn(entry.row, end, now);
  }

  /** What the end of a delivery tells about its text and its broadcast. */
  #learn({ messageId, broadcastId }: ClaimedDelivery, end: SettledEnd, now: number): void {
    if (end.do === 'sent') this.#canaries.accepted(messageId);
    else this.#canaries.cameBack(messageId);
    if (end.do === 'halt-text') {
      this.#letGo(({ row }) => row.messageId === messageId);
      this.#canaries.refused(messageId, now);
    }
    if (end.do !== 'sent' && end.do !== 'failed' && end.do !== 'halt-text') return;
    const faults = this.#faultRuns.ended(
      broadcastId,
      end.do === 'sent' ? end : { do: 'failed', outcome: end.outcome },
    );
    if (faults === null) return;
    this.#chores.halt(broadcastId, faults);
    this.#letGo(({ row }) => this.#chores.halts(row.broadcastId));
  }

  // --- recording

  #record(): void {
    this.#then(this.#settler.record(), ({ moreIsDue, textHalted, ended }) => {
      if (moreIsDue) this.#claimer.wake();
      if (textHalted) this.#chores.textHalted();
      if (ended) this.#chores.settled();
    });
  }

  #doBeside(now: number): void {
    if (this.#drainUntil !== undefined) return;
    if (this.#gate.nextIn(now) <= 0) this.#then(this.#gate.run(), () => undefined);
    if (this.#purse.nextIn(now) <= 0) this.#then(this.#purse.run(), () => undefined);
    if (this.#chores.nextIn(now) > 0) return;
    this.#then(this.#chores.run(), (halted) => {
      if (halted) this.#claimer.wake();
    });
  }

  /** What is under way may still bring Stars back. */
  #closePurse(): void {
    if (this.#underWay.size > 0 || this.#purse.busy || !this.#purse.isOpen) return;
    this.#then(this.#purse.close(), () => undefined);
  }

  #end(entry: Entry, end: Extract<SettledEnd, { do: 'expired' | 'put-back' }>): void {
    if (isDelivery(entry)) {
      this.#canaries.cameBack(entry.row.messageId);
      this.#settler.add({ delivery: entry.row, end });
    } else if (end.do === 'put-back') this.#settler.addCall({ call: entry.row, end });
    else this.#settler.addCall({ call: entry.row, end: { do: 'drop', outcome: 'expired', chat: 'stays' } });
  }

  *#known(): Iterable<string> {
    yield* this.#held.ids();
    yield* this.#underWay.keys();
    yield* this.#settler.ids();
  }

  *#claims(): Iterable<ClaimId> {
    yield* this.#held.claims();
    for (const entry of this.#underWay.values()) if (isDelivery(entry)) yield entry.row.claim;
    yield* this.#settler.claims();
  }
}
