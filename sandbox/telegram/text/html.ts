import { type Entity, type FormattedText, isLink, sortedEntities } from './entity.ts';

/** What a text marked up for `parse_mode: HTML` is: its text and entities, or Telegram's word on what is wrong. */
export type ParsedHtml = FormattedText | { readonly fault: string };

type EntityFields = Omit<Entity, 'offset' | 'length'>;

interface OpenTag {
  readonly name: string;
  /** Where its text starts in the output, in UTF-16 units. */
  readonly from: number;
  readonly entity: EntityFields;
}

const SIMPLE: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
};

const TAGS = new Set([...Object.keys(SIMPLE), 'span', 'blockquote', 'a', 'tg-emoji', 'tg-time']);

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Parses `parse_mode: HTML` strictly (Bot API 10.3, "HTML style"). */
export function parseHtml(html: string): ParsedHtml {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const special = nextSpecial(html, at);
    text += html.slice(at, special);
    at = special;
    if (at >= html.length) break;
    if (html[at] === '&') {
      const reference = readReference(html, at);
      text += reference.text;
      at = reference.end;
      continue;
    }
    const end = tagEnd(html, at);
    const closing = html[at + 1] === '/';
    if (end < 0)
      return fault(`Unclosed ${closing ? 'end' : 'start'} tag at byte offset ${byteOffset(html, at)}`);
    if (closing) {
      const name = html
        .slice(at + 2, end)
        .trim()
        .toLowerCase();
      const last = open.pop();
      if (last === undefined) return fault(`Unexpected end tag at byte offset ${byteOffset(html, at)}`);
      if (name !== '' && name !== last.name) {
        return fault(
          `Unmatched end tag at byte offset ${byteOffset(html, at)}, expected "</${last.name}>", found "</${name}>"`,
        );
      }
      const length = text.length - last.from;
      if (length > 0) entities.push({ ...last.entity, offset: last.from, length });
    } else {
      const tag = readStartTag(html.slice(at + 1, end), byteOffset(html, at));
      if ('fault' in tag) return tag;
      open.push({ name: tag.name, from: text.length, entity: tag.entity });
    }
    at = end + 1;
  }
  const unclosed = open.pop();
  if (unclosed !== undefined)
    return fault(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: sortedEntities(joinPreAndCode(entities)) };
}

const fault = (what: string): { fault: string } => ({ fault: `can't parse entities: ${what}` });

const byteOffset = (html: string, at: number): number => Buffer.byteLength(html.slice(0, at));

function nextSpecial(html: string, from: number): number {
  for (let i = from; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (code === 60 || code === 38) return i;
  }
  return html.length;
}

/** Where the tag that starts at `at` ends: a `>` between quotation marks does not end it. -1: nowhere. */
function tagEnd(html: string, at: number): number {
  let quote = '';
  for (let i = at; i < html.length; i++) {
    const char = html[i] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') {
      return i;
    } else if (html[i - 1] === '=' && (char === '"' || char === "'")) {
      quote = char;
    }
  }
  return -1;
}

/** A character reference; anything else after an ampersand stays as it is, as with Telegram. */
function readReference(html: string, at: number): { text: string; end: number } {
  const semicolon = html.indexOf(';', at);
  const plain = { text: '&', end: at + 1 };
  if (semicolon < 0 || semicolon - at > 10) return plain;
  const name = html.slice(at + 1, semicolon);
  const named = NAMED[name];
  if (named !== undefined) return { text: named, end: semicolon + 1 };
  const digits = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name);
  if (digits === null) return plain;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? { text: String.fromCodePoint(code), end: semicolon + 1 } : plain;
}

type StartTag = { readonly name: string; readonly entity: EntityFields } | { readonly fault: string };

function readStartTag(inside: string, offset: number): StartTag {
  const name = /^[^\s/>=]*/.exec(inside)?.[0].toLowerCase() ?? '';
  if (!TAGS.has(name)) return fault(`Unsupported start tag "${name}" at byte offset ${offset}`);
  const attributes = readAttributes(inside.slice(name.length));
  if (attributes === null)
    return fault(`Unexpected attributes in the tag "${name}" at byte offset ${offset}`);
  const simple = SIMPLE[name];
  if (name === 'code' && attributes.class?.startsWith('language-')) {
    return { name, entity: { type: 'code', language: attributes.class.slice('language-'.length) } };
  }
  if (simple !== undefined) return { name, entity: { type: simple } };
  switch (name) {
    case 'span':
      if (attributes.class !== 'tg-spoiler') {
        return fault(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
      }
      return { name, entity: { type: 'spoiler' } };
    case 'blockquote':
      return {
        name,
        entity: { type: attributes.expandable === undefined ? 'blockquote' : 'expandable_blockquote' },
      };
    case 'a': {
      // Telegram drops a link whose target it does not take and sends the rest: a fault that nobody would see.
      const url = attributes.href;
      if (url === undefined || !isLink(url))
        return fault(`Tag "a" has no valid href at byte offset ${offset}`);
      const user = /^tg:\/\/user\?id=(\d+)$/.exec(url)?.[1];
      return {
        name,
        entity: user ? { type: 'text_mention', user: { id: Number(user) } } : { type: 'text_link', url },
      };
    }
    case 'tg-emoji': {
      const id = attributes['emoji-id'];
      if (id === undefined)
        return fault(`Tag "tg-emoji" must have attribute "emoji-id" at byte offset ${offset}`);
      return { name, entity: { type: 'custom_emoji', custom_emoji_id: id } };
    }
    case 'tg-time': {
      const unix = Number(attributes.unix);
      if (!Number.isSafeInteger(unix))
        return fault(`Tag "tg-time" must have attribute "unix" at byte offset ${offset}`);
      const { format } = attributes;
      return {
        name,
        entity: {
          type: 'date_time',
          unix_time: unix,
          ...(format === undefined ? {} : { date_time_format: format }),
        },
      };
    }
    default:
      throw new Error(`the tag ${name} is known but not read`);
  }
}

const ATTRIBUTE = /\s+([a-z][a-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/iy;

function readAttributes(source: string): Record<string, string> | null {
  const attributes: Record<string, string> = {};
  let at = 0;
  while (source.slice(at).trim() !== '') {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(source);
    if (match?.[1] === undefined) return null;
    attributes[match[1].toLowerCase()] = unescaped(match[2] ?? match[3] ?? match[4] ?? '');
    at = ATTRIBUTE.lastIndex;
  }
  return attributes;
}

function unescaped(value: string): string {
  let text = '';
  for (let at = 0; at < value.length; ) {
    if (value[at] === '&') {
      const reference = readReference(value, at);
      text += reference.text;
      at = reference.end;
    } else {
      text += value[at];
      at += 1;
    }
  }
  return text;
}

/** `<pre><code class="language-x">` is one entity, a `pre` with a language. */
function joinPreAndCode(entities: readonly Entity[]): Entity[] {
  const joined: Entity[] = [];
  for (const entity of entities) {
    if (entity.type !== 'code') {
      joined.push(entity);
      continue;
    }
    const pre = entities.find(
      (e) => e.type === 'pre' && e.offset === entity.offset && e.length === entity.length,
    );
    if (pre === undefined) joined.push({ type: 'code', offset: entity.offset, length: entity.length });
    else if (entity.language !== undefined) pre.language = entity.language;
  }
  return joined;
}
