import type { Core } from './core.ts';
import { inlineKeyboardOf } from './markup.ts';
import { setBlocked } from './membership.ts';
import { isFromBot, messageObject } from './message.ts';
import { Refusal } from './refusal.ts';
import type { FormattedText } from './text/entity.ts';
import { MAX_TEXT, prepareText } from './text/prepare.ts';
import { asString, type JsonObject } from './values.ts';
import {
  type Bot,
  type Chat,
  chatObject,
  isIn,
  type Person,
  personObject,
  type SharedChat,
  type StoredMessage,
} from './world.ts';

/** What a person cannot do, as with a real client (an error of whoever drives the stand-in). */
export class ImpossibleAction extends Error {
  override readonly name = 'ImpossibleAction';
}

/** What a person's or channel's message led to; of several parts, the last. */
export interface Sent {
  readonly messageId: number;
  /** The update that the bot got; null when it does not see the message. */
  readonly updateId: number | null;
}

/** What a person puts into a chat: text as typed, or something else that a client can send. */
export type Said = { readonly text: string } | { readonly other: 'photo' | 'sticker' | 'voice' | 'location' };

/** A person writes to a bot in private. The first message starts the chat, as does `/start` after a block. */
export function sayInPrivate(core: Core, bot: Bot, person: Person, said: Said, replyTo: number | null): Sent {
  if (person.deactivated) throw new ImpossibleAction('a deactivated person cannot write');
  const chat = core.privateChat(bot, person);
  // Writing to a blocked bot unblocks it first; real clients offer nothing else.
  if (chat.state === 'blocked') setBlocked(core, bot, chat, false);
  if (chat.state === 'never started') core.setAcquaintance(bot, chat, 'started');
  return lastOf(contentsOf(said), (content) => {
    const message = core.addMessage(chat, bot, { person }, { ...content, further: reply(chat, replyTo) });
    const updateId = bot.inbox.queue('message', `chat ${chat.id}`, messageObject(message));
    return { messageId: message.id, updateId };
  });
}

/** A person writes into a group; bots in privacy mode see only what is meant for them. */
export function sayInGroup(
  core: Core,
  chat: SharedChat,
  person: Person,
  said: Said,
  replyTo: number | null,
): Sent {
  if (chat.kind === 'channel') throw new ImpossibleAction('persons do not write into a channel');
  if (chat.migratedTo !== null) throw new ImpossibleAction('the group was upgraded to a supergroup');
  if (!isIn(chat.members.get(person.id))) throw new ImpossibleAction('the person is no member of the group');
  const answered = replyTo === null ? undefined : chat.messages?.get(replyTo);
  return lastOf(contentsOf(said), (content) => {
    const message = core.addMessage(chat, null, { person }, { ...content, further: reply(chat, replyTo) });
    let updateId: number | null = null;
    for (const bot of core.botsIn(chat)) {
      if (!sees(bot, chat, message, answered)) continue;
      updateId = bot.inbox.queue('message', `chat ${chat.id}`, messageObject(message));
    }
    return { messageId: message.id, updateId };
  });
}

/** A person changes a message of their own in the private chat. */
export function changeWords(core: Core, bot: Bot, person: Person, messageId: number, text: string): Sent {
  const chat = core.privateChat(bot, person);
  const message = chat.messages?.get(messageId);
  const isOwn = message !== undefined && message.author !== 'channel' && 'person' in message.author;
  if (!isOwn || message.text === undefined)
    throw new ImpossibleAction('there is no such text of this person');
  message.text = typed(text);
  message.editDate = core.clock.seconds();
  core.messageEdited(message, bot);
  const updateId = bot.inbox.queue('edited_message', `chat ${chat.id}`, messageObject(message));
  return { messageId, updateId };
}

/** A channel's administrator posts; the bots in the channel see it. */
export function postInChannel(core: Core, chat: SharedChat, text: string): Sent {
  if (chat.kind !== 'channel') throw new ImpossibleAction('only channels have posts');
  const message = core.addMessage(chat, null, 'channel', { text: typed(text) });
  let updateId: number | null = null;
  for (const bot of core.botsIn(chat)) {
    updateId = bot.inbox.queue('channel_post', `chat ${chat.id}`, messageObject(message));
  }
  return { messageId: message.id, updateId };
}

/** Which button: its place, or the data it carries. */
export type ButtonChoice = { readonly row: number; readonly column: number } | { readonly data: string };

/**
 * A person taps a button under a message. With `data` no button needs to be there any more: taps on old or forged
 * keyboards do arrive.
 */
