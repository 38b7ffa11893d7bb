import type { Clock } from '../../src/domain/clock.ts';

export interface ReplayClockOptions {
  /** Where it begins to stand. */
  readonly at: Temporal.Instant;
  /** Called between two due instants, and before the first: resolves once nothing more is to be done now. */
  readonly settle: () => Promise<void>;
  /**
   * A wait of at most so many milliseconds passes in real time while the clock stands: the service's short
   * pauses (a chat's second, a flood wait) are the network's and not the campaign's. 0: it stands for good.
   */
  readonly shortWaitMs?: number;
  /** Told of every new reading: the instant, and how fast it runs on from there (0 or 1). */
  readonly onShift?: (now: Temporal.Instant, rate: number) => void;
}

interface Alarm {
  readonly at: Temporal.Instant;
  readonly wake: () => void;
  disarmed: boolean;
}

/** Long enough for Telegram's flood waits and for the minute after which an unknown chat is asked again. */
const shortWaitDefaultMs = 90_000;

/**
 * A clock of another year. It stands still until `advanceTo` moves it, and then stops at every instant that
 * somebody waits for, until what is due there has been done: whatever the distance, nothing is passed over,
 * nothing comes out of order and nothing comes early. Only `monotonic` is the machine's own.
 */
export class ReplayClock implements Clock {
  readonly #settle: () => Promise<void>;
  readonly #shortWaitMs: number;
  readonly #onShift: (now: Temporal.Instant, rate: number) => void;
  /** By instant; of two for the same one, that which was set first goes first. */
  readonly #alarms: Alarm[] = [];
  #reading: Temporal.Instant;
  /** While a short wait passes: since when (monotonic), and up to which instant. */
  #passing: {
    readonly since: number;
    readonly until: Temporal.Instant;
    readonly timer: NodeJS.Timeout;
  } | null = null;
  #advancing = false;
  #stopped = false;

  constructor(options: ReplayClockOptions) {
    this.#reading = options.at;
    this.#settle = options.settle;
    this.#shortWaitMs = options.shortWaitMs ?? shortWaitDefaultMs;
    this.#onShift = options.onShift ?? (() => undefined);
  }

  now(): Temporal.Instant {
    if (this.#passing === null) return this.#reading;
    const passed = Math.floor(this.monotonic() - this.#passing.since);
    return earlier(this.#reading.add({ milliseconds: Math.max(0, passed) }), this.#passing.until);
  }

  monotonic(): number {
    return performance.now();
  }

  wakeAt(at: Temporal.Instant, wake: () => void): () => void {
    const alarm: Alarm = { at, wake, disarmed: false };
    const place = this.#alarms.findIndex((other) => Temporal.Instant.compare(alarm.at, other.at) < 0);
    this.#alarms.splice(place < 0 ? this.#alarms.length : place, 0, alarm);
    this.#ring();
    return () => this.#disarm(alarm);
  }

  /** The next instant that somebody waits for. */
  nextAlarm(): Temporal.Instant | null {
    return this.#alarms[0]?.at ?? null;
  }

  /**
   * Goes to an instant by way of every one that is waited for, each settled before the next. An instant that is
   * over already moves nothing. One journey at a time: a second one throws.
   */
  async advanceTo(target: Temporal.Instant): Promise<void> {
    if (this.#advancing) throw new Error('The clock is on its way already.');
    this.#advancing = true;
    try {
      await this.#settle();
      for (;;) {
        const next = this.nextAlarm();
        if (next === null || this.#stopped || Temporal.Instant.compare(next, target) > 0) break;
        this.#read(later(next, this.now()));
        this.#ring();
        await this.#settle();
      }
      if (!this.#stopped) this.#read(later(target, this.now()));
    } finally {
      this.#advancing = false;
    }
  }

  /**
   * Shows an instant at once, like a machine that was off until then: whoever waits for one in between is woken only now.
   * An instant that is over already moves nothing.
   */
  async jumpTo(target: Temporal.Instant): Promise<void> {
    if (this.#advancing) throw new Error('The clock is on its way already.');
    if (this.#stopped) return;
    this.#read(later(target, this.now()));
    this.#ring();
    await this.#settle();
  }

  /** Stands for ever and forgets who waits. */
  stop(): void {
    this.#stopped = true;
    this.#alarms.length = 0;
    this.#hold();
  }

  #disarm(alarm: Alarm): void {
    alarm.disarmed = true;
    const place = this.#alarms.indexOf(alarm);
    if (place < 0) return;
    this.#alarms.splice(place, 1);
    this.#ring();
  }

  /** Wakes everybody whose instant has come, in order, and lets a short wait for the next one pass. */
  #ring(): void {
    if (this.#stopped) return;
    const now = this.now();
    for (let next = this.#alarms[0]; next !== undefined; next = this.#alarms[0]) {
      if (Temporal.Instant.compare(next.at, now) > 0) break;
      this.#alarms.shift();
      this.#wakeSoon(next);
    }
    this.#passShortWait(now);
  }

  /** Never in the caller's own turn; whoever disarms before it comes is not woken. */
  #wakeSoon(alarm: Alarm): void {
    setImmediate(() => {
      if (!this.#stopped && !alarm.disarmed) alarm.wake();
    });
  }

  #passShortWait(now: Temporal.Instant): void {
    const next = this.nextAlarm();
    if (this.#passing !== null && next !== null && this.#passing.until.equals(next)) return;
    if (next === null || millisecondsBetween(now, next) > this.#shortWaitMs) {
      this.#hold();
      return;
    }
    this.#hold();
    // Rounded up: a timer that fires early would wake early.
    const timer = setTimeout(() => this.#passed(next), Math.ceil(millisecondsBetween(now, next)) + 1);
    this.#passing = { since: this.monotonic(), until: next, timer };
    this.#onShift(now, 1);
  }

  #passed(until: Temporal.Instant): void {
    this.#read(later(until, this.now()));
    this.#ring();
  }

  #read(at: Temporal.Instant): void {
    clearTimeout(this.#passing?.timer);
    this.#passing = null;
    this.#reading = at;
    this.#onShift(at, 0);
  }

  /** Stands where it is. */
  #hold(): void {
    if (this.#passing === null) return;
    clearTimeout(this.#passing.timer);
    this.#reading = this.now();
    this.#passing = null;
    this.#onShift(this.#reading, 0);
  }
}

function millisecondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return to.epochMilliseconds - from.epochMilliseconds;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
