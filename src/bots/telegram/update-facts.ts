import type { Update } from 'telegraf/types';
import { isRecord } from '../../domain/is-record.ts';
import { type Language, matchLanguage } from '../../domain/language.ts';
import type { Chat, Tapped } from './handling.ts';

/** The kinds of update that the bot asks Telegram for; everything else is never sent to it. */
export const allowedUpdates = [
  'message',
  'callback_query',
  'my_chat_member',
  'channel_post',
  'inline_query',
] as const;

/** An update as far as it was looked at before it was persisted. */
export interface UpdateHead {
  readonly updateId: number;
  readonly chat: Chat | null;
}

/**
 * The head of an update, from JSON that anybody may have made up; null without a usable `update_id`. Never
 * throws: what is strange behind the head is found out when it is handled.
 */
export function readHead(json: unknown): UpdateHead | null {
  if (!isRecord(json)) return null;
  const updateId = json.update_id;
  if (typeof updateId !== 'number' || !Number.isSafeInteger(updateId) || updateId < 0) return null;
  return { updateId, chat: readChat(json) };
}

function readChat(update: Record<string, unknown>): Chat | null {
  const carrier =
    update.message ??
    update.channel_post ??
    update.my_chat_member ??
    (isRecord(update.callback_query) ? update.callback_query.message : undefined);
  const chat = isRecord(carrier) ? carrier.chat : undefined;
  if (!isRecord(chat) || typeof chat.id !== 'number' || !isChatId(chat.id)) return null;
  switch (chat.type) {
    case 'private':
      return { id: String(chat.id), kind: 'private' };
    case 'group':
    case 'supergroup':
      return { id: String(chat.id), kind: 'group' };
    case 'channel':
      return { id: String(chat.id), kind: 'channel' };
    default:
      return null;
  }
}

/** The language to guess for a chat that has chosen none, by the app of whoever caused the update. */
export function guessLanguage(update: Update): Language {
  const carrier: unknown =
    'callback_query' in update
      ? update.callback_query
      : 'inline_query' in update
        ? update.inline_query
        : 'message' in update
          ? update.message
          : 'my_chat_member' in update
            ? update.my_chat_member
            : undefined;
  // Telegram leaves `from` out of some of a group's own messages, whatever telegraf's types say.
  const sender = isRecord(carrier) ? carrier.from : undefined;
  const code = isRecord(sender) ? sender.language_code : undefined;
  return matchLanguage(typeof code === 'string' ? code : undefined);
}

/** The message below which a button was tapped. Telegram gives the date 0 to one that it no longer hands out. */
export function tappedMessage(update: Update): Tapped | null {
  if (!('callback_query' in update)) return null;
  const message = update.callback_query.message;
  if (message === undefined) return null;
  const seconds: number = message.date;
  return {
    messageId: message.message_id,
    sentAt: seconds === 0 ? null : Temporal.Instant.fromEpochMilliseconds(seconds * 1000),
  };
}

/** Telegram's ids have at most 52 significant bits (Bot API 10.3); groups and channels have negative ones. */
export function isChatId(id: number): boolean {
  return Number.isInteger(id) && id !== 0 && Math.abs(id) < 2 ** 52;
}
