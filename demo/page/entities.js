import { el } from './dom.js';

/**
 * An entity as the Bot API gives it; offset and length in UTF-16 code units, which is what JavaScript counts in.
 *
 * @typedef {{ type: string, offset: number, length: number, url?: string }} Entity
 *
 * What a tap in a text leads to.
 * @typedef {object} TextTaps
 * @property {(command: string) => void} command
 * @property {(payload: string | null) => void} deepLink
 * @property {string} botUsername
 */

const TAGS = /** @type {Readonly<Record<string, keyof HTMLElementTagNameMap>>} */ ({
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'code',
  blockquote: 'q',
  expandable_blockquote: 'q',
});

/**
 * A message's text with its entities, as nodes. Every character of the text is there, in its order, direction
 * marks too, whatever the entities say; one that reaches beyond its surroundings is cut.
 *
 * @param {string} text
 * @param {readonly Entity[]} entities
 * @param {TextTaps} taps
 * @returns {DocumentFragment}
 */
export function formatted(text, entities, taps) {
  const outerFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...piece(text, 0, text.length, outerFirst, taps));
  return fragment;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly Entity[]} entities those that begin within, the outer ones first
 * @param {TextTaps} taps
 * @returns {(Node | string)[]}
 */
function piece(text, from, to, entities, taps) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let at = from;
  for (const [index, entity] of entities.entries()) {
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    // Inside one that has been drawn already, or empty.
    if (entity.offset < at || end <= start) continue;
    if (start > at) nodes.push(text.slice(at, start));
    const inner = entities.slice(index + 1).filter(({ offset }) => offset < end);
    const element = elementFor(entity, text.slice(start, end), taps);
    element.append(...piece(text, start, end, inner, taps));
    nodes.push(element);
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

/** @param {Entity} entity @param {string} covered @param {TextTaps} taps */
function elementFor(entity, covered, taps) {
  switch (entity.type) {
    case 'bot_command':
      return tappable(() => taps.command(covered), 'command');
    case 'text_link':
      return link(entity.url ?? '', taps);
    case 'url':
      return link(covered, taps);
    case 'email':
      return el('a', { href: `mailto:${covered}` });
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'spoiler':
      return el('span', { class: entity.type });
    default:
      return el(TAGS[entity.type] ?? 'span');
  }
}

/** @param {string} url @param {TextTaps} taps */
function link(url, taps) {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target === null || !/^(https?|mailto):$/.test(target.protocol)) return el('span', { class: 'link' });
  const own =
    target.hostname === 't.me' && target.pathname.slice(1).toLowerCase() === taps.botUsername.toLowerCase();
  if (own) return tappable(() => taps.deepLink(target.searchParams.get('start')), 'link');
  return el('a', { class: 'link', href: target.href, target: '_blank', rel: 'noopener noreferrer' });
}

/**
 * Not a <button>: as an inline block it would stand in the line as one neutral character, and a Persian line would
 * be put together in another order than in Telegram.
 *
 * @param {() => void} onTap @param {string} className
 */
function tappable(onTap, className) {
  const element = el('span', { class: className, role: 'button', tabindex: '0' });
  element.addEventListener('click', onTap);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onTap();
  });
  return element;
}
