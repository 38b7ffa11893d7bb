import { machineMonotonic } from '../../sandbox/telegram/clock.ts';
import type { LedgerEntry } from '../../sandbox/telegram/ledger.ts';
import { isTheServices, kindOf, type Moment, type MomentKind, tellsFollowers } from '../script/moment.ts';
import { buttonData } from '../world/buttons.ts';
import type { Effect, StaffWork } from '../world/staff-work.ts';
import type { World } from '../world/world.ts';

/** A moment that was played, and what Telegram accepted for followers meanwhile. */
export interface Played {
  readonly moment: Moment;
  /** Null for a moment by which nothing takes effect. */
  readonly effect: Effect | null;
  /** Messages of broadcasts, in the order in which they were accepted. */
  readonly accepted: readonly LedgerEntry[];
}

/** How many chats were told by a moment, and how long after it took effect, in milliseconds. */
export interface Told {
  readonly at: string;
  readonly title: string;
  readonly chats: number;
  readonly firstMs: number;
  readonly lastMs: number;
}

export interface Past {
  readonly at: string;
  readonly title: string;
  /** `rejected`: the person at the page has rejected what the script approves. */
  readonly kind: MomentKind | 'rejected';
  /** Null for a moment of which followers did not hear. */
  readonly told: Told | null;
}

/** Where the time machine stands. Instants as ISO 8601. */
export interface TimeState {
  readonly now: string;
  readonly zone: string;
  readonly state: 'paused' | 'playing';
  /** Virtual seconds per real second. */
  readonly speed: number;
  readonly next: { readonly at: string; readonly title: string } | null;
  readonly past: readonly Past[];
  /** Every moment of the script, over or not. */
  readonly timeline: readonly { readonly at: string; readonly kind: MomentKind }[];
}

export interface PlayerOptions {
  readonly world: World;
  readonly work: StaffWork;
  readonly moments: readonly Moment[];
  readonly zone: string;
  /** Told of what goes wrong while it plays by itself; it pauses then. */
  readonly failed: (error: unknown) => void;
}

/** How often the clock moves on while it plays. */
const tickMs = 200;
/** Nothing happens for years on end: a gap between two moments takes no longer than this, whatever the speed. */
const longestGapMs = 6_000;

