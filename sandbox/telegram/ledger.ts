import type { Refusal } from './refusal.ts';
import type { Entity } from './text/entity.ts';
import type { JsonObject } from './values.ts';

/** What a request made of a message. */
interface Made {
  readonly method: string;
  readonly messageId: number;
  readonly text: string | null;
  readonly entities: readonly Entity[];
  readonly replyMarkup: JsonObject | null;
  /** SHA-256 of the file that was sent, in hex. */
  readonly fileSha256: string | null;
}

/** One request that was accepted and changed what a chat shows. */
export interface LedgerEntry extends Made {
  /** Grows by one per entry over all bots: the cursor of `since`. */
  readonly seq: number;
  readonly bot: number;
  readonly chat: number;
  /** Milliseconds of the monotonic clock (the same in every process of the machine) and of the wall clock. */
  readonly acceptedAt: { readonly monotonic: number; readonly wall: number };
  /** False when a fault on demand lost the answer. */
  readonly answered: boolean;
}

/** A chat as the ledger sees it; chats without an index are kept whole in compact mode too. */
export interface LedgerChat {
  readonly id: number;
  readonly index: number | null;
  entries: LedgerEntry[] | null;
}

/** What a handler tells the ledger. */
export interface Accepted extends Made {
  readonly chat: LedgerChat;
}

export const OUTCOMES = [
  'accepted',
  'refused',
  'forbidden',
  'unauthorized',
  'conflict',
  'tooManyRequests',
  'notSimulated',
  'faulted',
] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
export type OutcomeCounts = Record<OutcomeName, number>;

/** Requests of one tag (what the ledger's regular expression finds in a text). */
export interface Tally {
  readonly tag: string;
  readonly messages: number;
  readonly chats: number;
  /** Chats that got the tag more than once. */
  readonly repeatedChats: number;
  readonly unanswered: number;
}

export interface LedgerOptions {
  /** `full` remembers every request; `compact` a row of numbers per message, for runs of millions. */
  readonly mode: 'full' | 'compact';
  /** Its first group (or the whole match) in a text is the text's tag. */
  readonly tag: RegExp | null;
}

export function outcomeOf(refusal: Refusal): OutcomeName {
  switch (refusal.code) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 409:
      return 'conflict';
    case 429:
      return 'tooManyRequests';
    case 501:
      return 'notSimulated';
    default:
      return 'refused';
  }
}

/** What one bot has done. */
export class BotLedger {
  readonly bot: number;
  readonly #options: LedgerOptions;
  readonly #nextSeq: () => number;
  readonly #entries: LedgerEntry[] = [];
  readonly #rows = new MessageRows();
  readonly #tags: string[] = [];
  readonly #tagNumbers = new Map<string, number>();
  readonly #counts = new Map<string, OutcomeCounts>();

  constructor(bot: number, options: LedgerOptions, nextSeq: () => number) {
    this.bot = bot;
    this.#options = options;
    this.#nextSeq = nextSeq;
  }

  /** Enters an accepted request. In compact mode only new messages to private chats are entered, as a row. */
  enter(accepted: Accepted, isNewMessage: boolean, monotonic: number, answered: boolean): void {
    const { chat } = accepted;
    if (this.#options.mode === 'compact' && chat.index !== null) {
      if (isNewMessage) this.#enterRow(accepted, chat.index, monotonic, answered);
      return;
    }
    const entry: LedgerEntry = {
      seq: this.#nextSeq(),
      bot: this.bot,
      chat: chat.id,
      method: accepted.method,
      messageId: accepted.messageId,
      text: accepted.text,
      entities: accepted.entities,
      replyMarkup: accepted.replyMarkup,
      fileSha256: accepted.fileSha256,
      acceptedAt: { monotonic, wall: Date.now() },
      answered,
    };
    chat.entries ??= [];
    chat.entries.push(entry);
    this.#entries.push(entry);
  }

  count(method: string, outcome: OutcomeName): void {
    let counts = this.#counts.get(method);
    if (counts === undefined) {
      counts = {
        accepted: 0,
        refused: 0,
        forbidden: 0,
        unauthorized: 0,
        conflict: 0,
        tooManyRequests: 0,
        notSimulated: 0,
        faulted: 0,
      };
      this.#counts.set(method, counts);
    }
    counts[outcome] += 1;
  }

  counts(): Record<string, OutcomeCounts> {
    return Object.fromEntries(this.#counts);
  }

  /** Entries after the cursor `since`, oldest first; of one chat when it is given. */
  entries(since: number, limit: number, chat?: LedgerChat): readonly LedgerEntry[] {
    const all = chat === undefined ? this.#entries : (chat.entries ?? []).filter((e) => e.bot === this.bot);
    // Entries are in the order of their seq: find the first by halving, a follower asks every few milliseconds.
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((all[middle]?.seq ?? 0) <= since) low = middle + 1;
      else high = middle;
    }
    return all.slice(low, low + limit);
  }

