import type { JsonObject } from './values.ts';
import { type Bot, botObject, chatObject, personObject, type StoredMessage } from './world.ts';

/** A message as the Bot API shows it. */
export function messageObject(message: StoredMessage): JsonObject {
  const { author, chat } = message;
  const object: JsonObject = { message_id: message.id };
  if (author === 'channel' || chat.kind === 'channel') object.sender_chat = chatObject(chat);
  else object.from = 'bot' in author ? botObject(author.bot) : personObject(author.person);
  object.chat = chatObject(chat);
  object.date = message.date;
  if (message.editDate !== undefined) object.edit_date = message.editDate;
  if (message.further !== undefined) Object.assign(object, message.further);
  if (message.text !== undefined) {
    object.text = message.text.text;
    if (message.text.entities.length > 0) object.entities = message.text.entities;
  }
  if (message.media !== undefined) Object.assign(object, message.media);
  if (message.caption !== undefined && message.caption.text !== '') {
    object.caption = message.caption.text;
    if (message.caption.entities.length > 0) object.caption_entities = message.caption.entities;
  }
  if (message.keyboard !== undefined) object.reply_markup = message.keyboard;
  return object;
}

/** Whether the bot itself wrote the message. */
export const isFromBot = (message: StoredMessage, bot: Bot): boolean =>
  message.author !== 'channel' && 'bot' in message.author && message.author.bot === bot;

/** The bounded or unbounded memory of what messages say. */
export class History {
  readonly #kept: StoredMessage[] = [];
  readonly #limit: number;
  #next = 0;

  /** `limit`: how many messages are remembered with their text, over all chats; the oldest go first. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(message: StoredMessage): void {
    message.chat.messages ??= new Map();
    message.chat.messages.set(message.id, message);
    if (this.#limit === Number.POSITIVE_INFINITY) return;
    const oldest = this.#kept[this.#next];
    if (oldest !== undefined) this.forget(oldest);
    this.#kept[this.#next] = message;
    this.#next = (this.#next + 1) % this.#limit;
  }

  forget(message: StoredMessage): void {
    const { chat } = message;
    chat.messages?.delete(message.id);
    if (chat.messages?.size === 0) chat.messages = null;
  }
}
