import { badRequest, type Refusal } from './refusal.ts';
import { isLink } from './text/entity.ts';
import { asList, asObject, asString, type JsonObject } from './values.ts';

const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
];
const STYLES = ['danger', 'success', 'primary'];
/** Telegram's own limit; not in the documents, seen as "reply markup is too long". */
const MAX_BUTTONS = 100;

export interface InlineButton extends JsonObject {
  text: string;
}

/** The keyboard under a message, row by row. */
export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineButton[])[];
}

/** What is wrong with a reply_markup whose types have been checked; null when nothing is. */
export function markupFault(markup: JsonObject | undefined): Refusal | null {
  if (markup === undefined) return null;
  const rows = asList(markup.inline_keyboard);
  if (rows !== undefined) return inlineFault(rows);
  const keys = asList(markup.keyboard);
  return keys === undefined ? null : replyKeyboardFault(keys);
}

/** The inline keyboard of a checked reply_markup; undefined when it is another kind, or empty. */
export function inlineKeyboardOf(markup: JsonObject | undefined): InlineKeyboard | undefined {
  const rows = asList(markup?.inline_keyboard)
    ?.map((row) => (asList(row) ?? []).filter(isButton))
    .filter((row) => row.length > 0);
  return rows === undefined || rows.length === 0 ? undefined : { inline_keyboard: rows };
}

const isButton = (value: unknown): value is InlineButton => asString(asObject(value)?.text) !== undefined;

function inlineFault(rows: readonly unknown[]): Refusal | null {
  let count = 0;
  for (const row of rows) {
    const buttons = asList(row) ?? [];
    if (buttons.length === 0) return badRequest("can't parse inline keyboard: a row has no buttons");
    count += buttons.length;
    if (count > MAX_BUTTONS) return badRequest('reply markup is too long');
    for (const button of buttons) {
      const fault = buttonFault(asObject(button) ?? {});
      if (fault !== null) return fault;
    }
  }
  return null;
}

function buttonFault(button: JsonObject): Refusal | null {
  const text = asString(button.text) ?? '';
  if (text.trim() === '') return badRequest("can't parse inline keyboard button: text is empty");
  if (!text.isWellFormed()) return badRequest('strings must be encoded in UTF-8');
  let actions = 0;
  for (const action of ACTIONS) if (button[action] !== undefined) actions += 1;
  if (actions === 0) {
    return badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  // The real server takes the first it knows and forgets the rest; the documents say "exactly one".
  if (actions > 1)
    return badRequest("can't parse inline keyboard button: exactly one action must be specified");
  const style = asString(button.style);
  if (style !== undefined && !STYLES.includes(style)) {
    return badRequest("can't parse inline keyboard button: invalid button style specified");
  }
  const data = asString(button.callback_data);
  if (data !== undefined) {
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64 || !data.isWellFormed()) return badRequest('BUTTON_DATA_INVALID');
  }
  const url = asString(button.url);
  if (url !== undefined && !isLink(url)) {
    return badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
  const webApp = asString(asObject(button.web_app)?.url) ?? asString(asObject(button.login_url)?.url);
  if (webApp !== undefined && URL.parse(webApp)?.protocol !== 'https:') {
    return badRequest(
      `inline keyboard button Web App URL '${webApp}' is invalid: Only HTTPS links are allowed`,
    );
  }
  return null;
}

function replyKeyboardFault(rows: readonly unknown[]): Refusal | null {
  for (const row of rows) {
    for (const key of asList(row) ?? []) {
      if ((asString(asObject(key)?.text) ?? '').trim() === '') {
        return badRequest("can't parse keyboard button: text is empty");
      }
    }
  }
  return null;
}
