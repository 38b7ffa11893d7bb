import { foldLetters } from './characters.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What an ending replaces: the vowels and signs that words lose when they are declined, from this many letters on. */
const LOST_TO_ENDING = /(?:\p{L}[йи]|[aeiouyəöüаеёиоуыэюяьй]{1,2})$/u;
const SHORTEST_STEM = 3;

/** No language of ours declines a name by more letters than these. */
const LONGEST_ENDING = 6;

const words = /[\p{L}\p{M}\p{N}]+/gu;
/** What may stand between two words of one name, and behind an initial. */
const between = /^(?:\s|[-'’\u200c])$/u;
const initial = /^\.\s?$/u;

/**
 * Where a text has one of these names in full: all its words, one after the other, each as it is or declined. An ending
 * behind an apostrophe belongs to none.
 */
export function findNames(text: string, names: readonly string[]): Span[] {
  const there = wordsOf(text);
  const found = names.flatMap((name) => {
    const wanted = wordsOf(name);
    return wanted.length === 0 ? [] : there.flatMap((_, at) => spanAt(text, there, at, wanted));
  });
  return found.filter(
    ({ start, end }, i) => !found.slice(0, i).some((other) => start < other.end && other.start < end),
  );
}

/** Whether a stretch of a text is this name and nothing else, as it is or declined. */
export function isNameDeclined(written: string, name: string): boolean {
  const [only] = findNames(written, [name]);
  return only !== undefined && only.start === 0 && only.end === written.length;
}

interface Word extends Span {
  readonly folded: string;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(words)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    folded: foldLetters(word),
  }));
}

function spanAt(text: string, there: readonly Word[], at: number, wanted: readonly Word[]): Span[] {
  const own = there.slice(at, at + wanted.length);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || own.length < wanted.length) return [];
  const fits = wanted.every(({ folded }, i) => {
    const word = own[i];
    const before = own[i - 1];
    if (word === undefined || !isDeclined(word.folded, folded)) return false;
    if (before === undefined) return true;
    const gap = text.slice(before.end, word.start);
    return between.test(gap) || (before.folded.length === 1 && initial.test(gap));
  });
  return fits ? [{ start: first.start, end: last.end }] : [];
}

function isDeclined(word: string, of: string): boolean {
  if (word === of) return true;
  const stem = of.replace(LOST_TO_ENDING, '');
  const kept = stem.length >= SHORTEST_STEM ? stem : of;
  return word.startsWith(kept) && word.length - kept.length <= LONGEST_ENDING;
}
