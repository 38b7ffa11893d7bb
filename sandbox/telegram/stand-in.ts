import { Core, type CoreOptions, type RefusedRequest, type UnknownParameter } from './core.ts';
import type { StandInEvent } from './events.ts';
import type { Fault, PlannedFault } from './faults.ts';
import { askInline, chooseInline } from './inline.ts';
import type { LedgerEntry, OutcomeCounts, Tally } from './ledger.ts';
import type { RateSettings } from './limits.ts';
import { setBlocked, setBotMember, setPersonMember } from './membership.ts';
import { messageObject } from './message.ts';
import { scopeKey } from './methods/profile.ts';
import {
  type ButtonChoice,
  changeWords,
  ImpossibleAction,
  migrateGroup,
  postInChannel,
  type Sent,
  sayInGroup,
  sayInPrivate,
  tapButton,
} from './people.ts';
import type { JsonObject } from './values.ts';
import { answerFromWebhook } from './webhook-answer.ts';
import {
  type Acquaintance,
  type Bot,
  type Chat,
  chatObject,
  type InlineAnswer,
  isIn,
  type MemberStatus,
  type Person,
  personObject,
  type SharedChat,
} from './world.ts';

export interface CreateBot {
  readonly token?: string | undefined;
  readonly username?: string | undefined;
  readonly firstName?: string | undefined;
  /** False (as BotFather leaves it) is privacy mode. */
  readonly readsAllGroupMessages?: boolean | undefined;
  readonly inline?: boolean | undefined;
  /** Tell the bot which result of an inline query was sent. */
  readonly inlineFeedback?: boolean | undefined;
}

export interface CreateUser {
  readonly id?: number | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly username?: string | undefined;
  readonly languageCode?: string | undefined;
}

export interface CreateChat {
  readonly id?: number | undefined;
  readonly title?: string | undefined;
  readonly username?: string | undefined;
  /** The person who made it, its owner. */
  readonly owner: number;
  readonly members?: readonly number[] | undefined;
}

/** An update as the stand-in accounts for it. */
export interface UpdateState {
  readonly update_id: number;
  readonly type: string;
  readonly state: 'queued' | 'handled';
  readonly by: 'polling' | 'webhook' | null;
  readonly update: JsonObject;
}

/** The first ids: unlike real ones, and the same in every run. */
const FIRST_BOT = 7_000_000_001;
const FIRST_PERSON = 5_000_001;
const FIRST_GROUP = 4_000_001;
const FIRST_CHANNEL = 1_000_000_000_001;

/** The Telegram that stands in for the real one, as seen by whoever drives it: everything but the Bot API itself. */
export class TelegramStandIn {
  readonly core: Core;
  #bots = 0;
  #people = 0;
  #groups = 0;
  #channels = 0;
  #network: { dropIdle(): void; goDown(ms: number): void } | null = null;

  constructor(options: CoreOptions = {}) {
    this.core = new Core(options, answerFromWebhook);
  }

  /** Who carries the HTTP connections tells so. */
  attachNetwork(network: { dropIdle(): void; goDown(ms: number): void }): void {
    this.#network = network;
  }

  /* ---- who there is ---- */

  createBot(input: CreateBot = {}): { id: number; token: string; username: string } {
    const id = input.token === undefined ? FIRST_BOT + this.#bots : Number(input.token.split(':')[0]);
    if (!Number.isSafeInteger(id) || id <= 0) throw new ImpossibleAction('a token is <number>:<letters>');
    if (this.core.bots.has(id)) throw new ImpossibleAction('there is a bot with this id already');
    this.#bots += 1;
    const token = input.token ?? `${id}:stand-in-token-${String(this.#bots).padStart(20, '0')}`;
    const username = input.username ?? `standin${this.#bots}_bot`;
    this.core.addBot({
      id,
      token,
      username,
      firstName: input.firstName ?? 'Stand-in',
      readsAllGroupMessages: input.readsAllGroupMessages ?? false,
      inline: input.inline ?? false,
      inlineFeedback: input.inlineFeedback ?? false,
    });
    this.core.usernames.set(username.toLowerCase(), id);
    return { id, token, username };
  }

