/** Facts about characters that names, posts and messages share. */

/** A letter or a digit of any script. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Controls other than tab and line feed, and the two Unicode line separators: nobody means to type them. */
const CONTROL = /[\u2028\u2029]|(?![\t\n])\p{Cc}/u;

/**
 * Embeddings and overrides (U+202A–U+202E): they turn the reading order of everything after them, so that
 * "gpj.exe" reads "exe.jpg". Isolates (U+2066–U+2069) close what they open and stay allowed in running text.
 */
const BIDI_OVERRIDE = /[\u202a-\u202e]/;

/** Hangul fillers and the Braille blank: by their class letters or symbols, to the eye nothing. */
const BLANK_LETTERS = /[\u115f\u1160\u3164\uffa0\u2800]/gu;

/** Blanks, controls, and all that Unicode lets a font pass over (joiners, marks of direction, selectors). */
const INVISIBLE = /[\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

const STARTS_WITH_EMOJI =
  /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})/v;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** By their class format characters, to the eye nothing: joiners, marks of direction, soft hyphens. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Letters of Persian as an Arabic keyboard writes them. */
const ARABIC_FOR_PERSIAN: readonly (readonly [string, string])[] = [
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
];

/**
 * A text as it compares with others that people typed: without letter case, marks, joiners and what is not seen. İ, I, ı
 * and i are one letter, since the letter case of a text does not tell its language; so are ß and ss, and the Persian and
 * Arabic forms of yeh and kaf. For comparing only, never to be shown.
 */
export function foldLetters(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(IGNORABLE, '');
  // Upper case first: it makes ı an I, and ß two letters.
  const folded = plain.toUpperCase().toLowerCase();
  return ARABIC_FOR_PERSIAN.reduce((kept, [arabic, persian]) => kept.replaceAll(arabic, persian), folded);
}

/** What people count as characters: user-perceived ones (grapheme clusters by Unicode's UAX 29). */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

/** Whether there is anything to read: a letter or a digit of any script, blank letters not counted. */
export function hasLetterOrDigit(text: string): boolean {
  return LETTER_OR_DIGIT.test(text.replace(BLANK_LETTERS, ''));
}

/** True when the text is made of emoji (and blanks between them) and nothing else. False for an empty text. */
export function isEmojiOnly(text: string): boolean {
  const shown = text.replace(/[\s\u200b\u2060\ufeff]/gu, '');
  // Grapheme by grapheme: one expression over the whole could take each emoji in several ways, and time out.
  for (const { segment } of graphemes.segment(shown)) if (!STARTS_WITH_EMOJI.test(segment)) return false;
  return shown.length > 0;
}

/** True when something would be seen: not only blanks, joiners, direction marks and fillers. */
export function isVisible(text: string): boolean {
  return text.replace(INVISIBLE, '').replace(BLANK_LETTERS, '').length > 0;
}

/** Why a text is none that people could read, in words that follow the name of its field; null when it is one. */
export function faultOfPlainText(text: string): string | null {
  const forbidden = forbiddenCharacter(text);
  if (forbidden !== null) return forbiddenIs[forbidden];
  return isVisible(text) ? null : 'is empty: nothing in it would be seen';
}

const forbiddenIs = {
  malformed: 'holds half of a character: type it again',
  control: 'holds a control character: remove it',
  'bidi-override': 'holds an invisible character that reverses the reading order: type it again',
} as const;

/** A character that must not stand in any text we keep, or null. */
export function forbiddenCharacter(text: string): 'malformed' | 'control' | 'bidi-override' | null {
  if (!text.isWellFormed()) return 'malformed';
  if (CONTROL.test(text)) return 'control';
  if (BIDI_OVERRIDE.test(text)) return 'bidi-override';
  return null;
}
