import { type CallOutcome, sendOutcome } from '../domain/outcome.ts';
import type { Context } from '../services/context.ts';
import type { ClaimedDelivery } from '../services/deliveries/claim.ts';
import type { ClaimedCall } from '../services/deliveries/claim-calls.ts';
import { deletionOf } from '../services/deliveries/deletion.ts';
import { classOf, judge } from '../services/deliveries/judge.ts';
import { judgeCall } from '../services/deliveries/judge-call.ts';
import type { Opener } from '../services/deliveries/open.ts';
import type { SettledEnd } from '../services/deliveries/settle.ts';
import { type Limiter, type LimiterOptions, startLimiter } from '../telegram/limiter.ts';
import type { Transport } from '../telegram/transport.ts';
import { Backoff } from './backoff.ts';
import { type Catch, Claimer, type Want } from './claimer.ts';
import type { Counters } from './counters.ts';
import { type DeliveryEntry, type Entry, isDelivery } from './entry.ts';
import { Held } from './held.ts';
import type { Lease } from './lease.ts';
import { callEntry, deliveryEntry, isLate, requestOf } from './prepare.ts';
import { Settler } from './settler.ts';

/** As much as is claimed at once when nothing paces. */
const MOST_AT_ONCE = 500;
/** A row that cannot go out within this time is put back, since nobody knows what comes. */
const HELD_AT_MOST_MS = 1000;
/** A row whose chat cannot take it within this time is put back at once. */
const CHAT_WAIT_MS = 250;
/** Answers wait so long for company before they are recorded: until then they are in doubt after a crash. */
const GATHER_MS = 5;
/** What is under way at the end is waited for so long. Whatever stops the process gives it 10 s. */
const DRAIN_MS = 8000;
/** A timer is never set for longer: what was overlooked is seen then. */
const IDLE_MS = 500;

