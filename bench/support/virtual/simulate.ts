import type { CallOutcome } from '../../../src/domain/outcome.ts';
import type { LimitedChat, Limiter } from '../../../src/telegram/limiter.ts';
import type { Network } from './networks.ts';
import { randomFrom } from './random.ts';
import type { Server, Verdict } from './servers.ts';

export interface Simulation {
  readonly limiter: Limiter;
  readonly server: Server;
  readonly network: Network;
  readonly seconds: number;
  readonly seed: number;
  /** Timers wake up to so much too late, as real ones do; default 2. */
  readonly lateMs?: number;
  /** To whom number n goes; default: a person of its own each. */
  readonly chatOf?: (n: number) => LimitedChat;
}

/** What came of a run; instants and spans are milliseconds. */
export interface Run {
  readonly sends: readonly number[];
  /** Instants at which the server took a message. */
  readonly taken: readonly number[];
  /** Instants at which it refused one. */
  readonly refused: readonly number[];
  readonly roundTrips: readonly number[];
  /** When each message that the server took arrived, and for how long it was held first. */
  readonly holds: readonly { readonly at: number; readonly ms: number }[];
}

interface Sent {
  readonly id: string;
  readonly paid: boolean;
  readonly sentAt: number;
}

type Event = { readonly at: number; readonly order: number; readonly run: (at: number) => void };

const done: CallOutcome<unknown> = { kind: 'done', result: true };

/** Runs a sender with an endless backlog against a server, in virtual time. The same seed gives the same run. */
export function simulate(options: Simulation): Run {
  const { limiter, server, seconds, seed, lateMs = 2 } = options;
  const chatOf = options.chatOf ?? ((n) => ({ key: String(n), kind: 'private' as const }));
  const random = randomFrom(seed);
  const path = options.network(random);
  const sends: number[] = [];
  const taken: number[] = [];
  const refused: number[] = [];
  const roundTrips: number[] = [];
  const holds: { at: number; ms: number }[] = [];
  const events = new Events();
  let timer = 0;

  function trySend(now: number): void {
    for (;;) {
      const wait = limiter.nextSlot(now);
      if (wait > 0) {
        const mine = ++timer;
        events.add(now + wait + random() * lateMs, (at) => {
          if (mine === timer) trySend(at);
        });
        return;
      }
      const id = String(sends.length);
      const { paid } = limiter.sent(id, chatOf(sends.length), now);
      sends.push(now);
      events.add(now + path.up(now), (arrival) => arrive({ id, paid, sentAt: now }, arrival));
    }
  }

  function arrive({ id, paid, sentAt }: Sent, arrival: number): void {
    const verdict = server.arrive(arrival, paid);
    const hold = verdict.take ? verdict.afterMs : 0;
    if (verdict.take) {
      taken.push(arrival + hold);
      holds.push({ at: arrival, ms: hold });
    } else {
      refused.push(arrival);
    }
    events.add(arrival + hold + path.down(arrival + hold), (answer) => {
      roundTrips.push(answer - sentAt);
      limiter.answered(id, answer, outcomeOf(verdict));
      trySend(answer);
    });
  }

  events.add(0, trySend);
  events.runUntil(seconds * 1000);
  return { sends, taken, refused, roundTrips, holds };
}

/** How many a second of `instants` lie within [from, to) seconds. */
export function rate(instants: readonly number[], from: number, to: number): number {
  return instants.filter((at) => at >= from * 1000 && at < to * 1000).length / (to - from);
}

function outcomeOf(verdict: Verdict): CallOutcome<unknown> {
  if (verdict.take) return done;
  const { retryAfterSeconds } = verdict;
  return {
    kind: 'refused',
    refusal: { class: 'rate-limited', retryAfterSeconds, stated: true, origin: 'bot-api' },
  };
}

/** What is to happen, by its time: a binary heap. */
class Events {
  readonly #heap: Event[] = [];
  #order = 0;

  add(at: number, run: (at: number) => void): void {
    const event = { at, order: this.#order++, run };
    const heap = this.#heap;
    let i = heap.push(event) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || !before(event, parent)) break;
      heap[i] = parent;
      i = up;
    }
    heap[i] = event;
  }

  runUntil(end: number): void {
    for (let event = this.#next(); event && event.at <= end; event = this.#next()) event.run(event.at);
  }

  #next(): Event | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let i = 0;
    for (;;) {
      let below = 2 * i + 1;
      let child = heap[below];
      const other = heap[below + 1];
      if (child !== undefined && other !== undefined && before(other, child)) {
        below += 1;
        child = other;
      }
      if (child === undefined || !before(child, last)) break;
      heap[i] = child;
      i = below;
    }
    heap[i] = last;
    return first;
  }
}

function before(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
