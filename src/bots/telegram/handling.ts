import type { StaffActor } from '../../domain/actor.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage, TextFile } from '../../domain/message.ts';
import type { ChatKind } from '../../domain/words.ts';
import type { ArgsOf, MessageKey } from '../../i18n/index.ts';
import { translate } from '../../i18n/index.ts';
import { type ChatAction, enqueueCall } from '../../services/calls/enqueue.ts';
import type { BotContext } from '../../services/context.ts';
import { followedCaseIds } from '../../services/follows/list.ts';
import type { Subscriber } from '../../services/subscribers/find.ts';

/** The chat that an update comes from. */
export interface Chat {
  readonly id: string;
  readonly kind: ChatKind;
}

/** Who is spoken to: what is stored about the chat, if anything, and the language it is spoken to in. */
export interface Reader {
  readonly language: Language;
  readonly subscriber: Subscriber | null;
  /** The staff member whose linked private chat this is. */
  readonly staff: StaffActor | null;
}

/** The message below which a button was tapped. */
export interface Tapped {
  readonly messageId: number;
  /** When it was sent; null when Telegram no longer tells, and then it can no longer be edited. */
  readonly sentAt: Temporal.Instant | null;
}

/** What is known of an update when its handler begins. */
export interface HandlingFacts {
  readonly ctx: BotContext;
  readonly updateId: number;
  readonly botUsername: string;
  /** The https address at which followers reach the service; null where it has none. */
  readonly publicUrl: string | null;
  readonly chat: Chat;
  readonly reader: Reader;
  readonly senderIsAdmin: boolean;
  readonly tapped: Tapped | null;
}

/**
 * What a command or callback works with while it handles one update. Everything happens in one transaction: its
 * context is that transaction's, and what it says is written there for the sender. It makes no network call.
 */
export class Handling {
  /** The transaction; the actor is a subscriber, without identity. */
  readonly ctx: BotContext;
  readonly updateId: number;
  readonly botUsername: string;
  /** The https address at which followers reach the service; null where it has none. */
  readonly publicUrl: string | null;
  readonly chat: Chat;
  readonly reader: Reader;
  /** Whether the sender may decide for the chat: always in a private one. */
  readonly senderIsAdmin: boolean;
  readonly tapped: Tapped | null;

  constructor(facts: HandlingFacts) {
    this.ctx = facts.ctx;
    this.updateId = facts.updateId;
    this.botUsername = facts.botUsername;
    this.publicUrl = facts.publicUrl;
    this.chat = facts.chat;
    this.reader = facts.reader;
    this.senderIsAdmin = facts.senderIsAdmin;
    this.tapped = facts.tapped;
  }

  /** The same, for a reader about whom something else is now stored. */
  with(changed: Partial<Reader>): Handling {
    return new Handling({ ...this, reader: { ...this.reader, ...changed } });
  }

  /** The language in which the chat is spoken to. */
  get language(): Language {
    return this.reader.language;
  }

  /** What the texts about groups and channels call the chat. */
  get chatWord(): 'group' | 'channel' {
    return this.chat.kind === 'channel' ? 'channel' : 'group';
  }

  /** The cases that the chat follows; none for a chat of which nothing is stored. */
  async followed(): Promise<ReadonlySet<CaseId>> {
    const { subscriber } = this.reader;
    return subscriber === null ? new Set() : followedCaseIds(this.ctx, { subscriberId: subscriber.id });
  }

  /** Answers with a message of the catalogue. */
  async say<K extends MessageKey>(key: K, ...args: ArgsOf<K>): Promise<void> {
    await this.send(plain(translate(this.language, key, ...args)));
  }

  /** Sends a small file of text, with words below it. */
  async sendFile(file: TextFile, caption: string): Promise<void> {
    await this.#act({ do: 'send-file', file, caption });
  }

  /** Sends a message to the chat, after what is waiting for it. */
  async send(message: RenderedMessage): Promise<void> {
    await this.#act({ do: 'send', message });
  }

  /** Changes the message whose button was tapped; sends a new one when that one cannot be changed. */
  async edit(message: RenderedMessage): Promise<void> {
    const messageId = this.#editable();
    await this.#act(messageId === null ? { do: 'send', message } : { do: 'edit', messageId, message });
  }

  /** Changes only the buttons of the message whose button was tapped, where that is possible. */
  async editButtons(buttons: RenderedMessage['buttons']): Promise<void> {
    const messageId = this.#editable();
    if (messageId !== null) await this.#act({ do: 'edit-buttons', messageId, buttons });
  }

  /** Leaves the group or channel, after what was said before. */
  async leave(): Promise<void> {
    await this.#act({ do: 'leave' });
  }

  async #act(action: ChatAction): Promise<void> {
    await enqueueCall(this.ctx, { chatId: this.chat.id, action, purpose: 'reply' });
  }

  #editable(): number | null {
    return this.tapped === null || this.tapped.sentAt === null ? null : this.tapped.messageId;
  }
}

/** A message of plain text. */
export function plain(text: string, buttons: RenderedMessage['buttons'] = []): RenderedMessage {
  return { text, entities: [], buttons };
}
