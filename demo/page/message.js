import { clockTime } from './dates.js';
import { el, icon } from './dom.js';
import { formatted } from './entities.js';

/**
 * A message as the Bot API shows it, as far as it is drawn here.
 *
 * @typedef {object} Message
 * @property {number} message_id
 * @property {number} date seconds
 * @property {number} [edit_date]
 * @property {string} [text]
 * @property {string} [caption]
 * @property {import('./entities.js').Entity[]} [entities]
 * @property {import('./entities.js').Entity[]} [caption_entities]
 * @property {{ is_bot?: boolean }} [from]
 * @property {{ username?: string }} [via_bot] the bot whose result it is
 * @property {SentFile} [document]
 * @property {{ inline_keyboard?: Button[][] }} [reply_markup]
 *
 * @typedef {{ text: string, callback_data?: string, url?: string }} Button
 * @typedef {{ file_id: string, file_name?: string, file_size?: number }} SentFile
 *
 * @typedef {object} MessageSurroundings
 * @property {string} language
 * @property {string} zone
 * @property {(typeof import('./words.js'))['wordsOf'] extends (l: string) => infer W ? W : never} words
 * @property {import('./entities.js').TextTaps} taps
 * @property {(row: number, column: number, button: HTMLButtonElement) => void} tapButton
 * @property {(file: SentFile) => void} openFile
 * @property {(username: string) => void} askBot begins a question to a bot
 * @property {(url: string, text: string) => void} share Telegram's own choice of whom to send it to
 */

/** @param {Message} message */
export const isFromBot = (message) => message.from?.is_bot === true;

/**
 * A message as a bubble, with its buttons below it.
 *
 * @param {Message} message @param {MessageSurroundings} surroundings
 */
export function drawMessage(message, surroundings) {
  const item = el('li', { class: `message ${isFromBot(message) ? 'from-bot' : 'from-person'}` });
  item.dataset.message = String(message.message_id);
  item.append(...contents(message, surroundings));
  return item;
}

/**
 * Draws the message anew in its place, after an edit. The focus stays on the button of the same place.
 *
 * @param {HTMLElement} item @param {Message} message @param {MessageSurroundings} surroundings
 */
export function redrawMessage(item, message, surroundings) {
  const buttons = () => [...item.querySelectorAll('.keyboard button')];
  const focused = document.activeElement === null ? -1 : buttons().indexOf(document.activeElement);
  item.replaceChildren(...contents(message, surroundings));
  if (focused < 0) return;
  const successor = buttons()[focused] ?? item.closest('[role=log]');
  if (successor instanceof HTMLElement) successor.focus({ preventScroll: true });
}

/** @param {Message} message @param {MessageSurroundings} surroundings @returns {Node[]} */
function contents(message, surroundings) {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const bubble = el(
    'div',
    { class: 'bubble' },
    ...(message.via_bot?.username === undefined ? [] : [drawVia(message.via_bot.username, surroundings)]),
    ...(message.document === undefined ? [] : [drawFile(message.document, surroundings)]),
    // The text itself decides which way it runs.
    el('div', { class: 'text', dir: 'auto' }, formatted(text, entities, surroundings.taps)),
    stamp(message, surroundings),
  );
  const keyboard = drawKeyboard(message.reply_markup?.inline_keyboard ?? [], surroundings);
  return keyboard === null ? [bubble] : [bubble, keyboard];
}

/** "via @bot"; a tap asks the same bot. @param {string} username @param {MessageSurroundings} surroundings */
function drawVia(username, { words, askBot }) {
  const [before = '', after = ''] = words.via.split('{bot}');
  const via = el('button', { type: 'button', class: 'via' }, before, el('bdi', {}, `@${username}`), after);
  via.addEventListener('click', () => askBot(username));
  return via;
}

/** @param {Message} message @param {MessageSurroundings} surroundings */
function stamp({ date, edit_date }, { language, zone, words }) {
  const at = new Date(date * 1000);
  const time = el('time', { datetime: at.toISOString() }, clockTime(language, zone, at));
  return el('p', { class: 'stamp' }, ...(edit_date === undefined ? [] : [`${words.edited} `]), time);
}

/** @param {readonly (readonly Button[])[]} rows @param {MessageSurroundings} surroundings */
function drawKeyboard(rows, surroundings) {
  if (rows.length === 0) return null;
  return el(
    'div',
    { class: 'keyboard' },
    ...rows.map((row, y) =>
      el('div', { class: 'keys' }, ...row.map((button, x) => drawButton(button, y, x, surroundings))),
    ),
  );
}

/** A file that was sent, which a tap opens. @param {SentFile} file @param {MessageSurroundings} surroundings */
function drawFile(file, { language, openFile }) {
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });
  const open = el(
    'button',
    { type: 'button', class: 'file' },
    icon('down'),
    el('bdi', {}, file.file_name ?? ''),
    el('small', {}, size.format((file.file_size ?? 0) / 1024)),
  );
  open.addEventListener('click', () => openFile(file));
  return open;
}

/** A link that Telegram keeps to itself: into a bot, or to send on; null for every other. @param {string} url */
function telegramLink(url) {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target === null || target.hostname !== 't.me') return null;
  const { pathname, searchParams } = target;
  return {
    path: pathname.slice(1).toLowerCase(),
    get: (/** @type {string} */ name) => searchParams.get(name),
  };
}

/** @param {Button} button @param {number} row @param {number} column @param {MessageSurroundings} surroundings */
function drawButton({ text, url }, row, column, surroundings) {
  const inside = url === undefined ? null : telegramLink(url);
  if (inside?.path === 'share/url' || inside?.path === surroundings.taps.botUsername.toLowerCase()) {
    const key = el('button', { type: 'button', class: 'key', dir: 'auto' }, text, icon('link'));
    key.addEventListener('click', () => {
      if (inside.path === 'share/url') surroundings.share(inside.get('url') ?? '', inside.get('text') ?? '');
      else surroundings.taps.deepLink(inside.get('start'));
    });
    return key;
  }
  if (url !== undefined) {
    const safe = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
    const target = safe ? { href: url, target: '_blank', rel: 'noopener noreferrer' } : {};
    return el('a', { ...target, class: 'key', dir: 'auto' }, text, icon('link'));
  }
  const key = el('button', { type: 'button', class: 'key', dir: 'auto' }, text);
  key.addEventListener('click', () => surroundings.tapButton(row, column, key));
  return key;
}
