import { isDeepStrictEqual } from 'node:util';
import type { StoredFile } from '../files.ts';
import { inlineKeyboardOf, markupFault } from '../markup.ts';
import { isFromBot, messageObject } from '../message.ts';
import { badRequest, notSimulated, Refusal } from '../refusal.ts';
import type { FormattedText } from '../text/entity.ts';
import { prepareCaption, prepareText } from '../text/prepare.ts';
import { asInteger, asList, asObject, asString } from '../values.ts';
import type { StoredMessage } from '../world.ts';
import { type Answer, accessFault, type Call, chatOf, textOf, whenAdmitted, writeFault } from './call.ts';
import { fileOf, mediaObject } from './send.ts';

const NOT_MODIFIED = badRequest(
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
);

export function editMessageText(call: Call): Answer | Promise<Answer> {
  if (call.values.rich_message !== undefined) return notSimulated('rich messages');
  const text = prepareText(
    textOf(call, 'text') ?? '',
    textOf(call, 'parse_mode'),
    asList(call.values.entities),
  );
  if (text instanceof Refusal) return text;
  return edit(call, { text });
}

export const editMessageReplyMarkup = (call: Call): Answer | Promise<Answer> => edit(call, null);

/** A photo in the place of another one or of a text (Bot API 10.3); of other media nothing is simulated. */
export function editMessageMedia(call: Call): Answer | Promise<Answer> {
  const media = asObject(call.values.media) ?? {};
  if (media.type !== 'photo') return notSimulated('editing into other media than photos');
  const caption = prepareCaption(
    asString(media.caption),
    asString(media.parse_mode),
    asList(media.caption_entities),
  );
  if (caption instanceof Refusal) return caption;
  const file = fileOf(call, 'photo', asString(media.media) ?? '');
  return file instanceof Refusal ? file : edit(call, { caption, file });
}

/** What a message becomes: a text, or a photo with the words below it. */
type Change =
  | { readonly text: FormattedText }
  | { readonly caption: FormattedText; readonly file: StoredFile };

/** Edits count towards the limits like new messages. A markup that is left out takes the keyboard away. */
function edit(call: Call, change: Change | null): Answer | Promise<Answer> {
  if (call.values.inline_message_id !== undefined) return notSimulated('editing inline messages');
  if (call.values.chat_id === undefined) return badRequest('chat_id is empty');
  if (call.values.message_id === undefined) return badRequest('message identifier is not specified');
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const markup = asObject(call.values.reply_markup);
  const fault = accessFault(call, chat, 'write') ?? markupFault(markup);
  if (fault !== null) return fault;
  const message = chat.messages?.get(asInteger(call.values.message_id) ?? 0);
  if (message === undefined) return badRequest('message to edit not found');
  const refusal = editFault(call, message, change);
  if (refusal !== null) return refusal;
  const keyboard = inlineKeyboardOf(markup);
  if (isAlready(message, change) && isDeepStrictEqual(keyboard, message.keyboard)) return NOT_MODIFIED;
  return whenAdmitted(call, chat, () => {
    const denied = writeFault(call, chat);
    if (denied !== null) return denied;
    if (change !== null) {
      apply(message, change);
      message.editDate = call.core.clock.seconds();
    }
    message.keyboard = keyboard;
    call.core.messageEdited(message, call.bot);
    call.core.enterLedger(
      call.bot,
      {
        chat,
        method: call.method,
        messageId: message.id,
        text: wordsOf(change)?.text ?? null,
        entities: wordsOf(change)?.entities ?? [],
        replyMarkup: markup ?? null,
        fileSha256: change !== null && 'file' in change ? change.file.sha256 : null,
      },
      false,
      !call.answerLost,
    );
    return messageObject(message);
  });
}

function wordsOf(change: Change | null): FormattedText | undefined {
  if (change === null) return undefined;
  return 'text' in change ? change.text : change.caption;
}

function isAlready(message: StoredMessage, change: Change | null): boolean {
  if (change === null) return true;
  if ('text' in change) return isDeepStrictEqual(change.text, message.text);
  return (
    isDeepStrictEqual(change.caption, message.caption) &&
    isDeepStrictEqual(mediaObject(change.file), message.media)
  );
}

function apply(message: StoredMessage, change: Change): void {
  if ('text' in change) {
    message.text = change.text;
    return;
  }
  message.text = undefined;
  message.caption = change.caption;
  message.media = mediaObject(change.file);
}

function editFault(call: Call, message: StoredMessage, change: Change | null): Refusal | null {
  const { chat } = message;
  const mayEditOthers = chat.kind === 'channel' && call.core.botMay(call.bot, chat, 'can_edit_messages');
  if (!isFromBot(message, call.bot) && !mayEditOthers) return badRequest("message can't be edited");
  if (change !== null && 'text' in change && message.text === undefined)
    return badRequest('there is no text in the message to edit');
  return null;
}
