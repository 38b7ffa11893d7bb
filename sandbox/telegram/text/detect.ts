import type { Entity } from './entity.ts';

/*
 * The entities that Telegram finds by itself. URLs are found only with their scheme: bare domains would need the
 * list of top-level domains.
 */
const PATTERNS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['url', /\bhttps?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/giu],
  ['email', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['mention', /(?<![\w@])@[a-z][a-z0-9_]{2,31}(?!\w)/giu],
  ['bot_command', /(?<![\w/<>@])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/@])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#@])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_\u200c]{1,256}/gu],
];

const HASH = 0x23;
const SLASH = 0x2f;
const AT = 0x40;

/** Whether a look for entities could find any: one pass without a regular expression, for the hot path. */
function mayHaveEntities(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === SLASH || code === AT || code === HASH) return true;
  }
  return false;
}

/** Adds what Telegram finds by itself to the entities a text has, where the two do not overlap. */
export function withDetected(text: string, given: readonly Entity[]): readonly Entity[] {
  if (!mayHaveEntities(text)) return given;
  const opaque = given.filter((e) =>
    ['code', 'pre', 'text_link', 'text_mention', 'custom_emoji'].includes(e.type),
  );
  const found: Entity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...opaque, ...found].some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  if (found.length === 0) return given;
  const kept = given.filter((e) => !found.some((f) => f.type === e.type && f.offset === e.offset));
  return [...kept, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

const overlap = (a: Entity, b: Entity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
