/** Shorter parts of a name (de, al, Li) stand in too many other words. */
const SHORTEST_PART = 4;

/**
 * Whether a text names one of `names`, in full or by a part of four letters or more, in any letter case and with any
 * ending: languages decline names. Rather once too often: what is refused can be said otherwise, what has gone out
 * cannot be taken back.
 */
export function namesOneOf(text: string, names: readonly string[]): boolean {
  const words = wordsOf(text);
  return names.some((name) => {
    const parts = wordsOf(name);
    const long = parts.filter((part) => [...part].length >= SHORTEST_PART);
    if (long.some((part) => words.some((word) => word.startsWith(stemOf(part))))) return true;
    return parts.length > 0 && ` ${words.join(' ')} `.includes(` ${parts.join(' ')} `);
  });
}

/** Without its last letter, which a declension changes, as long as enough is left. */
function stemOf(part: string): string {
  const letters = [...part];
  return letters.length > SHORTEST_PART ? letters.slice(0, -1).join('') : part;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLocaleLowerCase('und')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
