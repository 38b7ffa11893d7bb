import { isObject } from '../values.ts';

/** A MessageEntity: offset and length in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
  user?: { id: number };
  unix_time?: number;
  date_time_format?: string;
}

/** A text with its entities, as Telegram stores and returns it. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** The types of Bot API 10.3; null for those that need nothing beside their range, else the field they need. */
const ENTITY_TYPES: ReadonlyMap<string, 'url' | 'user' | 'custom_emoji_id' | 'unix_time' | null> = new Map([
  ['mention', null],
  ['hashtag', null],
  ['cashtag', null],
  ['bot_command', null],
  ['url', null],
  ['email', null],
  ['phone_number', null],
  ['bold', null],
  ['italic', null],
  ['underline', null],
  ['strikethrough', null],
  ['spoiler', null],
  ['blockquote', null],
  ['expandable_blockquote', null],
  ['code', null],
  ['pre', null],
  ['text_link', 'url'],
  ['text_mention', 'user'],
  ['custom_emoji', 'custom_emoji_id'],
  ['date_time', 'unix_time'],
]);

/**
 * Checks entities that a request gave explicitly against the text they belong to; the fault in words, or null.
 * Their JSON types have been checked against the declaration already.
 */
export function entitiesFault(text: string, given: readonly unknown[]): string | null {
  for (const entity of given) {
    if (!isEntity(entity)) return "can't parse MessageEntity: Object expected";
    const needs = ENTITY_TYPES.get(entity.type);
    if (needs === undefined) return `can't parse MessageEntity: type "${entity.type}" is unsupported`;
    if (needs !== null && entity[needs] === undefined) {
      return `can't parse MessageEntity: field "${needs}" is required for ${entity.type}`;
    }
    if (entity.type === 'text_link' && !isLink(entity.url ?? '')) {
      return `can't parse MessageEntity: the URL of the entity at UTF-16 offset ${entity.offset} is invalid`;
    }
    const fault = rangeFault(text, entity);
    if (fault !== null) return fault;
  }
  return null;
}

export const isEntity = (value: unknown): value is Entity =>
  isObject(value) &&
  typeof value.type === 'string' &&
  typeof value.offset === 'number' &&
  typeof value.length === 'number';

function rangeFault(text: string, { offset, length }: Entity): string | null {
  const end = offset + length;
  if (offset < 0) return `entity begins before the start of the text at UTF-16 offset ${offset}`;
  if (length <= 0) return `entity at UTF-16 offset ${offset} is empty`;
  if (end > text.length) {
    return `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`;
  }
  if (splitsPair(text, offset))
    return `entity begins in a middle of a UTF-16 symbol at UTF-16 offset ${offset}`;
  if (splitsPair(text, end)) {
    return `entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at UTF-16 offset ${end}`;
  }
  return null;
}

function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** Whether Telegram would take it as the target of a link or of a button. */
export function isLink(url: string): boolean {
  const parsed = URL.parse(url.includes(':') ? url : `http://${url}`);
  if (parsed === null) return false;
  if (['tg:', 'ton:', 'tonsite:', 'mailto:', 'tel:'].includes(parsed.protocol)) return true;
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return false;
  return parsed.hostname.includes('.') || parsed.hostname === 'localhost';
}

/** Outer entities first, as Telegram returns them. */
export const sortedEntities = (entities: readonly Entity[]): Entity[] =>
  [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
