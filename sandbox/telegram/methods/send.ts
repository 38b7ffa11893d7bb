import type { StoredFile } from '../files.ts';
import { inlineKeyboardOf, markupFault } from '../markup.ts';
import { messageObject } from '../message.ts';
import { badRequest, Refusal } from '../refusal.ts';
import type { FormattedText } from '../text/entity.ts';
import { prepareCaption, prepareText } from '../text/prepare.ts';
import { asInteger, asList, asObject, type JsonObject } from '../values.ts';
import type { Chat, StoredMessage } from '../world.ts';
import { type Answer, accessFault, type Call, chatOf, textOf, whenAdmitted, writeFault } from './call.ts';

/** What a send method wants to put into a chat. */
interface Content {
  readonly text?: FormattedText | undefined;
  readonly caption?: FormattedText | undefined;
  readonly media?: JsonObject | undefined;
  readonly file?: StoredFile | undefined;
}

export function sendMessage(call: Call): Answer | Promise<Answer> {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const text = prepareText(
    textOf(call, 'text') ?? '',
    textOf(call, 'parse_mode'),
    asList(call.values.entities),
  );
  if (text instanceof Refusal) return text;
  return send(call, chat, { text });
}

export const sendPhoto = (call: Call): Answer | Promise<Answer> => sendFile(call, 'photo');
export const sendDocument = (call: Call): Answer | Promise<Answer> => sendFile(call, 'document');

function sendFile(call: Call, kind: StoredFile['kind']): Answer | Promise<Answer> {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const caption = prepareCaption(
    textOf(call, 'caption'),
    textOf(call, 'parse_mode'),
    asList(call.values.caption_entities),
  );
  if (caption instanceof Refusal) return caption;
  const file = fileOf(call, kind, textOf(call, kind) ?? '');
  if (file instanceof Refusal) return file;
  return send(call, chat, { caption, media: mediaObject(file), file });
}

/** The file that `given` names: an upload of this request, or an earlier one by its file_id. */
export function fileOf(call: Call, kind: StoredFile['kind'], given: string): StoredFile | Refusal {
  if (given.startsWith('attach://')) {
    const upload = call.files.get(given.slice('attach://'.length));
    if (upload === undefined) return badRequest(`there is no ${kind} in the request`);
    if (upload.bytes.length === 0) return badRequest('file must be non-empty');
    const limit = kind === 'photo' ? 10 : 50;
    if (upload.bytes.length > limit * 1024 * 1024) return new Refusal(413, 'Request Entity Too Large');
    if (kind === 'photo' && pictureSize(upload.bytes) === null) return badRequest('IMAGE_PROCESS_FAILED');
    return call.core.files.add(call.bot.id, kind, upload);
  }
  // A file from an address would need the Internet; nothing that stands alone sends one.
  if (/^https?:\/\//i.test(given))
    return new Refusal(501, 'Method known, not simulated: sending a file by URL');
  const known = call.core.files.find(call.bot.id, given);
  if (known === undefined) return badRequest('wrong file identifier/HTTP URL specified');
  if (known.kind !== kind) {
    return badRequest(`can't use file of type ${titled(known.kind)} as ${titled(kind)}`);
  }
  return known;
}

const titled = (kind: StoredFile['kind']): string => (kind === 'photo' ? 'Photo' : 'Document');

export function mediaObject(file: StoredFile): JsonObject {
  const common = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size };
  if (file.kind === 'document') {
    return { document: { file_name: file.name, mime_type: file.contentType, ...common } };
  }
  const size = pictureSize(file.bytes) ?? { width: 0, height: 0 };
  return { photo: [{ ...common, ...size }] };
}

/** Width and height of a PNG, GIF or JPEG; null for anything else. */
function pictureSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length >= 24 && bytes.toString('latin1', 1, 4) === 'PNG') {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length >= 10 && bytes.toString('latin1', 0, 3) === 'GIF') {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** Checks what all send methods have in common, waits for the limits and accepts. */
function send(call: Call, chat: Chat, content: Content): Answer | Promise<Answer> {
  const markup = asObject(call.values.reply_markup);
  const fault = accessFault(call, chat, 'write') ?? markupFault(markup);
  if (fault !== null) return fault;
  const reply = replyTarget(call, chat);
  if (reply instanceof Refusal) return reply;
  const further = reply === null ? undefined : { reply_to_message: messageObject(reply) };
  return put(call, chat, { ...content, markup, further }, messageObject);
}

/** What comes into a chat: the content of a message, and what goes with it. */
interface Put extends Content {
  readonly markup: JsonObject | undefined;
  readonly further: JsonObject | undefined;
}

/** Waits for the limits, then makes the message and enters it into the ledger; `show` makes the answer of it. */
export function put(
  call: Call,
  chat: Chat,
  { text, caption, media, file, markup, further }: Put,
  show: (message: StoredMessage) => Answer,
): Answer | Promise<Answer> {
  return whenAdmitted(call, chat, () => {
    const denied = writeFault(call, chat);
    if (denied !== null) return denied;
    const keyboard = inlineKeyboardOf(markup);
    const content = { text, caption, media, keyboard, further };
    const message = call.core.addMessage(chat, call.bot, { bot: call.bot }, content);
    enter(call, message, markup, file);
    return show(message);
  });
}

/** Enters a new message into the ledger. */
function enter(call: Call, message: StoredMessage, markup: JsonObject | undefined, file?: StoredFile): void {
  const formatted = message.text ?? message.caption;
  call.core.enterLedger(
    call.bot,
    {
      chat: message.chat,
      method: call.method,
      messageId: message.id,
      text: formatted?.text ?? null,
      entities: formatted?.entities ?? [],
      replyMarkup: markup ?? null,
      fileSha256: file?.sha256 ?? null,
    },
    true,
    !call.answerLost,
  );
}

/** The message that `reply_parameters` names; null when there is none to reply to. */
function replyTarget(call: Call, chat: Chat): StoredMessage | null | Refusal {
  const parameters = asObject(call.values.reply_parameters);
  if (parameters === undefined) return null;
  const elsewhere = parameters.chat_id;
  if (elsewhere !== undefined && elsewhere !== chat.id) {
    return new Refusal(501, 'Method known, not simulated: a reply to another chat');
  }
  const id = asInteger(parameters.message_id);
  if (id === undefined) return badRequest('message identifier is not specified');
  const message = chat.messages?.get(id);
  if (message !== undefined) return message;
  return parameters.allow_sending_without_reply === true
    ? null
    : badRequest('message to be replied not found');
}
