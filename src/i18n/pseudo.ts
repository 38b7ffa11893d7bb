/**
 * The pseudo-locale: a text as a long, accented foreign language would have it, for tests of layouts and for
 * finding words that bypass the catalogues. "Next" becomes "[Ńéxţ~~]".
 *
 * What a reader would type or tap stays as it is: what stands between isolation marks (the variables of a
 * message), /commands, @names and web addresses.
 */
export function pseudo(text: string): string {
  const accented = text.replace(keptOrWord, (part) => (isKept(part) ? part : accent(part)));
  return `[${accented}${'~'.repeat(Math.ceil(text.length * lengthening))}]`;
}

/** German runs about 40 % longer than English in short texts. */
const lengthening = 0.4;

const keptOrWord = /\u2068[^\u2068\u2069]*\u2069|https?:\/\/\S+|[/@]\w+|[A-Za-z]+/gu;

function isKept(part: string): boolean {
  return /^[\u2068/@]|^https?:/u.test(part);
}

const plain = 'ACDEGIKLNORSTUYZacdegiklnorstuyz';
const marked = 'ÁĆĎÉĞÍĶĹŃÓŔŚŢÚÝŹáćďéğíķĺńóŕśţúýź';
const accents = new Map([...plain].map((letter, index) => [letter, [...marked][index] ?? letter]));

function accent(word: string): string {
  return [...word].map((letter) => accents.get(letter) ?? letter).join('');
}
