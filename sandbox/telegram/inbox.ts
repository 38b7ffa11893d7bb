import type { Monotonic } from './clock.ts';
import type { JsonObject } from './values.ts';

/** Telegram keeps updates for a day. */
const RETENTION_MS = 24 * 3600 * 1000;
const HANDLED_REMEMBERED = 5000;
/** Not delivered unless they are asked for by name (Bot API 10.3, getUpdates). */
const OFF_BY_DEFAULT = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** An update that waits to be fetched or delivered. */
export interface QueuedUpdate {
  readonly id: number;
  readonly type: string;
  /** Updates of one lane are delivered to a webhook one after the other. */
  readonly lane: string;
  readonly json: string;
  readonly queuedAt: number;
}

export interface HandledUpdate {
  readonly update: QueuedUpdate;
  readonly by: 'polling' | 'webhook';
}

/** How an inbox tells what happens to it. */
export interface InboxWatcher {
  queued(update: QueuedUpdate): void;
  handled(update: QueuedUpdate, by: 'polling' | 'webhook'): void;
}

/** The updates of one bot, until they are confirmed. */
export class UpdateInbox {
  readonly #monotonic: Monotonic;
  readonly #watcher: InboxWatcher;
  readonly #pending = new Map<number, QueuedUpdate>();
  readonly #handled: HandledUpdate[] = [];
  readonly #replays: QueuedUpdate[] = [];
  readonly #onArrival = new Set<(update: QueuedUpdate | null) => void>();
  #nextId: number;
  #allowed: ReadonlySet<string> | null = null;
  #held = false;

  constructor(firstId: number, monotonic: Monotonic, watcher: InboxWatcher) {
    this.#nextId = firstId;
    this.#monotonic = monotonic;
    this.#watcher = watcher;
  }

  /** Queues an update of the given type; null when the bot does not want its type. */
  queue(type: string, lane: string, payload: JsonObject): number | null {
    if (!this.#wants(type)) return null;
    const id = this.#nextId++;
    const update: QueuedUpdate = {
      id,
      type,
      lane,
      json: JSON.stringify({ update_id: id, [type]: payload }),
      queuedAt: this.#monotonic(),
    };
    this.#pending.set(id, update);
    this.#watcher.queued(update);
    this.#announce(update);
    return id;
  }

  /** `undefined` leaves the setting as it is; an empty list is the default. */
  allow(types: readonly string[] | undefined): void {
    if (types !== undefined) this.#allowed = types.length === 0 ? null : new Set(types);
  }

  get allowed(): readonly string[] | null {
    return this.#allowed === null ? null : [...this.#allowed];
  }

  get size(): number {
    this.#expire();
    return this.#pending.size + this.#replays.length;
  }

  get held(): boolean {
    return this.#held;
  }

  /** While held nothing is fetched or delivered. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held) this.#announce(null);
  }

  /** The first updates that wait; replays first, and those only once. */
  fetch(limit: number): QueuedUpdate[] {
    if (this.#held) return [];
    this.#expire();
    const updates = this.#replays.splice(0, limit);
    for (const update of this.#pending.values()) {
      if (updates.length >= limit) break;
      updates.push(update);
    }
    return updates;
  }

  /** All that waits and is not a replay, oldest first. */
  waiting(): readonly QueuedUpdate[] {
    this.#expire();
    return [...this.#pending.values()];
  }

  /** Replays that wait; they are taken out. */
  takeReplays(): QueuedUpdate[] {
    return this.#replays.splice(0);
  }

  has(id: number): boolean {
    return this.#pending.has(id);
  }

  /** Confirms every update below `offset`. */
  confirmBelow(offset: number): void {
    for (const [id, update] of this.#pending) {
      if (id >= offset) break;
      this.#settle(update, 'polling');
    }
  }

  /** Confirms all but the last `count`. */
  confirmAllBut(count: number): void {
    const surplus = this.#pending.size - count;
    for (const update of [...this.#pending.values()].slice(0, Math.max(0, surplus)))
      this.#settle(update, 'polling');
  }

  confirm(id: number): void {
    const update = this.#pending.get(id);
    if (update !== undefined) this.#settle(update, 'webhook');
  }

  drop(id: number): void {
    this.#pending.delete(id);
  }

  dropAll(): void {
    this.#pending.clear();
    this.#replays.length = 0;
  }

  /** Updates that were confirmed, newest last. */
  handled(): readonly HandledUpdate[] {
    return this.#handled;
  }

  /** Delivers an update once more, with its old id; false when it is not known any more. */
  replay(id: number): boolean {
    const update = this.#pending.get(id) ?? this.#handled.find((h) => h.update.id === id)?.update;
    if (update === undefined) return false;
    this.#replays.push(update);
    this.#announce(null);
    return true;
  }

  /** Calls back for every new update, with null when any may have become available; returns how to stop. */
  onArrival(arrived: (update: QueuedUpdate | null) => void): () => void {
    this.#onArrival.add(arrived);
    return () => this.#onArrival.delete(arrived);
  }

  #wants(type: string): boolean {
    return this.#allowed === null ? !OFF_BY_DEFAULT.includes(type) : this.#allowed.has(type);
  }

  #settle(update: QueuedUpdate, by: 'polling' | 'webhook'): void {
    this.#pending.delete(update.id);
    this.#handled.push({ update, by });
    if (this.#handled.length > 2 * HANDLED_REMEMBERED) this.#handled.splice(0, HANDLED_REMEMBERED);
    this.#watcher.handled(update, by);
  }

  #expire(): void {
    const oldest = this.#monotonic() - RETENTION_MS;
    for (const [id, update] of this.#pending) {
      if (update.queuedAt > oldest) break;
      this.#pending.delete(id);
    }
  }

  #announce(update: QueuedUpdate | null): void {
    for (const arrived of [...this.#onArrival]) arrived(update);
  }
}
