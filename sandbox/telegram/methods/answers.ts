import { badRequest, Refusal } from '../refusal.ts';
import { type Answer, accessFault, type Call, chatOf, textOf, writeFault } from './call.ts';

/** Of callback and inline queries alike. */
export const QUERY_TOO_OLD = badRequest(
  'query is too old and response timeout expired or query ID is invalid',
);
const MAX_NOTICE = 200;

/** Ends the waiting sign on a tapped button; it does not count towards the limits. */
export function answerCallbackQuery(call: Call): Answer {
  const { core, bot } = call;
  const record = bot.callbacks.get(textOf(call, 'callback_query_id') ?? '');
  const text = textOf(call, 'text') ?? '';
  if (text.length > MAX_NOTICE) return badRequest('MESSAGE_TOO_LONG');
  if (record === undefined || core.monotonic() - record.askedAt > core.callbackLifetimeMs)
    return QUERY_TOO_OLD;
  record.answers += 1;
  core.events.emit('callback-answered', bot.id, record.chat.id, {
    callback_query_id: record.id,
    user: record.person.id,
    text,
    show_alert: call.values.show_alert === true,
    url: textOf(call, 'url') ?? null,
  });
  core.enterLedger(
    bot,
    {
      chat: record.chat,
      method: call.method,
      messageId: 0,
      text: text === '' ? null : text,
      entities: [],
      replyMarkup: null,
      fileSha256: null,
    },
    false,
    !call.answerLost,
  );
  return true;
}

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export function sendChatAction(call: Call): Answer {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const action = textOf(call, 'action') ?? '';
  if (!ACTIONS.includes(action)) return badRequest('wrong parameter action in request');
  const fault = accessFault(call, chat, 'write') ?? writeFault(call, chat);
  if (fault !== null) return fault;
  call.core.events.emit('chat-action', call.bot.id, chat.id, { action });
  return true;
}
