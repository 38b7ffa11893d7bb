import { createHash, randomInt } from 'node:crypto';
import { type Monotonic, machineMonotonic, StandInClock } from './clock.ts';
import { EventHub } from './events.ts';
import { FaultPlan } from './faults.ts';
import { FileStore } from './files.ts';
import { UpdateInbox } from './inbox.ts';
import { type Accepted, BotLedger, type LedgerOptions } from './ledger.ts';
import { BotLimits, DEFAULT_RATES, type RateSettings } from './limits.ts';
import { History, messageObject } from './message.ts';
import { Polling } from './polling.ts';
import type { Refusal } from './refusal.ts';
import type { FormattedText } from './text/entity.ts';
import type { JsonObject } from './values.ts';
import type { WebhookDeliverer } from './webhook.ts';
import {
  type Acquaintance,
  type Author,
  type Bot,
  type Chat,
  hasRight,
  isIn,
  type Person,
  type PrivateChat,
  type SharedChat,
  type StoredMessage,
} from './world.ts';

export interface CoreOptions {
  readonly ledger?: LedgerOptions['mode'];
  /** Its first group (or the whole match) in a text is the text's tag in tallies. */
  readonly tag?: RegExp | null;
  readonly rates?: Partial<RateSettings>;
  /** How many messages keep their text in compact mode. */
  readonly recentMessages?: number;
  /** Clock of limits, retention and queries; tests inject their own. */
  readonly monotonic?: Monotonic;
  /** What a second between two tries of a webhook lasts, in milliseconds. */
  readonly webhookSecondMs?: number;
  /** `local` takes any http(s) URL, as a Bot API server with --local does; `public` https and Telegram's ports. */
  readonly webhookUrls?: 'local' | 'public';
  /** How long a callback query may be answered, in milliseconds. Telegram's time is not published. */
  readonly callbackLifetimeMs?: number;
}

/** A request that the stand-in did not accept. */
export interface RefusedRequest {
  readonly seq: number;
  readonly bot: number | null;
  readonly method: string;
  readonly code: number;
  readonly description: string;
  readonly wall: number;
}

/** Parameters that the Bot API does not have: Telegram ignores them in silence, a test should not. */
export interface UnknownParameter {
  readonly bot: number;
  readonly method: string;
  readonly parameter: string;
  times: number;
}

export interface WebhookState {
  deliverer: WebhookDeliverer | null;
  lastErrorDate: number | null;
  lastErrorMessage: string | null;
}

export type WebhookAnswerHandler = (core: Core, bot: Bot, contentType: string, body: Buffer) => void;

const REMEMBERED_REFUSALS = 10_000;
const RECENT_IN_COMPACT = 20_000;

/** Everything the stand-in knows, and the steps that methods and control operations share. */
export class Core {
  readonly clock = new StandInClock();
  readonly events = new EventHub();
  readonly faults = new FaultPlan();
  readonly files = new FileStore();
  readonly people = new Map<number, Person>();
  readonly sharedChats = new Map<number, SharedChat>();
  readonly usernames = new Map<string, number>();
  readonly bots = new Map<number, Bot>();
  readonly botsByToken = new Map<string, Bot>();
  readonly polling = new Map<number, Polling>();
  readonly webhooks = new Map<number, WebhookState>();
  readonly unknownParameters = new Map<string, UnknownParameter>();
  readonly onWebhookAnswer: WebhookAnswerHandler;
  readonly monotonic: Monotonic;
  readonly webhookSecondMs: number;
  readonly webhookUrls: 'local' | 'public';
  readonly callbackLifetimeMs: number;
  readonly #ledgerOptions: LedgerOptions;
  readonly #history: History;
  readonly #refusals: RefusedRequest[] = [];
  #rates: RateSettings;
  #nextSeq = 1;
  #nextId = 1;

