import { answered } from '../inline.ts';
import { markupFault } from '../markup.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { prepareText } from '../text/prepare.ts';
import { asInteger, asList, asObject, asString, type JsonObject } from '../values.ts';
import { QUERY_TOO_OLD } from './answers.ts';
import { type Answer, type Call, textOf } from './call.ts';

const MAX_RESULTS = 50;
/** Bot API 10.3: cached for 300 s, and for everybody who asks the same, unless the answer says otherwise. */
const CACHED_SECONDS = 300;
/** Telegram's Bot API server takes no more than a day, and nothing below 0, without a word. */
const LONGEST_CACHED_SECONDS = 24 * 3600;

/** Answers an inline query, once; it does not count towards the limits. */
export function answerInlineQuery(call: Call): Answer {
  const { values, bot, core } = call;
  const results = (asList(values.results) ?? []).map((result) => asObject(result) ?? {});
  if (results.length > MAX_RESULTS) return badRequest('RESULTS_TOO_MUCH');
  const ids = results.map((result) => asString(result.id) ?? '');
  if (ids.some((id) => id === '' || Buffer.byteLength(id) > 64)) return badRequest('RESULT_ID_INVALID');
  if (new Set(ids).size !== ids.length) return badRequest('RESULT_ID_DUPLICATE');
  const nextOffset = textOf(call, 'next_offset') ?? '';
  if (Buffer.byteLength(nextOffset) > 64) return badRequest('NEXT_OFFSET_INVALID');
  const button = asObject(values.button) ?? null;
  const fault = buttonFault(button) ?? firstFault(results);
  if (fault !== null) return fault;
  const query = bot.inlineQueries.get(textOf(call, 'inline_query_id') ?? '');
  if (query === undefined || query.answer !== null) return QUERY_TOO_OLD;
  const cacheTime = asInteger(values.cache_time) ?? CACHED_SECONDS;
  answered(core, bot, query, {
    results,
    nextOffset,
    cacheTime: Math.min(Math.max(cacheTime, 0), LONGEST_CACHED_SECONDS),
    isPersonal: values.is_personal === true,
    button,
  });
  return true;
}

/** Bot API 10.3, InlineQueryResultsButton: exactly one of what may follow a tap; null where all is well. */
function buttonFault(button: JsonObject | null): Refusal | null {
  if (button === null) return null;
  if ((asString(button.text) ?? '').trim() === '') return badRequest('SWITCH_PM_TEXT_EMPTY');
  const webApp = asObject(button.web_app);
  const start = asString(button.start_parameter);
  if ((webApp === undefined) === (start === undefined)) {
    return badRequest('exactly one of web_app and start_parameter must be specified');
  }
  if (start !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(start)) return badRequest('START_PARAM_INVALID');
  if (webApp !== undefined && URL.parse(asString(webApp.url) ?? '')?.protocol !== 'https:') {
    return badRequest('Only HTTPS links are allowed');
  }
  return null;
}

function firstFault(results: readonly JsonObject[]): Refusal | null {
  for (const result of results) {
    const fault = resultFault(result);
    if (fault !== null) return fault;
  }
  return null;
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