/** Plays a script on a world's clock: by steps, up to an instant, or at a speed. */
export class Player {
  readonly #options: PlayerOptions;
  readonly #timeline: TimeState['timeline'];
  readonly #past: Past[] = [];
  readonly #timeListeners = new Set<() => void>();
  readonly #playedListeners = new Set<(played: Played) => void>();
  /** Everything that moves the clock waits its turn here. */
  #turn: Promise<unknown> = Promise.resolve();
  #nextIndex = 0;
  /** Where the present gap between moments began. */
  #gapFrom: Temporal.Instant;
  #cursor = 0;
  #speed = 3600;
  #ticking: NodeJS.Timeout | null = null;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#gapFrom = options.world.clock.now();
    this.#timeline = options.moments.map((moment) => ({ at: moment.at.toString(), kind: kindOf(moment) }));
  }

  state(): TimeState {
    const next = this.#next;
    return {
      now: this.#options.world.clock.now().toString(),
      zone: this.#options.zone,
      state: this.#ticking === null ? 'paused' : 'playing',
      speed: this.#speed,
      next: next === null ? null : { at: next.at.toString(), title: next.title },
      past: [...this.#past],
      timeline: this.#timeline,
    };
  }

  /** Calls back whenever the state may have changed; returns how to stop. */
  onTime(listener: () => void): () => void {
    this.#timeListeners.add(listener);
    return () => this.#timeListeners.delete(listener);
  }

  /** Calls back after every moment, once all that it called for was sent; returns how to stop. */
  onPlayed(listener: (played: Played) => void): () => void {
    this.#playedListeners.add(listener);
    return () => this.#playedListeners.delete(listener);
  }

  /** Goes to the next moment, with everything that is due on the way; null when the script is over. */
  step(): Promise<Played | null> {
    return this.#inTurn(() => this.#playNext());
  }

  /**
   * Goes to an instant and plays every moment up to it, that of the instant itself included. While the machine is off it
   * cannot stand still: it goes to when that is over.
   */
  playUntil(at: Temporal.Instant): Promise<void> {
    return this.#inTurn(() => this.#goTo(at));
  }

  /** Plays at so many virtual seconds a second, until `pause` or the script's end. Gaps are cut short. */
  play(speed: number): void {
    this.#speed = speed;
    if (this.#ticking !== null) return;
    this.#tickSoon(performance.now());
    this.#changed();
  }

  /** Resolves once the clock stands. */
  async pause(): Promise<void> {
    if (this.#ticking !== null) clearTimeout(this.#ticking);
    this.#ticking = null;
    await this.#inTurn(async () => undefined);
    this.#changed();
  }

  get #next(): Moment | null {
    return this.#options.moments[this.#nextIndex] ?? null;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    // Whoever asked hears of the failure; the next in turn is not concerned.
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #goTo(at: Temporal.Instant): Promise<void> {
    for (let next = this.#next; next !== null; next = this.#next) {
      if (Temporal.Instant.compare(beginsAt(next), at) > 0) break;
      await this.#playNext();
    }
    await this.#options.world.clock.advanceTo(at);
    this.#changed();
  }

  async #playNext(): Promise<Played | null> {
    const moment = this.#next;
    if (moment === null) return null;
    const { world, work } = this.#options;
    const reached = this.#whenReached(moment.at);
    await goThere(world, moment);
    const reachedAt = reached();
    const own = await work.carryOut(moment.act);
    await world.settle();
    const rejected = own === 'rejected';
    const byStaff = rejected ? null : own;
    const effect = isTheServices(moment.act) ? { at: reachedAt, languages: new Map() } : byStaff;
    this.#nextIndex += 1;
    this.#gapFrom = moment.at;
    const played = { moment, effect, accepted: this.#takeAccepted() };
    const { at, title } = moment;
    this.#past.push({
      at: at.toString(),
      title: rejected ? title.replace(/^The approver confirms:/, 'The approver rejects:') : title,
      kind: rejected ? 'rejected' : kindOf(moment),
      told: toldOf(played),
    });
    this.#changed();
    for (const listener of this.#playedListeners) listener(played);
    return played;
  }

  /** Notes the real instant at which the clock first shows `at`. */
  #whenReached(at: Temporal.Instant): () => number {
    const { world } = this.#options;
    let first: number | null = null;
    const stop = world.onShift((now) => {
      if (Temporal.Instant.compare(now, at) >= 0) first ??= machineMonotonic();
    });
    return () => {
      stop();
      return first ?? machineMonotonic();
    };
  }

  #takeAccepted(): LedgerEntry[] {
    const { standIn } = this.#options.world.telegram;
    const fresh = standIn.ledger({ since: this.#cursor, limit: Number.MAX_SAFE_INTEGER });
    this.#cursor = fresh.at(-1)?.seq ?? this.#cursor;
    return fresh.filter(isBroadcast);
  }

  #tickSoon(since: number): void {
    this.#ticking = setTimeout(() => {
      this.#inTurn(() => this.#tick(since)).catch((error: unknown) => {
        this.#ticking = null;
        this.#options.failed(error);
        this.#changed();
      });
    }, tickMs);
  }

  async #tick(since: number): Promise<void> {
    if (this.#ticking === null) return;
    const { clock } = this.#options.world;
    const next = this.#next;
    if (next === null) {
      this.#ticking = null;
      this.#changed();
      return;
    }
    const began = performance.now();
    const gapMs = next.at.epochMilliseconds - this.#gapFrom.epochMilliseconds;
    const speed = Math.max(this.#speed, gapMs / longestGapMs);
    const target = clock.now().add({ milliseconds: Math.round((began - since) * speed) });
    if (Temporal.Instant.compare(target, beginsAt(next)) >= 0) {
      await this.#playNext();
      // What the work took in real time is not made up for.
      if (this.#ticking !== null) this.#tickSoon(performance.now());
      return;
    }
    await clock.advanceTo(target);
    this.#changed();
    if (this.#ticking !== null) this.#tickSoon(began);
  }

  #changed(): void {
    for (const listener of this.#timeListeners) listener();
  }
}

/** From when on a moment cannot be cut short. */
function beginsAt({ at, act }: Moment): Temporal.Instant {
  return act.do === 'reminder-late' ? act.offFrom : at;
}

async function goThere({ clock }: World, { at, act }: Moment): Promise<void> {
  if (act.do === 'reminder-late') {
    await clock.advanceTo(act.offFrom);
    await clock.jumpTo(at);
  }
  await clock.advanceTo(at);
}

/** What the page shows of a moment that followers heard of; null for any other. */
export function toldOf({ moment, effect, accepted }: Played): Told | null {
  if (effect === null || !tellsFollowers(moment) || accepted.length === 0) return null;
  const effects = [effect.at, ...effect.languages.values()];
  const after = accepted.map(({ acceptedAt: { monotonic } }) =>
    // Of a post's languages, that which was approved last before the message went.
    Math.round(monotonic - Math.max(effect.at, ...effects.filter((at) => at <= monotonic))),
  );
  return {
    at: moment.at.toString(),
    title: moment.title,
    chats: new Set(accepted.map((entry) => entry.chat)).size,
    firstMs: Math.min(...after),
    lastMs: Math.max(...after),
  };
}

/** Below everything that is sent to followers is the way out, or the button that shows a discreet message. */
export function isBroadcast(entry: LedgerEntry): boolean {
  if (!['sendMessage', 'sendPhoto'].includes(entry.method)) return false;
  return buttonData(entry.replyMarkup).some((data) => data.startsWith('stop:') || data.startsWith('show:'));
}
