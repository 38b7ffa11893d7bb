import { namesOneOf } from '../protected-name.ts';
import { westernDigits } from './western-digits.ts';

/** What somebody is called in every language, and in that of the translation. */
export interface CarriedName {
  readonly forms: readonly string[];
  readonly shown: string;
}

/** An hour with its minutes, as our languages write it (10:30, 10.30, 10 h 30), or a number. */
const figures = /(?<![\d])(\d{1,2})(?:[:.٫]|\s?h\s?)(\d{2})(?!\d)|\d+/gu;

/**
 * The times, numbers and names of a source's paragraph that its translation lacks, as the source has them: what nobody may
 * get wrong, and what an eye passes over. Digits of Persian and Arabic count as ours. What is written out in words, or by
 * another calendar, is named too: it is for a person to look at, and refuses nothing.
 */
export function missingFacts(source: string, translation: string, names: readonly CarriedName[]): string[] {
  const there = figuresIn(translation);
  const missing: string[] = [];
  for (const figure of figuresIn(source)) {
    const at = there.indexOf(figure);
    if (at === -1) missing.push(figure);
    else there.splice(at, 1);
  }
  const unnamed = names.filter(({ forms }) => namesOneOf(source, forms) && !namesOneOf(translation, forms));
  return [...new Set([...missing, ...unnamed.map(({ shown }) => shown)])];
}

function figuresIn(text: string): string[] {
  return [...westernDigits(text).matchAll(figures)].map(([whole, hour, minute]) =>
    hour === undefined ? whole : `${Number(hour)}:${minute}`,
  );
}
