/*
 * The rate limits of the Bot API: "about 30 messages per second" per bot, one per second and chat with short bursts,
 * 20 per minute and group, 1000 per second with `allow_paid_broadcast` (Bots FAQ and Bot API 10.3). How the real
 * server counts is not published, so a sender must please every model.
 */

export const RATE_MODELS = ['sliding log', 'fixed window', 'small bucket', 'off'] as const;
export type RateModel = (typeof RATE_MODELS)[number];

export interface RateSettings {
  readonly model: RateModel;
  readonly perSecond: number;
  readonly paidPerSecond: number;
  readonly chatPerSecond: number;
  /** Messages that one chat takes at once before its one per second applies. */
  readonly chatBurst: number;
  readonly groupPerMinute: number;
  /** Requests that the small bucket takes at once. */
  readonly bucket: number;
  /** Waits up to this sum are slept before the answer instead of being refused; Telegram's is about 8000. */
  readonly silentDelayMs: number;
}

export const DEFAULT_RATES: RateSettings = {
  model: 'sliding log',
  perSecond: 30,
  paidPerSecond: 1000,
  chatPerSecond: 1,
  chatBurst: 3,
  groupPerMinute: 20,
  bucket: 5,
  silentDelayMs: 0,
};

/** One limit. Instants are milliseconds of a monotonic clock. */
interface Limit {
  /** Milliseconds until it would let one more through; 0 now. */
  wait(now: number): number;
  take(now: number): void;
}

/** No more than `count` in any stretch of `window` milliseconds. */
class SlidingLog implements Limit {
  readonly #taken: Float64Array;
  readonly #window: number;
  #next = 0;

  constructor(count: number, window: number) {
    this.#taken = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
    this.#window = window;
  }

  wait(now: number): number {
    return Math.max(0, (this.#taken[this.#next] ?? 0) + this.#window - now);
  }

  take(now: number): void {
    this.#taken[this.#next] = now;
    this.#next = (this.#next + 1) % this.#taken.length;
  }
}

/** No more than `count` between two ticks of a clock that strikes every `window` milliseconds. */
class FixedWindow implements Limit {
  readonly #count: number;
  readonly #window: number;
  #current = Number.NaN;
  #taken = 0;

  constructor(count: number, window: number) {
    this.#count = count;
    this.#window = window;
  }

  wait(now: number): number {
    const current = Math.floor(now / this.#window);
    if (current !== this.#current || this.#taken < this.#count) return 0;
    return (current + 1) * this.#window - now;
  }

  take(now: number): void {
    const current = Math.floor(now / this.#window);
    if (current !== this.#current) {
      this.#current = current;
      this.#taken = 0;
    }
    this.#taken += 1;
  }
}

/** A bucket of `capacity` that is refilled evenly. */
class Bucket implements Limit {
  readonly #capacity: number;
  readonly #perMs: number;
  #tokens: number;
  #at = Number.NEGATIVE_INFINITY;

  constructor(capacity: number, count: number, window: number) {
    this.#capacity = capacity;
    this.#perMs = count / window;
    this.#tokens = capacity;
  }

  wait(now: number): number {
    const missing = 1 - this.#filled(now);
    // Less than a thousandth of a token is the rounding of floating point, not a request too many.
    return missing < 1e-3 ? 0 : missing / this.#perMs;
  }

  take(now: number): void {
    this.#tokens = this.#filled(now) - 1;
    this.#at = now;
  }

  #filled(now: number): number {
    if (this.#at === Number.NEGATIVE_INFINITY) return this.#capacity;
    return Math.min(this.#capacity, this.#tokens + (now - this.#at) * this.#perMs);
  }
}

function newLimit(settings: RateSettings, count: number, window: number): Limit {
  switch (settings.model) {
    case 'fixed window':
      return new FixedWindow(count, window);
    case 'small bucket':
      return new Bucket(Math.min(settings.bucket, count), count, window);
    default:
      return new SlidingLog(count, window);
  }
}

/** A chat as the limits see it; `paidUpTo` is the instant from which its one per second is used up. */
export interface LimitedChat {
  readonly id: number;
  readonly kind: 'private' | 'group' | 'supergroup' | 'channel';
  readonly pace: { paidUpTo: number };
}

/** The limits of one bot. */
export class BotLimits {
  readonly #settings: RateSettings;
  readonly #free: Limit;
  readonly #paid: Limit;
  readonly #groups = new Map<number, Limit>();

  constructor(settings: RateSettings) {
    this.#settings = settings;
    this.#free = newLimit(settings, settings.perSecond, 1000);
    this.#paid = newLimit(settings, settings.paidPerSecond, 1000);
  }

  /** Takes a place for one message to the chat, or returns the milliseconds that are missing (more than 0). */
  admit(chat: LimitedChat, paid: boolean, now: number): number {
    if (this.#settings.model === 'off') return 0;
    const bot = paid ? this.#paid : this.#free;
    const group = chat.kind === 'group' || chat.kind === 'supergroup' ? this.#groupLimit(chat.id) : null;
    const wait = Math.max(bot.wait(now), this.#chatWait(chat, now), group?.wait(now) ?? 0);
    if (wait > 0) return wait;
    bot.take(now);
    group?.take(now);
    chat.pace.paidUpTo = Math.max(chat.pace.paidUpTo, now) + 1000 / this.#settings.chatPerSecond;
    return 0;
  }

  #chatWait(chat: LimitedChat, now: number): number {
    const tolerance = ((this.#settings.chatBurst - 1) * 1000) / this.#settings.chatPerSecond;
    return Math.max(0, chat.pace.paidUpTo - tolerance - now);
  }

  #groupLimit(id: number): Limit {
    const known = this.#groups.get(id);
    if (known !== undefined) return known;
    const limit = newLimit(this.#settings, this.#settings.groupPerMinute, 60_000);
    this.#groups.set(id, limit);
    return limit;
  }
}
