import type { HearingId, IncidentId } from './ids.ts';
import type { Localised } from './localised.ts';

/** Characters of a quotation in one language, at most: more cannot be read on a telephone. */
export const QUOTE_MAX = 320;
/** Of who said it, and of where it is from. */
export const QUOTE_LINE_MAX = 120;

/** What a post's card is made of: the facts of a hearing or an incident as they were in effect, or what somebody said. */
export type CardOf =
  | { readonly of: 'hearing'; readonly hearingId: HearingId; readonly revision: number }
  | { readonly of: 'incident'; readonly incidentId: IncidentId; readonly revision: number }
  | {
      readonly of: 'quote';
      readonly words: Localised;
      readonly who: Localised;
      readonly source: string | null;
    };

/** What stands on a card, in the words of one language; from above to below. */
export interface CardWords {
  /** What it is, in a word or two; null: the title says it. */
  readonly kicker: string | null;
  readonly title: string;
  /** What was said, or what happened; null where the lines say all. */
  readonly body: string | null;
  readonly lines: readonly string[];
  /** Who says so, and how sure it is. */
  readonly foot: string | null;
}

/** The same words for who cannot see the card. */
export function cardAlt({ kicker, title, body, lines, foot }: CardWords): string {
  return [kicker, title, body, ...lines, foot]
    .filter((part) => part !== null)
    .map((part) => (/[.!?…؟][\s\u2066-\u2069]*["”“»]?$/u.test(part) ? part : `${part}.`))
    .join(' ');
}

/** Those of the fonts that come along: Latin with all its letters, Cyrillic, Greek, and the Arabic script of Persian. */
const SHOWN =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]$/u;

/** The first character for which no font comes along, so that it would be drawn as an empty box; null: none. */
export function undrawable(words: CardWords): string | null {
  const { kicker, title, body, lines, foot } = words;
  const text = [kicker, title, body, ...lines, foot].join('\n');
  for (const character of text) {
    if (!SHOWN.test(character) || /\p{Extended_Pictographic}/u.test(character)) return character;
  }
  return null;
}
