import type { Photo } from './media.ts';
import { TELEGRAM_CAPTION_MAX } from './text/measure.ts';
import type { FormattedText } from './text/message.ts';
import type { CallMethod } from './words.ts';

/** A rendered text for Telegram, ready to be sent to any chat: what the sender adds is only the chat. */
export interface RenderedMessage extends FormattedText {
  /** Rows of buttons below the message. */
  readonly buttons: readonly (readonly MessageButton[])[];
  /** The image above the text. */
  readonly photo?: Photo;
}

/** `data`: 1–64 bytes, given back to us when tapped. `url`: opened by the reader's Telegram. */
export type MessageButton =
  | { readonly text: string; readonly data: string }
  | { readonly text: string; readonly url: string };

/** A small file whose content is text. */
export interface TextFile {
  readonly name: string;
  /** Its media type, without parameters: Telegram takes none. */
  readonly contentType: string;
  readonly text: string;
}

/** `sendMessage`'s parameters without the chat (Bot API 10.3). Link previews are off: they tell third parties. */
export function sendMessageParams(message: RenderedMessage) {
  return {
    text: message.text,
    entities: message.entities,
    link_preview_options: { is_disabled: true },
    ...(message.buttons.length > 0 && { reply_markup: replyMarkup(message.buttons) }),
  };
}

/**
 * A message as the calls that it takes, in their order: a photo whose text is too long to stand below it goes first,
 * without words, and the text with its buttons after it.
 */
export function partsOf(message: RenderedMessage): readonly RenderedMessage[] {
  const { photo, ...words } = message;
  if (photo === undefined || fitsBelowPhoto(message)) return [message];
  return [{ text: '', entities: [], buttons: [], photo }, words];
}

/** What was taken apart, in one piece again. */
export function joinParts(parts: readonly RenderedMessage[]): RenderedMessage | null {
  const words = parts.at(-1);
  if (words === undefined) return null;
  const photo = parts.find((part) => part.photo !== undefined)?.photo;
  return photo === undefined ? words : { ...words, photo };
}

/** Whether all of a message's words can stand below its photo. */
export function fitsBelowPhoto({ text }: RenderedMessage): boolean {
  return text.length <= TELEGRAM_CAPTION_MAX;
}

/** The call that sends a file with words below it. The file in it is ours: the sender uploads its bytes. */
export function sendFileCall(file: TextFile, caption: string): MessageCall {
  return { method: 'sendDocument', params: { document: file, caption } };
}

/** Reads a file out of a call's parameters; null when there is none. */
export function parseTextFile(given: unknown): TextFile | null {
  if (typeof given !== 'object' || given === null) return null;
  const { name, contentType, text }: { name?: unknown; contentType?: unknown; text?: unknown } = given;
  if (typeof name !== 'string' || typeof contentType !== 'string' || typeof text !== 'string') return null;
  return { name, contentType, text };
}

/** A Bot API call, its parameters without the chat. A photo in them is ours: the sender puts Telegram's name for it. */
export interface MessageCall {
  readonly method: CallMethod;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The one call that sends a message. Of one whose words do not fit below its photo it sends the words. */
export function sendCall(message: RenderedMessage): MessageCall {
  return message.photo !== undefined && fitsBelowPhoto(message)
    ? { method: 'sendPhoto', params: { ...captionParams(message), photo: message.photo } }
    : { method: 'sendMessage', params: sendMessageParams(message) };
}

/** The one call that makes an earlier message this one. A photo can take the place of words, never the reverse. */
export function editCall(messageId: number, message: RenderedMessage): MessageCall {
  const params = { message_id: messageId };
  return message.photo !== undefined && fitsBelowPhoto(message)
    ? {
        method: 'editMessageMedia',
        params: { ...params, ...captionParams(message), photo: message.photo },
      }
    : { method: 'editMessageText', params: { ...params, ...sendMessageParams(message) } };
}

function captionParams(message: RenderedMessage) {
  return {
    caption: message.text,
    caption_entities: message.entities,
    ...(message.buttons.length > 0 && { reply_markup: replyMarkup(message.buttons) }),
  };
}

/** An inline keyboard as the Bot API wants it. */
export function replyMarkup(buttons: RenderedMessage['buttons']) {
  return {
    inline_keyboard: buttons.map((row) =>
      row.map((button) =>
        'url' in button
          ? { text: button.text, url: button.url }
          : { text: button.text, callback_data: button.data },
      ),
    ),
  };
}
