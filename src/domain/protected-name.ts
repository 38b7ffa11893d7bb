import { foldLetters } from './text/characters.ts';

/** Shorter parts of a name (de, al, Li) stand in too many other words. */
const SHORTEST_PART = 4;

/**
 * Whether a text names one of `names`, in full or by a part of four letters or more, in any letter case, with or without
 * marks and joiners, and with any ending: languages decline names. Rather once too often: what is refused can be said
 * otherwise, what has gone out cannot be taken back.
 */
export function namesOneOf(text: string, names: readonly string[]): boolean {
  const spellings = spellingsOf(text);
  return names.flatMap(spellingsOf).some((parts) => spellings.some((words) => nameIn(words, parts)));
}

function nameIn(words: readonly string[], parts: readonly string[]): boolean {
  const long = parts.filter((part) => [...part].length >= SHORTEST_PART);
  if (long.some((part) => words.some((word) => word.startsWith(stemOf(part))))) return true;
  return parts.length > 0 && ` ${words.join(' ')} `.includes(` ${parts.join(' ')} `);
}

/** Without its last letter, which a declension changes, as long as enough is left. */
function stemOf(part: string): string {
  const letters = [...part];
  return letters.length > SHORTEST_PART ? letters.slice(0, -1).join('') : part;
}

/** The words of a text: Persian puts a non-joiner between parts of a name where others write one word, or two. */
function spellingsOf(text: string): string[][] {
  return text.includes('\u200c') ? [wordsOf(text), wordsOf(text.replaceAll('\u200c', ' '))] : [wordsOf(text)];
}

function wordsOf(text: string): string[] {
  return foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