export function tapButton(
  core: Core,
  bot: Bot,
  chat: Chat,
  person: Person,
  messageId: number,
  choice: ButtonChoice,
): { queryId: string; updateId: number | null } {
  if (person.deactivated) throw new ImpossibleAction('a deactivated person cannot tap');
  const message = chat.messages?.get(messageId);
  const data = 'data' in choice ? choice.data : callbackData(message, choice);
  const id = `${core.chatInstance(bot, chat).replace('-', '')}${core.newId()}`;
  // Nobody answers a tap that a hundred thousand others came after.
  const [oldest] = bot.callbacks.keys();
  if (bot.callbacks.size >= 100_000 && oldest !== undefined) bot.callbacks.delete(oldest);
  bot.callbacks.set(id, { id, chat, person, askedAt: core.monotonic(), answers: 0 });
  const query: JsonObject = {
    id,
    from: personObject(person),
    message:
      message === undefined
        ? { chat: chatObject(chat), message_id: messageId, date: 0 }
        : messageObject(message),
    chat_instance: core.chatInstance(bot, chat),
    data,
  };
  return { queryId: id, updateId: bot.inbox.queue('callback_query', `query ${person.id}`, query) };
}

/** A group becomes a supergroup with a new id; the bots in it are told on both sides. */
export function migrateGroup(core: Core, chat: SharedChat, successor: SharedChat): void {
  if (chat.kind !== 'group' || chat.migratedTo !== null)
    throw new ImpossibleAction('only a group can be upgraded');
  chat.migratedTo = successor.id;
  const service: [SharedChat, JsonObject][] = [
    [chat, { migrate_to_chat_id: successor.id }],
    [successor, { migrate_from_chat_id: chat.id }],
  ];
  for (const [place, further] of service) {
    const message = core.addMessage(place, null, 'channel', { further });
    for (const bot of core.botsIn(place))
      bot.inbox.queue('message', `chat ${place.id}`, messageObject(message));
  }
}

interface MessageContent {
  readonly text?: FormattedText;
  readonly media?: JsonObject;
}

const PICTURE = { file_id: 'AgACof-a-person', file_unique_id: 'AQADof-a-person', width: 90, height: 90 };

function contentsOf(said: Said): MessageContent[] {
  if ('text' in said) return partsOf(said.text).map((part) => ({ text: typed(part) }));
  switch (said.other) {
    case 'photo':
      return [{ media: { photo: [PICTURE] } }];
    case 'sticker':
      return [{ media: { sticker: { ...PICTURE, type: 'regular', is_animated: false, is_video: false } } }];
    case 'voice':
      return [
        { media: { voice: { file_id: 'AwACof-a-person', file_unique_id: 'AgADof-a-person', duration: 3 } } },
      ];
    case 'location':
      return [{ media: { location: { latitude: 40.4093, longitude: 49.8671 } } }];
  }
}

/** Clients send what is longer than a message as several, and never cut a letter in two. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MAX_TEXT) {
    const last = rest.charCodeAt(MAX_TEXT - 1);
    const end = last >= 0xd800 && last <= 0xdbff ? MAX_TEXT - 1 : MAX_TEXT;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function lastOf(contents: readonly MessageContent[], send: (content: MessageContent) => Sent): Sent {
  const sent = contents.map(send).at(-1);
  if (sent === undefined) throw new ImpossibleAction('nothing was said');
  return sent;
}

function typed(text: string): FormattedText {
  // What would be refused as the text of a message cannot have been typed.
  const formatted = prepareText(text, undefined, undefined);
  if (formatted instanceof Refusal) throw new ImpossibleAction(formatted.description);
  return formatted;
}

function reply(chat: Chat, replyTo: number | null): JsonObject | undefined {
  const answered = replyTo === null ? undefined : chat.messages?.get(replyTo);
  return answered === undefined ? undefined : { reply_to_message: messageObject(answered) };
}

/** Privacy mode: commands that may be meant for it, mentions, replies to it; administrators see everything. */
function sees(
  bot: Bot,
  chat: SharedChat,
  message: StoredMessage,
  answered: StoredMessage | undefined,
): boolean {
  const status = chat.members.get(bot.id)?.status;
  if (bot.readsAllGroupMessages || status === 'administrator' || status === 'creator') return true;
  if (answered !== undefined && isFromBot(answered, bot)) return true;
  const own = `@${bot.username}`.toLowerCase();
  const { text, entities } = message.text ?? { text: '', entities: [] };
  return entities.some((entity) => {
    const word = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === 'mention') return word === own;
    return entity.type === 'bot_command' && (!word.includes('@') || word.endsWith(own));
  });
}

function callbackData(message: StoredMessage | undefined, at: { row: number; column: number }): string {
  const rows = inlineKeyboardOf(
    message?.keyboard === undefined ? undefined : { ...message.keyboard },
  )?.inline_keyboard;
  const data = asString(rows?.[at.row]?.[at.column]?.callback_data);
  if (data === undefined) throw new ImpossibleAction('there is no such callback button under the message');
  return data;
}
