import { isDeepStrictEqual } from 'node:util';
import { inlineKeyboardOf, markupFault } from '../markup.ts';
import { isFromBot, messageObject } from '../message.ts';
import { badRequest, notSimulated, Refusal } from '../refusal.ts';
import type { FormattedText } from '../text/entity.ts';
import { prepareText } from '../text/prepare.ts';
import { asInteger, asList, asObject } from '../values.ts';
import type { StoredMessage } from '../world.ts';
import { type Answer, accessFault, type Call, chatOf, textOf, whenAdmitted, writeFault } from './call.ts';

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
  return edit(call, text);
}

export const editMessageReplyMarkup = (call: Call): Answer | Promise<Answer> => edit(call, null);

/** Edits count towards the limits like new messages. A markup that is left out takes the keyboard away. */
function edit(call: Call, text: FormattedText | null): Answer | Promise<Answer> {
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
  const refusal = editFault(call, message, text);
  if (refusal !== null) return refusal;
  const keyboard = inlineKeyboardOf(markup);
  const sameText = text === null || isDeepStrictEqual(text, message.text);
  if (sameText && isDeepStrictEqual(keyboard, message.keyboard)) return NOT_MODIFIED;
  return whenAdmitted(call, chat, () => {
    const denied = writeFault(call, chat);
    if (denied !== null) return denied;
    if (text !== null) {
      message.text = text;
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
        text: text?.text ?? null,
        entities: text?.entities ?? [],
        replyMarkup: markup ?? null,
        fileSha256: null,
      },
      false,
      !call.answerLost,
    );
    return messageObject(message);
  });
}

function editFault(call: Call, message: StoredMessage, text: FormattedText | null): Refusal | null {
  const { chat } = message;
  const mayEditOthers = chat.kind === 'channel' && call.core.botMay(call.bot, chat, 'can_edit_messages');
  if (!isFromBot(message, call.bot) && !mayEditOthers) return badRequest("message can't be edited");
  if (text !== null && message.text === undefined)
    return badRequest('there is no text in the message to edit');
  return null;
}
