import { foldLetters } from './characters.ts';
import type { Span } from './find-name.ts';

/** Shorter ones (Li, Can) are too many other words. */
const SHORTEST = 4;

const words = /[\p{L}\p{M}]+/gu;

/** What Azerbaijani, Turkish, English and German hang on a name, folded; an ending behind an apostrophe belongs to none. */
const LATIN_ENDING =
  /^(?:s|n?[iu]n|y?[aeə]|[yn]?[iu]|[dt][aeə](?:n|ki)?|y?l[aeə]|l[aeə]r\p{L}{0,4}|d[iu]r)$/u;
/** And what Russian does. Folded too: й is и. */
const RUSSIAN_ENDING = /^(?:[аеиоуыэюя]|[оеыи][имюх]|[ыи]ми|[ое]го|[ое]му|[ую]ю|[ая]я|[ое]е|[ыи]е)$/u;

/** The last word of a name that has more than one, where it is long enough to stand for the person; null: it does not. */
export function surnameOf(name: string): string | null {
  const [, ...rest] = name.trim().split(/\s+/u);
  const last = rest.at(-1) ?? '';
  return /^[\p{L}\p{M}]+$/u.test(last) && [...last].length >= SHORTEST ? last : null;
}

/** Whether a word is the surname of this name and nothing else, as it is or declined. */
export function isSurnameDeclined(written: string, name: string): boolean {
  const surname = surnameOf(name);
  return surname !== null && isDeclined(foldLetters(written), foldLetters(surname));
}

/**
 * Where a text has one of these names by its surname alone. A word that is written small where the script has capitals is
 * none, nor is one beside another that is written large ("Milli Məclis" is the parliament), nor one behind an initial that
 * is not theirs. That it is the person, and not another of that name or a word at the head of a sentence, is never certain.
 */
export function findSurnames(text: string, names: readonly string[]): Span[] {
  const there = [...text.matchAll(words)].map(({ index, 0: word }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  return there.flatMap(({ word, start, end }, i): Span[] => {
    if (isSmall(word)) return [];
    const [before, after] = [there[i - 1], there[i + 1]];
    if (after !== undefined && isLarge(after.word) && /^[ \u00a0]$/u.test(text.slice(end, after.start)))
      return [];
    const gap = before === undefined ? '' : text.slice(before.end, start);
    const isOneName = before !== undefined && isLarge(before.word) && /^[ \u00a0]$/u.test(gap);
    if (isOneName && !beginsSentence(text, before.start)) return [];
    const initial =
      before !== undefined && before.word.length === 1 && /^\.\s?$/u.test(gap) ? before.word : null;
    const is = names.some(
      (name) =>
        isSurnameDeclined(word, name) &&
        (initial === null || foldLetters(name).startsWith(foldLetters(initial))),
    );
    return is ? [{ start, end }] : [];
  });
}

/** Every word is written large there. */
const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…:;\n"“«(–—])\s*$/u.test(text.slice(0, at));
const isLarge = (word: string): boolean => /^\p{Lu}/u.test(word);
const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word);

/** By whole endings and not by a stem: "Милли" is not "милиция". */
function isDeclined(word: string, surname: string): boolean {
  if (word === surname) return true;
  if (/^\p{Script=Latin}+$/u.test(surname)) {
    return word.startsWith(surname) && LATIN_ENDING.test(word.slice(surname.length));
  }
  if (!/^\p{Script=Cyrillic}+$/u.test(surname)) return false;
  const stem = russianStem(surname);
  return stem !== null && word.startsWith(stem) && RUSSIAN_ENDING.test(word.slice(stem.length));
}

/** What of a surname stays when Russian declines it; null where it does not. */
function russianStem(surname: string): string | null {
  if (/[иыо]и$/u.test(surname)) return surname.slice(0, -2);
  if (/[аяь]$/u.test(surname)) return surname.slice(0, -1);
  return /[бвгджзклмнпрстфхцчшщ]$/u.test(surname) ? surname : null;
}
