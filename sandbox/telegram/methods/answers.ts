import { markupFault } from '../markup.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { prepareText } from '../text/prepare.ts';
import { asInteger, asList, asObject, asString, type JsonObject } from '../values.ts';
import { type Answer, accessFault, type Call, chatOf, textOf, writeFault } from './call.ts';

const QUERY_TOO_OLD = badRequest('query is too old and response timeout expired or query ID is invalid');
const MAX_NOTICE = 200;
const MAX_RESULTS = 50;

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

/** Answers an inline query, once; it does not count towards the limits. */
export function answerInlineQuery(call: Call): Answer {
  const results = (asList(call.values.results) ?? []).map((result) => asObject(result) ?? {});
  if (results.length > MAX_RESULTS) return badRequest('RESULTS_TOO_MUCH');
  const ids = results.map((result) => asString(result.id) ?? '');
  if (ids.some((id) => id === '' || Buffer.byteLength(id) > 64)) return badRequest('RESULT_ID_INVALID');
  if (new Set(ids).size !== ids.length) return badRequest('RESULT_ID_DUPLICATE');
  const nextOffset = textOf(call, 'next_offset') ?? '';
  if (Buffer.byteLength(nextOffset) > 64) return badRequest('NEXT_OFFSET_INVALID');
  for (const result of results) {
    const fault = resultFault(result);
    if (fault !== null) return fault;
  }
  const query = call.bot.inlineQueries.get(textOf(call, 'inline_query_id') ?? '');
  if (query === undefined || query.answer !== null) return QUERY_TOO_OLD;
  query.answer = {
    results,
    nextOffset,
    // Bot API 10.3: cached for 300 s, and for everybody who asks the same, unless it says otherwise.
    cacheTime: asInteger(call.values.cache_time) ?? 300,
    isPersonal: call.values.is_personal === true,
  };
  return true;
}

/** What is wrong with the message that a result would become; null for results that carry none of their own. */
function resultFault(result: JsonObject): Refusal | null {
  if (result.type === 'article' && (asString(result.title) ?? '').trim() === '')
    return badRequest('ARTICLE_TITLE_EMPTY');
  const content = asObject(result.input_message_content);
  const given = asString(content?.message_text);
  if (content !== undefined && given !== undefined) {
    const text = prepareText(given, asString(content.parse_mode), asList(content.entities));
    if (text instanceof Refusal) return text;
  }
  return markupFault(asObject(result.reply_markup));
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