  /** `onWebhookAnswer` carries out the method that a webhook's answer asks for. */
  constructor(options: CoreOptions, onWebhookAnswer: WebhookAnswerHandler) {
    this.onWebhookAnswer = onWebhookAnswer;
    this.monotonic = options.monotonic ?? machineMonotonic;
    this.webhookSecondMs = options.webhookSecondMs ?? 1000;
    this.webhookUrls = options.webhookUrls ?? 'local';
    this.callbackLifetimeMs = options.callbackLifetimeMs ?? 15 * 60 * 1000;
    this.#ledgerOptions = { mode: options.ledger ?? 'full', tag: options.tag ?? null };
    this.#rates = { ...DEFAULT_RATES, ...options.rates };
    const remembered =
      options.ledger === 'compact' ? (options.recentMessages ?? RECENT_IN_COMPACT) : Infinity;
    this.#history = new History(remembered);
  }

  /** A number that was not given out before. */
  newId(): number {
    return this.#nextId++;
  }

  get rates(): RateSettings {
    return this.#rates;
  }

  /** Changes the limits; what was counted so far is forgotten. */
  setRates(change: Partial<RateSettings>): void {
    this.#rates = { ...this.#rates, ...change };
    for (const bot of this.bots.values()) {
      bot.limits = new BotLimits(this.#rates);
      for (const chat of bot.chats.values()) chat.pace.paidUpTo = Number.NEGATIVE_INFINITY;
    }
    for (const chat of this.sharedChats.values()) chat.pace.paidUpTo = Number.NEGATIVE_INFINITY;
  }

  addBot(
    bot: Pick<
      Bot,
      'id' | 'token' | 'username' | 'firstName' | 'readsAllGroupMessages' | 'inline' | 'inlineFeedback'
    >,
  ): Bot {
    const inbox = new UpdateInbox(randomInt(100_000_000, 900_000_000), this.monotonic, {
      queued: (update) =>
        this.events.emit('update-queued', bot.id, null, { update_id: update.id, type: update.type }),
      handled: (update, by) =>
        this.events.emit('update-handled', bot.id, null, { update_id: update.id, type: update.type, by }),
    });
    const added: Bot = {
      ...bot,
      chats: new Map(),
      chatIds: [],
      inbox,
      ledger: new BotLedger(bot.id, this.#ledgerOptions, () => this.#nextSeq++),
      profile: {
        names: new Map(),
        descriptions: new Map(),
        shortDescriptions: new Map(),
        commands: new Map(),
        menuButtons: new Map(),
      },
      callbacks: new Map(),
      inlineQueries: new Map(),
      inlineCache: new Map(),
      limits: new BotLimits(this.#rates),
      nextMessageId: 1,
    };
    this.bots.set(bot.id, added);
    this.botsByToken.set(bot.token, added);
    this.polling.set(bot.id, new Polling(inbox));
    this.webhooks.set(bot.id, { deliverer: null, lastErrorDate: null, lastErrorMessage: null });
    return added;
  }

  /** The bot's chat with a person; it exists as soon as the two could meet. */
  privateChat(bot: Bot, person: Person): PrivateChat {
    const known = bot.chats.get(person.id);
    if (known !== undefined) return known;
    const chat: PrivateChat = {
      kind: 'private',
      id: person.id,
      person,
      state: 'never started',
      index: bot.chatIds.length,
      pace: { paidUpTo: Number.NEGATIVE_INFINITY },
      messages: null,
      entries: null,
      sleeping: 0,
    };
    bot.chats.set(person.id, chat);
    bot.chatIds.push(person.id);
    return chat;
  }

  /** The chat that a bot means by an id or @username; undefined when it cannot know such a chat. */
  findChat(bot: Bot, id: number | string): Chat | undefined {
    const number = typeof id === 'number' ? id : this.usernames.get(id.replace(/^@/, '').toLowerCase());
    if (number === undefined) return undefined;
    const known = bot.chats.get(number) ?? this.sharedChats.get(number);
    if (known !== undefined) return known;
    const person = this.people.get(number);
    // By its username a bot reaches groups and channels, not persons.
    return person === undefined || typeof id === 'string' ? undefined : this.privateChat(bot, person);
  }

  /** Enters a message into its chat and tells every bot's page. */
  addMessage(
    chat: Chat,
    bot: Bot | null,
    author: Author,
    content: {
      readonly text?: FormattedText | undefined;
      readonly caption?: FormattedText | undefined;
      readonly media?: JsonObject | undefined;
      readonly keyboard?: StoredMessage['keyboard'];
      readonly further?: JsonObject | undefined;
    },
  ): StoredMessage {
    const message: StoredMessage = {
      id: this.#nextMessageId(chat, bot),
      chat,
      author,
      date: this.clock.seconds(),
      editDate: undefined,
      text: content.text,
      caption: content.caption,
      media: content.media,
      keyboard: content.keyboard,
      further: content.further,
    };
    this.#history.add(message);
    if (this.events.wanted) this.#tell('message', message, bot);
    return message;
  }

  /** Tells pages that a message says something else now. */
  messageEdited(message: StoredMessage, bot: Bot): void {
    if (this.events.wanted) this.#tell('message-edited', message, bot);
  }

  removeMessage(message: StoredMessage, bot: Bot): void {
    this.#history.forget(message);
    this.events.emit('message-deleted', bot.id, message.chat.id, { message_id: message.id });
  }

  enterLedger(bot: Bot, accepted: Accepted, isNewMessage: boolean, answered: boolean): void {
    bot.ledger.enter(accepted, isNewMessage, this.monotonic(), answered);
  }

  noteRefusal(bot: Bot | null, method: string, refusal: Refusal): void {
    this.#refusals.push({
      seq: this.#nextSeq++,
      bot: bot?.id ?? null,
      method,
      code: refusal.code,
      description: refusal.description,
      wall: Date.now(),
    });
    if (this.#refusals.length > 2 * REMEMBERED_REFUSALS) this.#refusals.splice(0, REMEMBERED_REFUSALS);
  }

  refusals(): readonly RefusedRequest[] {
    return this.#refusals;
  }

  noteUnknownParameter(bot: Bot, method: string, parameter: string): void {
    const key = `${bot.id} ${method} ${parameter}`;
    const known = this.unknownParameters.get(key);
    if (known === undefined) this.unknownParameters.set(key, { bot: bot.id, method, parameter, times: 1 });
    else known.times += 1;
  }

  /** The bots that are in a group or channel. */
  *botsIn(chat: SharedChat): Iterable<Bot> {
    for (const bot of this.bots.values()) if (isIn(chat.members.get(bot.id))) yield bot;
  }

  setAcquaintance(bot: Bot, chat: PrivateChat, state: Acquaintance): void {
    chat.state = state;
    this.events.emit('state', bot.id, chat.id, { state });
  }

  /** Whether a bot's administrator rights include one. */
  botMay(bot: Bot, chat: SharedChat, right: string): boolean {
    return hasRight(chat.members.get(bot.id), right);
  }

  chatInstance(bot: Bot, chat: Chat): string {
    const digest = createHash('sha256').update(`${bot.id}:${chat.id}`).digest();
    return digest.readBigInt64BE(0).toString();
  }

  #nextMessageId(chat: Chat, bot: Bot | null): number {
    // Messages of private chats are numbered by the bot's account, those of shared chats by the chat.
    if (chat.kind !== 'private') return chat.nextMessageId++;
    if (bot === null) throw new Error('a message in a private chat needs its bot');
    return bot.nextMessageId++;
  }

  #tell(kind: 'message' | 'message-edited', message: StoredMessage, bot: Bot | null): void {
    const botId = message.chat.kind === 'private' ? (bot?.id ?? null) : null;
    this.events.emit(kind, botId, message.chat.id, { message: messageObject(message) });
  }
}