  bots(): { id: number; username: string; profile: JsonObject }[] {
    return [...this.core.bots.values()].map((bot) => ({
      id: bot.id,
      username: bot.username,
      profile: {
        names: Object.fromEntries(bot.profile.names),
        descriptions: Object.fromEntries(bot.profile.descriptions),
        shortDescriptions: Object.fromEntries(bot.profile.shortDescriptions),
        commands: Object.fromEntries(bot.profile.commands),
      },
    }));
  }

  createUser(input: CreateUser = {}): { id: number } {
    const id = input.id ?? FIRST_PERSON + this.#people;
    if (this.core.people.has(id)) throw new ImpossibleAction('there is a person with this id already');
    this.#people += 1;
    this.core.people.set(id, {
      id,
      first_name: input.firstName ?? `Person ${this.#people}`,
      last_name: input.lastName,
      username: input.username,
      language_code: input.languageCode,
      deactivated: false,
    });
    if (input.username !== undefined) this.core.usernames.set(input.username.toLowerCase(), id);
    return { id };
  }

  /** Many persons at once, who know the bot already; `languages` go round. Returns the first id; the rest follow. */
  createUsers(input: {
    readonly count: number;
    readonly bot?: number | undefined;
    readonly state?: Acquaintance | undefined;
    readonly languages?: readonly string[] | undefined;
  }): { firstId: number; count: number } {
    const firstId = FIRST_PERSON + this.#people;
    const bot = input.bot === undefined ? null : this.#bot(input.bot);
    const languages = input.languages ?? [];
    for (let i = 0; i < input.count; i++) {
      const { id } = this.createUser({ languageCode: languages[i % Math.max(1, languages.length)] });
      if (bot !== null) this.core.privateChat(bot, this.#person(id)).state = input.state ?? 'started';
    }
    return { firstId, count: input.count };
  }

  createGroup(input: CreateChat & { readonly supergroup?: boolean | undefined }): { id: number } {
    this.#groups += 1;
    const serial = FIRST_GROUP + this.#groups;
    if (input.supergroup === true)
      return this.#createShared(input, 'supergroup', -(1_001_000_000_000 + serial));
    return this.#createShared(input, 'group', -serial);
  }

  createChannel(input: CreateChat): { id: number } {
    this.#channels += 1;
    return this.#createShared(input, 'channel', -(FIRST_CHANNEL + 500_000_000 + this.#channels));
  }

  /** A group becomes a supergroup. */
  migrateGroup(input: { readonly chat: number }): { id: number } {
    const chat = this.#shared(input.chat);
    this.#groups += 1;
    const { id } = this.#createShared(
      { title: chat.title, owner: 0 },
      'supergroup',
      -(1_001_000_000_000 + FIRST_GROUP + this.#groups),
    );
    const successor = this.#shared(id);
    successor.members.clear();
    for (const [member, state] of chat.members) successor.members.set(member, state);
    migrateGroup(this.core, chat, successor);
    return { id };
  }

  deleteGroup(input: { readonly chat: number }): void {
    this.#shared(input.chat).deleted = true;
  }

  /** Adds, removes, promotes … a person or bot. `by` defaults to the chat's owner. */
  setMember(input: {
    readonly chat: number;
    readonly user: number;
    readonly status: MemberStatus;
    readonly rights?: Readonly<Record<string, boolean>> | undefined;
    readonly by?: number | undefined;
  }): void {
    const chat = this.#shared(input.chat);
    const by = this.#person(input.by ?? ownerOf(chat));
    const member = { status: input.status, rights: input.rights ?? {} };
    const bot = this.core.bots.get(input.user);
    if (bot !== undefined) setBotMember(this.core, chat, bot, member, by);
    else setPersonMember(this.core, chat, this.#person(input.user), member, by);
  }

  /* ---- what persons do ---- */

  /** A person writes: to the bot in private, or into the group `chat`. */
  userSends(input: {
    readonly user: number;
    readonly text: string;
    readonly bot?: number | undefined;
    readonly chat?: number | undefined;
    readonly replyTo?: number | undefined;
  }): Sent {
    const person = this.#person(input.user);
    const replyTo = input.replyTo ?? null;
    if (input.chat !== undefined && input.chat < 0) {
      return sayInGroup(this.core, this.#shared(input.chat), person, input, replyTo);
    }
    return sayInPrivate(this.core, this.#bot(input.bot), person, input, replyTo);
  }

  /** A person sends something that is no text. */
  userSendsOther(input: {
    readonly user: number;
    readonly other: 'photo' | 'sticker' | 'voice' | 'location';
    readonly bot?: number | undefined;
    readonly chat?: number | undefined;
  }): Sent {
    const person = this.#person(input.user);
    if (input.chat !== undefined && input.chat < 0) {
      return sayInGroup(this.core, this.#shared(input.chat), person, input, null);
    }
    return sayInPrivate(this.core, this.#bot(input.bot), person, input, null);
  }

  /** A person edits a text of their own in the private chat. */
  userEdits(input: {
    readonly user: number;
    readonly messageId: number;
    readonly text: string;
    readonly bot?: number | undefined;
  }): Sent {
    return changeWords(
      this.core,
      this.#bot(input.bot),
      this.#person(input.user),
      input.messageId,
      input.text,
    );
  }

  /** A person opens t.me/<bot>?start=<payload> and taps Start. */
  userStarts(input: {
    readonly user: number;
    readonly bot?: number | undefined;
    readonly payload?: string | undefined;
  }): Sent {
    const { payload } = input;
    if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) {
      throw new ImpossibleAction('a deep link carries 1 to 64 of A-Z, a-z, 0-9, _ and -');
    }
    return this.userSends({ ...input, text: payload === undefined ? '/start' : `/start ${payload}` });
  }

  userTaps(input: {
    readonly user: number;
    readonly messageId: number;
    readonly button: ButtonChoice;
    readonly bot?: number | undefined;
    /** A group or channel; left out: the private chat. */
    readonly chat?: number | undefined;
  }): { queryId: string; updateId: number | null } {
    const bot = this.#bot(input.bot);
    const person = this.#person(input.user);
    const chat = this.#chat(bot, input.chat ?? input.user);
    return tapButton(this.core, bot, chat, person, input.messageId, input.button);
  }

  userBlocks(input: { readonly user: number; readonly bot?: number | undefined }): void {
    const bot = this.#bot(input.bot);
    setBlocked(this.core, bot, this.core.privateChat(bot, this.#person(input.user)), true);
  }

  userUnblocks(input: { readonly user: number; readonly bot?: number | undefined }): void {
    const bot = this.#bot(input.bot);
    setBlocked(this.core, bot, this.core.privateChat(bot, this.#person(input.user)), false);
  }

  /** The person's account is gone. */
  userDeactivates(input: { readonly user: number }): void {
    this.#person(input.user).deactivated = true;
  }

  userAsksInline(input: {
    readonly user: number;
    readonly query: string;
    /** What the answer before gave as its `next_offset`: the person scrolls on. */
    readonly offset?: string | undefined;
    /** Where it is typed: the private chat with the bot (by the person's id), or a group; left out: with somebody else. */
    readonly chat?: number | undefined;
    readonly bot?: number | undefined;
  }): {
    queryId: string;
    /** Null also when Telegram still knows the answer, and does not ask the bot. */
    updateId: number | null;
  } {
    const { query, offset = '' } = input;
    const bot = this.#bot(input.bot);
    const chat = input.chat === undefined ? null : this.#chat(bot, input.chat);
    return askInline(this.core, bot, this.#person(input.user), { query, offset, chat });
  }

  /** What the bot answered to an inline query; null while it has not. */
  inlineAnswer(input: { readonly queryId: string; readonly bot?: number | undefined }): InlineAnswer | null {
    return this.#bot(input.bot).inlineQueries.get(input.queryId)?.answer ?? null;
  }

  /** The person sends a result of their query into the chat with the bot, or into a group. */
  userChoosesInline(input: {
    readonly user: number;
    readonly queryId: string;
    readonly resultId: string;
    readonly chat?: number | undefined;
    readonly bot?: number | undefined;
  }): Sent {
    const bot = this.#bot(input.bot);
    const person = this.#person(input.user);
    const chat = input.chat === undefined ? this.core.privateChat(bot, person) : this.#shared(input.chat);
    return chooseInline(this.core, bot, chat, input.queryId, input.resultId);
  }

  channelPosts(input: { readonly chat: number; readonly text: string }): Sent {
    return postInChannel(this.core, this.#shared(input.chat), input.text);
  }

  /* ---- what can be looked at ---- */

  /** What a chat shows now, oldest first (in compact mode: of the recent messages). */
  messages(input: { readonly chat: number; readonly bot?: number | undefined }): JsonObject[] {
    const chat = this.#chat(this.#bot(input.bot), input.chat);
    return [...(chat.messages?.values() ?? [])].map(messageObject);
  }

  /** The chats of a bot with their state, in the order they were met; shared chats last. */
  chats(
    input: {
      readonly bot?: number | undefined;
      readonly from?: number | undefined;
      readonly limit?: number | undefined;
    } = {},
  ): JsonObject[] {
    const bot = this.#bot(input.bot);
    const from = input.from ?? 0;
    const limit = input.limit ?? 1000;
    const shown: JsonObject[] = [];
    for (const id of bot.chatIds.slice(from, from + limit)) {
      const chat = bot.chats.get(id);
      if (chat !== undefined)
        shown.push({ ...chatObject(chat), state: chat.state, user: personObject(chat.person) });
    }
    if (from > 0) return shown;
    for (const chat of this.core.sharedChats.values()) {
      const status = chat.members.get(bot.id)?.status ?? 'left';
      shown.push({ ...chatObject(chat), state: status, migrated_to: chat.migratedTo });
    }
    return shown;
  }

  /** The commands that a person's client would offer, by Telegram's order of scopes. */
  commandsFor(input: {
    readonly user: number;
    readonly chat?: number | undefined;
    readonly bot?: number | undefined;
  }): readonly JsonObject[] {
    const bot = this.#bot(input.bot);
    const person = this.#person(input.user);
    const chat = this.#chat(bot, input.chat ?? input.user);
    const language = person.language_code?.slice(0, 2) ?? '';
    for (const scope of scopesFor(chat, person)) {
      for (const code of [language, '']) {
        const commands = bot.profile.commands.get(scopeKey(scope, code));
        if (commands !== undefined && commands.length > 0) return commands;
      }
    }
    return [];
  }

  /** What was accepted after the cursor `since`, oldest first. */
  ledger(
    input: {
      readonly bot?: number | undefined;
      readonly chat?: number | undefined;
      readonly since?: number | undefined;
      readonly limit?: number | undefined;
    } = {},
  ): readonly LedgerEntry[] {
    const bot = this.#bot(input.bot);
    const chat = input.chat === undefined ? undefined : this.#chat(bot, input.chat);
    return bot.ledger.entries(input.since ?? 0, input.limit ?? 10_000, chat);
  }

  /** Requests by method and outcome. */
  counts(input: { readonly bot?: number | undefined } = {}): Record<string, OutcomeCounts> {
    return this.#bot(input.bot).ledger.counts();
  }

  /** Messages by tag: how many, to how many chats, to how many of them twice. */
  tallies(input: { readonly bot?: number | undefined } = {}): Tally[] {
    return this.#bot(input.bot).ledger.tallies();
  }

  messagesPerChat(input: { readonly bot?: number | undefined } = {}): [chat: number, messages: number][] {
    const bot = this.#bot(input.bot);
    return bot.ledger.perChat(bot.chatIds);
  }

  /** The most messages accepted within any stretch of so many milliseconds. */
  busiest(input: { readonly bot?: number | undefined; readonly windowMs?: number | undefined } = {}): number {
    return this.#bot(input.bot).ledger.busiest(input.windowMs ?? 1000);
  }

  /** Requests that were not accepted, with the reason; 429s are only counted. */
  refusals(
    input: { readonly bot?: number | undefined; readonly since?: number | undefined } = {},
  ): RefusedRequest[] {
    const since = input.since ?? 0;
    return this.core
      .refusals()
      .filter((r) => r.seq > since && (input.bot === undefined || r.bot === input.bot));
  }

  /** Parameters that were sent and that the Bot API does not have. */
  unknownParameters(): UnknownParameter[] {
    return [...this.core.unknownParameters.values()];
  }

  /** Updates that wait, and those that were confirmed lately. */
  updates(input: { readonly bot?: number | undefined } = {}): UpdateState[] {
    const { inbox } = this.#bot(input.bot);
    const handled = inbox.handled().map(({ update, by }) => stateOf(update, 'handled', by));
    return [...handled, ...inbox.waiting().map((update) => stateOf(update, 'queued', null))];
  }

  /** A file as whoever has it in a chat would open it. */
  file(input: { readonly fileId: string; readonly bot?: number | undefined }): {
    name: string;
    contentType: string;
    base64: string;
  } {
    const found = this.core.files.find(this.#bot(input.bot).id, input.fileId);
    if (found === undefined) throw new ImpossibleAction('there is no such file');
    const { name, contentType, bytes } = found;
    return { name, contentType, base64: bytes.toString('base64') };
  }

  /** The files that are known by a file_id, each with how many requests brought it. */
  files(): {
    id: string;
    bot: number;
    kind: string;
    name: string;
    size: number;
    sha256: string;
    uploads: number;
  }[] {
    return this.core.files.list().map(({ id, bot, kind, name, size, sha256, uploads }) => ({
      id,
      bot,
      kind,
      name,
      size,
      sha256,
      uploads,
    }));
  }

  /** Every file_id becomes wrong: what bots sent by one before they have to upload again. */
  forgetFiles(): void {
    this.core.files.forget();
  }

  /** What the stand-in's process has used, for measurements. */
  process(): { cpuSeconds: number; residentBytes: number } {
    const { user, system } = process.cpuUsage();
    return { cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() };
  }

  /** Calls back for every event from now on (and those after `since` that are remembered); returns how to stop. */
  listen(listener: (event: StandInEvent) => void, since: number | null = null): () => void {
    return this.core.events.listen(listener, since);
  }

  /* ---- what can be changed ---- */

  /** Sets the calendar (ISO instant or milliseconds; null: the machine's). It runs on at `rate`. */
  setClock(input: { readonly now: string | number | null; readonly rate?: number | undefined }): {
    now: string;
  } {
    const now =
      typeof input.now === 'string' ? Temporal.Instant.from(input.now).epochMilliseconds : input.now;
    this.core.clock.set(now, input.rate ?? 1);
    const iso = new Date(this.core.clock.now()).toISOString();
    this.core.events.emit('clock', null, null, { now: iso, rate: input.rate ?? 1 });
    return { now: iso };
  }

  setRates(input: Partial<RateSettings>): RateSettings {
    this.core.setRates(input);
    return this.core.rates;
  }

  /** Nothing is delivered or fetched while held. */
  hold(input: { readonly bot?: number | undefined; readonly held: boolean }): void {
    this.#bot(input.bot).inbox.hold(input.held);
  }

  /** Delivers an update once more with its old id. */
  replay(input: { readonly updateId: number; readonly bot?: number | undefined }): void {
    if (!this.#bot(input.bot).inbox.replay(input.updateId))
      throw new ImpossibleAction('no such update is remembered');
  }

  addFault(input: {
    readonly fault: Fault;
    readonly bot?: number | undefined;
    readonly method?: string | undefined;
    readonly chat?: number | undefined;
    readonly times?: number | undefined;
    readonly skip?: number | undefined;
  }): void {
    this.core.faults.add({ ...input, times: input.times ?? 1, skip: input.skip ?? 0 });
    // Only a new connection can be refused, so nobody may go on using an old one.
    if (input.fault.kind === 'refuse') this.#network?.dropIdle();
  }

  faults(): readonly PlannedFault[] {
    return this.core.faults.pending();
  }

  clearFaults(): void {
    this.core.faults.clear();
  }

  /** Nobody listens for so long: connecting is refused by the machine itself. */
  goDown(input: { readonly ms: number }): void {
    this.#network?.goDown(input.ms);
  }

  /** Ends deliveries and long polls. */
  close(): void {
    for (const { deliverer } of this.core.webhooks.values()) deliverer?.stop();
  }

  #createShared(input: CreateChat, kind: SharedChat['kind'], ownId: number): { id: number } {
    const id = input.id ?? ownId;
    if (this.core.sharedChats.has(id)) throw new ImpossibleAction('there is a chat with this id already');
    const chat: SharedChat = {
      kind,
      id,
      title: input.title ?? `The ${kind}`,
      username: input.username,
      members: new Map([[input.owner, { status: 'creator', rights: {} }]]),
      pace: { paidUpTo: Number.NEGATIVE_INFINITY },
      messages: null,
      entries: null,
      index: null,
      sleeping: 0,
      migratedTo: null,
      deleted: false,
      nextMessageId: 1,
    };
    for (const member of input.members ?? []) chat.members.set(member, { status: 'member', rights: {} });
    this.core.sharedChats.set(id, chat);
    if (input.username !== undefined) this.core.usernames.set(input.username.toLowerCase(), id);
    return { id };
  }

  #person(id: number): Person {
    const person = this.core.people.get(id);
    if (person === undefined) throw new ImpossibleAction('there is no such person');
    return person;
  }

  /** The bot with that id; the only one when none is named. */
  #bot(id: number | undefined): Bot {
    const [only, second] = this.core.bots.values();
    const bot = id === undefined && second === undefined ? only : this.core.bots.get(id ?? 0);
    if (bot === undefined) throw new ImpossibleAction('there is no such bot, or several and none was named');
    return bot;
  }

  #shared(id: number): SharedChat {
    const chat = this.core.sharedChats.get(id);
    if (chat === undefined) throw new ImpossibleAction('there is no such group or channel');
    return chat;
  }

  #chat(bot: Bot, id: number): Chat {
    const chat = this.core.findChat(bot, id);
    if (chat === undefined) throw new ImpossibleAction('there is no such chat');
    return chat;
  }
}

function ownerOf(chat: SharedChat): number {
  for (const [id, member] of chat.members) if (member.status === 'creator') return id;
  throw new ImpossibleAction('the chat has no owner: name who does it');
}

function stateOf(
  update: { readonly id: number; readonly type: string; readonly json: string },
  state: UpdateState['state'],
  by: UpdateState['by'],
): UpdateState {
  const content: JsonObject = JSON.parse(update.json);
  return { update_id: update.id, type: update.type, state, by, update: content };
}

/** Bot API 10.3, "Determining list of commands". */
function scopesFor(chat: Chat, person: Person): JsonObject[] {
  const fallback = { type: 'default' };
  const own = { type: 'chat', chat_id: chat.id };
  if (chat.kind === 'private') return [own, { type: 'all_private_chats' }, fallback];
  const member = chat.members.get(person.id);
  const isAdministrator = member?.status === 'creator' || member?.status === 'administrator';
  return [
    ...(isIn(member) ? [{ type: 'chat_member', chat_id: chat.id, user_id: person.id }] : []),
    ...(isAdministrator ? [{ type: 'chat_administrators', chat_id: chat.id }] : []),
    own,
    ...(isAdministrator ? [{ type: 'all_chat_administrators' }] : []),
    { type: 'all_group_chats' },
    fallback,
  ];
}