export interface DispatcherDeps {
  readonly ctx: Context;
  readonly lease: Lease;
  readonly transport: Transport;
  readonly opener: Opener;
  readonly limiter: LimiterOptions;
  /** Requests under way at once, at most: no more than the transport has connections. */
  readonly concurrency: number;
  readonly counters: Counters;
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
  readonly #claimer: Claimer;
  readonly #settler: Settler;
  readonly #held = new Held();
  readonly #underWay = new Map<string, Entry>();
  readonly #network = new Backoff(250, 30_000);
  readonly #ended = Promise.withResolvers<void>();
  #stoppedBot = false;
  #looked = false;
  #drainUntil: number | undefined;
  #rung = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: DispatcherDeps) {
    this.#deps = deps;
    this.#ctx = deps.ctx;
    this.#lease = deps.lease;
    this.#limiter = startLimiter(deps.limiter, deps.ctx.clock.monotonic());
    this.#settler = new Settler(deps.ctx, deps.lease.epoch);
    this.#claimer = new Claimer(deps.ctx, deps.lease.epoch, {
      ring: () => this.#ring(),
      known: () => this.#known(),
    });
  }

  /** There may be something new to send. */
  wake(): void {
    this.#claimer.wake();
  }

  /** What lies in memory now. For metrics. */
  state() {
    const { perSecond, frozenForMs } = this.#limiter.state(this.#ctx.clock.monotonic());
    return {
      held: this.#held.size,
      underWay: this.#underWay.size,
      unrecorded: this.#settler.waiting,
      perSecond,
      frozenForMs,
      botStopped: this.#stoppedBot ? 1 : 0,
    };
  }

  /** Resolves once everything under way is recorded after `stop`, or the lease is lost. Rejects for a fault of ours. */
  async run(stop: AbortSignal): Promise<void> {
    const ring = () => this.#ring();
    stop.addEventListener('abort', ring);
    this.#lease.lost.addEventListener('abort', ring);
    this.#stopOn(stop);
    ring();
    try {
      await this.#ended.promise;
    } finally {
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
    const now = this.#ctx.clock.monotonic();
    if (this.#lease.lost.aborted || this.#isDrained(now)) {
      this.#ended.resolve();
      return;
    }
    if (this.#lease.valid()) {
      this.#putBackIdle(now);
      this.#claim(now);
      this.#dispatch(now);
      if (this.#settler.nextIn(now, this.#gatherMs) <= 0) this.#record();
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ring(), this.#restMs(now));
  }

  get #sends(): boolean {
    return this.#drainUntil === undefined && !this.#stoppedBot;
  }

  get #gatherMs(): number {
    return this.#drainUntil === undefined ? GATHER_MS : 0;
  }

  #isDrained(now: number): boolean {
    if (this.#drainUntil === undefined) return false;
    if (now >= this.#drainUntil) {
      this.#ctx.log.warn('not-drained', { count: this.#underWay.size + this.#settler.waiting });
      return true;
    }
    return this.#held.size === 0 && this.#underWay.size === 0 && this.#settler.idle && !this.#claimer.busy;
  }

  #restMs(now: number): number {
    const waits = [IDLE_MS, this.#settler.nextIn(now, this.#gatherMs)];
    if (this.#sends && this.#held.size > 0 && this.#underWay.size < this.#deps.concurrency) {
      // 1 ms: the slot is open and the chats are busy.
      waits.push(Math.max(1, this.#limiter.nextSlot(now), this.#network.wait(now)));
    }
    if (this.#sends && !this.#settler.failing) {
      const want = this.#want(now);
      const lead = this.#limiter.nextSlot(now) - this.#claimer.leadMs;
      waits.push(Math.max(this.#network.wait(now), this.#claimer.lookIn(now, want)));
      if (this.#claimer.wants(want)) waits.push(Math.max(this.#network.wait(now), lead));
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
    if (!this.#sends || this.#settler.failing || this.#network.wait(now) > 0) return;
    const want = this.#want(now);
    const claims = this.#claimer.wants(want) && this.#limiter.nextSlot(now) <= this.#claimer.leadMs;
    const looks = this.#claimer.lookIn(now, want) <= 0;
    // In turns when both are wanted: notifications without end must not keep anything from going out.
    if (looks && !(claims && this.#looked)) {
      this.#looked = true;
      this.#then(this.#claimer.look(want), () => undefined);
    } else if (claims) {
      this.#looked = false;
      this.#then(this.#claimer.claim(want), (caught) => this.#take(caught));
    }
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

  #take({ calls, deliveries, texts }: Catch): void {
    const since = this.#ctx.clock.monotonic();
    for (const row of calls) this.#takeCall(row, since);
    for (const row of deliveries) {
      const text = texts.get(row.messageId);
      const entry = text && deliveryEntry(this.#deps.opener, row, text, since);
      if (entry) this.#held.add(entry);
      else this.#refuseUnsealable(row);
    }
  }

  #takeCall(row: ClaimedCall, since: number): void {
    if (row.destination === null) {
      this.#settler.addCall({ call: row, end: { do: 'drop', outcome: 'no-chat', chat: 'stays' } });
      return;
    }
    const entry = callEntry(this.#deps.opener, row, since);
    if (entry) this.#held.add(entry);
    else this.#refuseUnsealable(row);
  }

  #refuseUnsealable(row: ClaimedDelivery | ClaimedCall): void {
    const outcome = 'unsealable';
    this.#deps.counters.unsealable += 1;
    this.#ctx.log.error('row-not-opened', { outcome, id: row.id });
    if (row.kind === 'call') {
      this.#settler.addCall({ call: row, end: { do: 'drop', outcome, chat: 'stays' } });
    } else {
      this.#settler.add({ delivery: row, end: { do: 'failed', outcome } });
    }
  }

  /** Gives up what cannot leave soon: others may be ready, and a crash should leave little in doubt. */
  #putBackIdle(now: number): void {
    const idle = this.#held.takeAll((entry) => !this.#sends || !this.#leavesSoon(entry, now));
    for (const entry of idle) {
      this.#deps.counters.putBack += 1;
      this.#claimer.park(entry.row.id, now + this.#chatWait(entry, now));
      this.#end(entry, { do: 'put-back' });
    }
  }

  #leavesSoon(entry: Entry, now: number): boolean {
    if (now - entry.since > HELD_AT_MOST_MS) return false;
    return this.#chatWait(entry, now) <= CHAT_WAIT_MS || this.#isUnderWayTo(entry.chat.key);
  }

  /** How long until the entry's chat may get a message, as far as that is known: nobody knows when an answer comes. */
  #chatWait({ chat }: Entry, now: number): number {
    const wait = this.#limiter.chatReadyAt(chat, now) - now;
    return this.#isUnderWayTo(chat.key) ? Math.min(wait, HELD_AT_MOST_MS) : wait;
  }

  #isUnderWayTo(chatKey: string): boolean {
    return this.#underWay.values().some(({ chat }) => chat.key === chatKey);
  }

  // --- sending

  #dispatch(now: number): void {
    while (
      this.#sends &&
      this.#lease.valid() &&
      this.#underWay.size < this.#deps.concurrency &&
      this.#network.wait(now) === 0 &&
      this.#limiter.nextSlot(now) <= 0
    ) {
      const entry = this.#held.take(({ chat }) => this.#limiter.chatReadyAt(chat, now) <= now);
      if (entry === undefined) return;
      if (isLate(this.#ctx, entry)) this.#end(entry, { do: 'expired' });
      else this.#send(entry, now);
    }
  }

  #send(entry: Entry, now: number): void {
    const { id } = entry.row;
    this.#underWay.set(id, entry);
    const { paid } = this.#limiter.sent(id, entry.chat, now);
    const { method, params } = requestOf(entry, paid);
    this.#then(
      this.#deps.transport.call<{ readonly message_id: number }>(method, params, {
        signal: this.#lease.lost,
      }),
      (outcome) => this.#answered(entry, outcome),
    );
  }

  #answered(entry: Entry, outcome: CallOutcome<{ readonly message_id: number }>): void {
    const now = this.#ctx.clock.monotonic();
    const { id } = entry.row;
    this.#underWay.delete(id);
    this.#limiter.answered(id, now, outcome);
    if (outcome.kind === 'unsent') this.#network.failed(now);
    else this.#network.succeeded();
    this.#count(entry, outcome);
    if (outcome.kind === 'refused' && outcome.refusal.class === 'bot-stopped') {
      this.#stopBot(classOf(outcome));
    }
    if (isDelivery(entry)) {
      const verdict = judge(entry.row, sendOutcome(outcome));
      const end = verdict.do === 'sent' ? this.#sentEnd(entry, verdict.messageId) : verdict;
      this.#settler.add({ delivery: entry.row, end });
    } else {
      this.#settler.addCall({ call: entry.row, end: judgeCall(entry.row, outcome) });
    }
  }

  #sentEnd(entry: DeliveryEntry, messageId: number): SettledEnd {
    if (!entry.text.discreet) return { do: 'sent', deletion: null };
    const { chatIndex } = entry.row;
    return { do: 'sent', deletion: deletionOf(this.#ctx, { chatId: entry.chatId, chatIndex, messageId }) };
  }

  /** Telegram does not know this token any more, or has frozen the bot: to go on would only be noise. */
  #stopBot(outcome: string): void {
    if (this.#stoppedBot) return;
    this.#stoppedBot = true;
    this.#ctx.log.error('bot-stopped', { outcome, epoch: this.#lease.epoch });
  }

  #count(entry: Entry, outcome: CallOutcome<unknown>): void {
    const { counters } = this.#deps;
    if (outcome.kind === 'done') {
      if (isDelivery(entry)) counters.sent += 1;
      else counters.called += 1;
      return;
    }
    if (outcome.kind === 'unknown') counters.unknown += 1;
    else if (outcome.kind === 'unsent') counters.unsent += 1;
    else if (outcome.refusal.class === 'rate-limited') counters.rateLimited += 1;
    else counters.failed += 1;
    // A delivery's row keeps its outcome; a call's row goes.
    if (!isDelivery(entry)) this.#ctx.log.warn('call-failed', { outcome: classOf(outcome) });
  }

  // --- recording

  #record(): void {
    this.#then(this.#settler.record(), (moreIsDue) => {
      if (moreIsDue) this.#claimer.wake();
    });
  }

  #end(entry: Entry, end: Extract<SettledEnd, { do: 'expired' | 'put-back' }>): void {
    if (isDelivery(entry)) this.#settler.add({ delivery: entry.row, end });
    else if (end.do === 'put-back') this.#settler.addCall({ call: entry.row, end });
    else this.#settler.addCall({ call: entry.row, end: { do: 'drop', outcome: 'expired', chat: 'stays' } });
  }

  *#known(): Iterable<string> {
    yield* this.#held.ids();
    yield* this.#underWay.keys();
    yield* this.#settler.ids();
  }
}