  /** Messages per chat: `[chat id, messages accepted]`. */
  perChat(chatIds: readonly number[]): [number, number][] {
    const counts = new Map<number, number>();
    for (const entry of this.#entries) {
      if (isSending(entry.method)) counts.set(entry.chat, (counts.get(entry.chat) ?? 0) + 1);
    }
    for (let row = 0; row < this.#rows.length; row++) {
      const id = chatIds[this.#rows.chat(row)];
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts];
  }

  /** What was sent, by tag: nothing missing and nothing twice shows here. Texts without a tag count under ''. */
  tallies(): Tally[] {
    const tallies = new Map<string, { messages: number; unanswered: number; chats: Map<number, number> }>();
    const note = (tag: string, chat: number, answered: boolean) => {
      let tally = tallies.get(tag);
      if (tally === undefined) {
        tally = { messages: 0, unanswered: 0, chats: new Map() };
        tallies.set(tag, tally);
      }
      tally.messages += 1;
      if (!answered) tally.unanswered += 1;
      tally.chats.set(chat, (tally.chats.get(chat) ?? 0) + 1);
    };
    for (const entry of this.#entries) {
      if (isSending(entry.method)) note(this.#tagOf(entry.text), entry.chat, entry.answered);
    }
    for (let row = 0; row < this.#rows.length; row++) {
      // Rows name chats by index: shifted below zero, they cannot meet the id of a chat.
      note(this.#tags[this.#rows.tag(row)] ?? '', -1 - this.#rows.chat(row) - 1e15, this.#rows.answered(row));
    }
    return [...tallies].map(([tag, { messages, unanswered, chats }]) => ({
      tag,
      messages,
      chats: chats.size,
      repeatedChats: [...chats.values()].filter((n) => n > 1).length,
      unanswered,
    }));
  }

  /** The most messages that were accepted within any stretch of `windowMs`. */
  busiest(windowMs: number): number {
    const instants = this.#entries.filter((e) => isSending(e.method)).map((e) => e.acceptedAt.monotonic);
    for (let row = 0; row < this.#rows.length; row++) instants.push(this.#rows.at(row));
    instants.sort((a, b) => a - b);
    let most = 0;
    let from = 0;
    for (const [index, instant] of instants.entries()) {
      while ((instants[from] ?? instant) <= instant - windowMs) from += 1;
      most = Math.max(most, index - from + 1);
    }
    return most;
  }

  #enterRow(accepted: Accepted, chatIndex: number, monotonic: number, answered: boolean): void {
    const tag = this.#tagOf(accepted.text);
    let number = this.#tagNumbers.get(tag);
    if (number === undefined) {
      number = this.#tags.push(tag) - 1;
      this.#tagNumbers.set(tag, number);
    }
    this.#rows.add(chatIndex, number, monotonic, answered);
  }

  #tagOf(text: string | null): string {
    if (text === null || this.#options.tag === null) return '';
    const match = this.#options.tag.exec(text);
    return match?.[1] ?? match?.[0] ?? '';
  }
}

const isSending = (method: string): boolean =>
  method.startsWith('send') || method.startsWith('copy') || method.startsWith('forward');

/** Messages as columns of numbers, 17 bytes each, so that a million of them are no burden. */
class MessageRows {
  length = 0;
  #chats = new Uint32Array(1024);
  #tags = new Uint32Array(1024);
  #at = new Float64Array(1024);
  #answered = new Uint8Array(1024);

  add(chat: number, tag: number, at: number, answered: boolean): void {
    if (this.length === this.#chats.length) this.#grow();
    const row = this.length;
    this.#chats[row] = chat;
    this.#tags[row] = tag;
    this.#at[row] = at;
    this.#answered[row] = answered ? 1 : 0;
    this.length += 1;
  }

  chat(row: number): number {
    return this.#chats[row] ?? 0;
  }

  tag(row: number): number {
    return this.#tags[row] ?? 0;
  }

  at(row: number): number {
    return this.#at[row] ?? 0;
  }

  answered(row: number): boolean {
    return this.#answered[row] === 1;
  }

  #grow(): void {
    const size = this.#chats.length * 2;
    this.#chats = copied(this.#chats, new Uint32Array(size));
    this.#tags = copied(this.#tags, new Uint32Array(size));
    this.#at = copied(this.#at, new Float64Array(size));
    this.#answered = copied(this.#answered, new Uint8Array(size));
  }
}

function copied<T extends Uint32Array | Float64Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
