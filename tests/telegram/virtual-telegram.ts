import type { CallOutcome } from '../../src/domain/outcome.ts';
import type { LimitedChat, Limiter } from '../../src/telegram/limiter.ts';

/** A reproducible source of numbers in [0, 1), so that a failed run can be repeated from its seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The time of one way of one message, in milliseconds. */
export type Network = (random: () => number) => number;

export const networks = {
  constant:
    (ms: number): Network =>
    () =>
      ms,
  jitter:
    (from: number, to: number): Network =>
    (random) =>
      from + random() * (to - from),
  /** Mostly near `from`, now and then many times that (Pareto, index 1.5, cut at 5 s). */
  heavyTail:
    (from: number): Network =>
    (random) =>
      Math.min(5000, from / (1 - random()) ** (1 / 1.5)),
};

/** What a server does with a message that arrives at `at`: takes it, holds it for a while first, or refuses it. */
export type Verdict =
  | { readonly take: true; readonly afterMs: number }
  | { readonly take: false; readonly retryAfterSeconds: number };

export interface ServerModel {
  arrive(at: number, chat: string): Verdict;
}

const taken: Verdict = { take: true, afterMs: 0 };

/** Refuses what would be number n + 1 in any span of `ms`. Refused messages do not count. */
export function slidingLog(n: number, ms = 1000): ServerModel {
  const log: number[] = [];
  return {
    arrive(at) {
      while (log[0] !== undefined && log[0] <= at - ms) log.shift();
      if (log.length >= n) return { take: false, retryAfterSeconds: 1 };
      log.push(at);
      return taken;
    },
  };
}

/** Counts by seconds of its own clock, whose beginning we do not know. */
export function fixedWindow(n: number, offset: number): ServerModel {
  let second = Number.NEGATIVE_INFINITY;
  let count = 0;
  return {
    arrive(at) {
      const now = Math.floor((at + offset) / 1000);
      if (now !== second) {
        second = now;
        count = 0;
      }
      if (count >= n) return { take: false, retryAfterSeconds: 1 };
      count += 1;
      return taken;
    },
  };
}

/** A bucket of `size` tokens, filled with n a second. */
export function bucket(n: number, size: number): ServerModel {
  let tokens = size;
  let last = 0;
  return {
    arrive(at) {
      tokens = Math.min(size, tokens + ((at - last) / 1000) * n);
      last = at;
      if (tokens < 1) return { take: false, retryAfterSeconds: 1 };
      tokens -= 1;
      return taken;
    },
  };
}

/** Queues what comes faster than n a second without a word, and refuses only what would wait longer than 8 s. */
export function silentDelay(n: number): ServerModel {
  let free = 0;
  return {
    arrive(at) {
      const start = Math.max(at, free);
      if (start - at > 8000) return { take: false, retryAfterSeconds: 5 };
      free = start + 1000 / n;
      return { take: true, afterMs: start - at };
    },
  };
}

export interface Run {
  readonly sends: readonly { readonly at: number; readonly chat: string }[];
  /** Instants at which the server took a message. */
  readonly taken: readonly number[];
  /** Instants at which it refused one. */
  readonly refused: readonly number[];
  readonly roundTrips: readonly number[];
  /** How long the server held each message it took before taking it. */
  readonly holds: readonly { readonly at: number; readonly ms: number }[];
  readonly longestHold: number;
}

type Event = { readonly at: number; readonly order: number; readonly run: () => void };

/**
 * Runs a sender with an endless backlog against a server for `seconds` of virtual time. Every timer wakes up to
 * `lateMs` late, as real ones do.
 */
export function simulate(options: {
  readonly limiter: Limiter;
  readonly server: ServerModel;
  readonly network: Network;
  readonly seconds: number;
  readonly seed: number;
  readonly lateMs?: number;
  readonly chatOf?: (n: number) => LimitedChat;
}): Run {
  const { limiter, server, network, seconds, seed, lateMs = 2 } = options;
  const chatOf = options.chatOf ?? ((n) => ({ key: `chat ${n}`, kind: 'private' as const }));
  const random = randomFrom(seed);
  const run = {
    sends: [] as { at: number; chat: string }[],
    taken: [] as number[],
    refused: [] as number[],
    roundTrips: [] as number[],
    holds: [] as { at: number; ms: number }[],
    longestHold: 0,
  };
  const heap = new EventHeap();
  const end = seconds * 1000;
  let order = 0;
  let sequence = 0;
  let wakeUp = 0;

  const later = (at: number, action: () => void) => {
    heap.push({ at, order: order++, run: action });
  };

  function trySend(now: number): void {
    for (;;) {
      const wait = limiter.nextSlot(now);
      if (wait > 0) {
        const mine = ++wakeUp;
        const at = now + wait + random() * lateMs;
        later(at, () => mine === wakeUp && trySend(at));
        return;
      }
      const id = `send ${sequence}`;
      const chat = chatOf(sequence++);
      limiter.sent(id, chat, now);
      run.sends.push({ at: now, chat: chat.key });
      travel(id, chat, now);
    }
  }

  function travel(id: string, chat: LimitedChat, sentAt: number): void {
    const arrival = sentAt + network(random);
    later(arrival, () => {
      const verdict = server.arrive(arrival, chat.key);
      if (verdict.take) run.taken.push(arrival + verdict.afterMs);
      else run.refused.push(arrival);
      const hold = verdict.take ? verdict.afterMs : 0;
      run.holds.push({ at: arrival, ms: hold });
      run.longestHold = Math.max(run.longestHold, hold);
      const answer = arrival + hold + network(random);
      later(answer, () => {
        run.roundTrips.push(answer - sentAt);
        limiter.answered(id, answer, outcomeOf(verdict));
        trySend(answer);
      });
    });
  }

  later(0, () => trySend(0));
  for (let event = heap.pop(); event && event.at <= end; event = heap.pop()) event.run();
  return run;
}

/** Messages a second that arrived within [from, to) seconds. */
export function rate(instants: readonly number[], from: number, to: number): number {
  return instants.filter((at) => at >= from * 1000 && at < to * 1000).length / (to - from);
}

function outcomeOf(verdict: Verdict): CallOutcome<unknown> {
  if (verdict.take) return { kind: 'done', result: true };
  return {
    kind: 'refused',
    refusal: {
      class: 'rate-limited',
      retryAfterSeconds: verdict.retryAfterSeconds,
      stated: true,
      origin: 'bot-api',
    },
  };
}

class EventHeap {
  readonly #items: Event[] = [];

  push(event: Event): void {
    const items = this.#items;
    let i = items.push(event) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(event, items[parent]!)) break;
      items[i] = items[parent]!;
      i = parent;
    }
    items[i] = event;
  }

  pop(): Event | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (!first || !last || items.length === 0) return first;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && before(items[child + 1]!, items[child]!)) child += 1;
      if (!before(items[child]!, last)) break;
      items[i] = items[child]!;
      i = child;
    }
    items[i] = last;
    return first;
  }
}

function before(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
