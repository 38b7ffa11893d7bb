import { countGraphemes, forbiddenCharacter, hasLetterOrDigit, isEmojiOnly } from './text/characters.ts';

declare const nameBrand: unique symbol;

/** A person's, case's or staff member's name: NFC, trimmed, 1 to 120 graphemes, with a letter or a digit. */
export type Name = string & { readonly [nameBrand]: true };

export type NameFault =
  | 'empty'
  | 'too-long'
  | 'emoji-only'
  | 'no-letter-or-digit'
  | 'control-character'
  | 'direction-character'
  | 'malformed';

/** A name as it will be kept, or what is wrong with it. */
export type ParsedName =
  | { readonly ok: true; readonly name: Name }
  | { readonly ok: false; readonly fault: NameFault; readonly remedy: string };

/** The longest name. */
export const NAME_MAX_GRAPHEMES = 120;

/** A grapheme may be a pile of combining marks: this bounds what such a "short" name can weigh. */
const NAME_MAX_UNITS = 1000;

/** Every character that steers direction. Our templates isolate names themselves; a name never needs its own. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const REMEDIES: Readonly<Record<NameFault, string>> = {
  empty: 'Write a name.',
  'too-long': `Shorten the name to at most ${NAME_MAX_GRAPHEMES} characters.`,
  'emoji-only': 'Write the name with letters or digits; emoji alone cannot be read aloud or searched.',
  'no-letter-or-digit': 'Write the name with at least one letter or digit.',
  'control-character': 'Remove the control characters or line breaks from the name.',
  'direction-character':
    'Type the name by hand: it carries an invisible character that turns the reading direction.',
  malformed: 'Type the name by hand: it carries half of a character.',
};

/**
 * Makes a name of what somebody typed: NFC, blanks at the ends removed and runs of blanks inside made one
 * space. A name that could not be read, or could disguise itself, is a fault with a remedy.
 */
export function parseName(input: string): ParsedName {
  if (!input.isWellFormed()) return refuse('malformed');
  const trimmed = input.normalize('NFC').trim();
  const forbidden = forbiddenCharacter(trimmed);
  if (DIRECTION.test(trimmed)) return refuse('direction-character');
  if (forbidden !== null || /[\t\n]/.test(trimmed)) return refuse('control-character');
  const name = trimmed.replace(/\s+/gu, ' ');
  if (name.length === 0) return refuse('empty');
  if (name.length > NAME_MAX_UNITS || countGraphemes(name) > NAME_MAX_GRAPHEMES) return refuse('too-long');
  if (isEmojiOnly(name)) return refuse('emoji-only');
  if (!hasLetterOrDigit(name)) return refuse('no-letter-or-digit');
  return { ok: true, name: name as Name };
}

function refuse(fault: NameFault): ParsedName {
  return { ok: false, fault, remedy: REMEDIES[fault] };
}
