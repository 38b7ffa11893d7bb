/** A chat as the limiter knows it. `key` is any stable name that is not the chat id: its index value. */
export interface LimitedChat {
  readonly key: string;
  readonly kind: 'private' | 'group' | 'channel';
}

export interface ChatLimitsOptions {
  /** How many messages a chat may get without the second between them; default 1. Telegram tolerates "short bursts". */
  readonly burst?: number;
  /** false: only one at a time and the parking after a refusal are left, no speed; default true. */
  readonly paced?: boolean;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const GROUP_PER_MINUTE = 20;
const SWEEP_EVERY = 512;

interface ChatState {
  /** A send is under way since then. */
  sentAt: number | undefined;
  /** The end of the seconds already taken. */
  taken: number;
  parkedUntil: number;
  /** Answers to the last sends to a group, oldest first. */
  answers: number[];
}

/**
 * What may go to one chat: one message at a time (which also keeps their order), one a second, 20 a minute in
 * groups, none while parked. The limits are those of https://core.telegram.org/bots/faq ("My bot is hitting
 * limits", November 2026), which speaks of groups; channels are treated like groups, to be on the safe side.
 * Seconds and minutes count from the answers: a message that was long on its way arrived late.
 */
export class ChatLimits {
  readonly #burst: number;
  readonly #paced: boolean;
  readonly #chats = new Map<string, ChatState>();
  #untilSweep = SWEEP_EVERY;

  constructor({ burst = 1, paced = true }: ChatLimitsOptions) {
    this.#burst = burst;
    this.#paced = paced;
  }

  /** How many chats are remembered: those of about the last minute. */
  get size(): number {
    return this.#chats.size;
  }

  /** When the chat may get its next message; Infinity while one is under way. */
  readyAt(chat: LimitedChat, now: number): number {
    const state = this.#chats.get(chat.key);
    if (!state) return now;
    if (state.sentAt !== undefined) return Number.POSITIVE_INFINITY;
    if (!this.#paced) return Math.max(now, state.parkedUntil);
    const oldest = state.answers.length < GROUP_PER_MINUTE ? undefined : state.answers[0];
    return Math.max(
      now,
      state.parkedUntil,
      state.taken - (this.#burst - 1) * SECOND_MS,
      oldest === undefined ? now : oldest + MINUTE_MS,
    );
  }

  /** A message has left for the chat at `now`. */
  sent(chat: LimitedChat, now: number): void {
    const state = this.#stateOf(chat);
    state.sentAt = now;
    state.taken = Math.max(state.taken, now) + SECOND_MS;
    this.#untilSweep -= 1;
    if (this.#untilSweep <= 0) this.#sweep(now);
  }

  /** `counts`: false when Telegram did not take the message. */
  answered(chat: LimitedChat, now: number, counts: boolean): void {
    const state = this.#stateOf(chat);
    if (state.sentAt !== undefined) state.taken += now - state.sentAt;
    state.sentAt = undefined;
    if (chat.kind === 'private' || !counts) return;
    state.answers.push(now);
    if (state.answers.length > GROUP_PER_MINUTE) state.answers.shift();
  }

  /** Nothing goes to the chat until then, by the monotonic clock. */
  park(chat: LimitedChat, until: number): void {
    const state = this.#stateOf(chat);
    state.parkedUntil = Math.max(state.parkedUntil, until);
  }

  #stateOf(chat: LimitedChat): ChatState {
    const known = this.#chats.get(chat.key);
    if (known) return known;
    const fresh: ChatState = {
      sentAt: undefined,
      taken: Number.NEGATIVE_INFINITY,
      parkedUntil: Number.NEGATIVE_INFINITY,
      answers: [],
    };
    this.#chats.set(chat.key, fresh);
    return fresh;
  }

  /** Forgets the chats that nothing holds back any more. */
  #sweep(now: number): void {
    this.#untilSweep = SWEEP_EVERY;
    for (const [key, state] of this.#chats) {
      const last = state.answers.at(-1) ?? Number.NEGATIVE_INFINITY;
      const paused = this.#paced && (state.taken > now || last + MINUTE_MS > now);
      if (state.sentAt === undefined && state.parkedUntil <= now && !paused) this.#chats.delete(key);
    }
  }
}
