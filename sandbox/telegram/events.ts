import type { JsonObject } from './values.ts';

/** Something that a page which shows the chats wants to know at once. */
export interface StandInEvent {
  readonly id: number;
  readonly kind:
    | 'message'
    | 'message-edited'
    | 'message-deleted'
    | 'callback-answered'
    | 'inline-answered'
    | 'chat-action'
    | 'update-queued'
    | 'update-handled'
    | 'profile'
    | 'state'
    | 'clock';
  /** null: it concerns every bot. */
  readonly bot: number | null;
  readonly chat: number | null;
  readonly data: JsonObject;
}

type Listener = (event: StandInEvent) => void;

const REMEMBERED = 2000;

/** Distributes events to whoever listens; remembers the last ones for a listener that was cut off. */
export class EventHub {
  readonly #listeners = new Set<Listener>();
  readonly #recent: StandInEvent[] = [];
  #nextId = 1;
  #wanted = false;

  /** False as long as nobody has ever listened: then nothing needs to be built. */
  get wanted(): boolean {
    return this.#wanted;
  }

  emit(kind: StandInEvent['kind'], bot: number | null, chat: number | null, data: JsonObject): void {
    if (!this.#wanted) return;
    const event: StandInEvent = { id: this.#nextId++, kind, bot, chat, data };
    this.#recent.push(event);
    if (this.#recent.length > 2 * REMEMBERED) this.#recent.splice(0, REMEMBERED);
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls `listener` for every event after `since` that is remembered and all to come; returns how to stop. */
  listen(listener: Listener, since: number | null): () => void {
    this.#wanted = true;
    if (since !== null) for (const event of this.#recent) if (event.id > since) listener(event);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
