import type { Random } from './random.ts';

/** The scripts in which posts are made, each with the letters and marks that its words are made of. */
const scripts = {
  Latin: /^[\p{Script=Latin}]$/u,
  Cyrillic: /^\p{Script=Cyrillic}$/u,
  Greek: /^\p{Script=Greek}$/u,
  Armenian: /^\p{Script=Armenian}$/u,
  Georgian: /^\p{Script=Georgian}$/u,
  Arabic: /^\p{Script=Arabic}$/u,
  Hebrew: /^\p{Script=Hebrew}$/u,
  Devanagari: /^\p{Script=Devanagari}$/u,
  Thai: /^\p{Script=Thai}$/u,
  Han: /^\p{Script=Han}$/u,
  Kana: /^[\p{Script=Hiragana}\p{Script=Katakana}]$/u,
  Hangul: /^\p{Script=Hangul}$/u,
} as const;

export type Script = keyof typeof scripts;
export const scriptNames = Object.keys(scripts) as readonly Script[];

/** What is visible of a post, piece by piece, and what stands behind it. */
export interface Piece {
  readonly text: string;
  readonly behind: { readonly kind: 'link' | 'hashtag' | 'mention'; readonly value: string } | null;
}

export interface RandomPost {
  readonly script: Script;
  readonly pieces: readonly Piece[];
  /** As staff write it. */
  readonly markdown: string;
}

const COMBINING = ['\u0301', '\u0308', '\u0323', '\u036b', '\u0351'];
const EMOJI = ['👨‍👩‍👧‍👦', '🇦🇿', '👍🏽', '❤️', '🏳️‍🌈', '1️⃣', '𝒳𝒴', '𐍈'];
const NUMBERS = ['10:30', '11.11.2009', '١٥:٠٠', '۱۰:۳۰', '१०'];
const DOMAINS = ['example.org', 'bray.az', 'court.example.com'];
const ADDRESSES = [
  'https://example.org/a/long/path?with=query',
  'http://example.com',
  'https://example.net/x_(y)',
  'https://bray.az/az/cases/donkey-bloggers#verdict',
];

/** Makes posts whose every word is known: those of one script, with what networks count in ways of their own. */
export function randomPosts(chance: Random): (script: Script) => RandomPost {
  const known = new Map<Script, readonly string[]>();
  const wordsOf = (script: Script) => {
    const made = known.get(script) ?? makeWords(chance, lettersOf(scripts[script]));
    known.set(script, made);
    return made;
  };
  return (script) => {
    const words = wordsOf(script);
    // Some of joined emoji alone: many bytes in few characters.
    const isOfEmoji = chance.below(20) === 0;
    const length = chance.below(10) === 0 ? 60 + chance.below(120) : 1 + chance.below(40);
    const pieces: Piece[] = [];
    let markdown = '';
    for (let i = 0; i < length; i++) {
      const { piece, source } = isOfEmoji ? plain(chance.pick(EMOJI)) : pieceOf(chance, words);
      const glue = i === 0 ? '' : chance.pick([' ', ' ', ' ', ' ', '. ', ', ', '؟ ', '\n\n']);
      if (glue !== '') pieces.push({ text: glue, behind: null });
      pieces.push(piece);
      markdown += glue + source;
    }
    return { script, pieces, markdown };
  };
}

interface Source {
  readonly piece: Piece;
  readonly source: string;
}

const plain = (text: string): Source => ({ piece: { text, behind: null }, source: text });

function pieceOf(chance: Random, words: readonly string[]): Source {
  switch (chance.below(24)) {
    case 0:
      return plain(chance.pick(EMOJI));
    case 1:
      return plain(chance.pick(NUMBERS));
    case 2:
      return plain(chance.pick(DOMAINS));
    case 3: {
      const text = `${chance.pick(words)} ${chance.pick(words)}`;
      const value = chance.pick(ADDRESSES);
      return { piece: { text, behind: { kind: 'link', value } }, source: `[${text}](<${value}>)` };
    }
    case 4: {
      const value = chance.pick(ADDRESSES);
      return { piece: { text: value, behind: { kind: 'link', value } }, source: `<${value}>` };
    }
    case 5: {
      const value = chance.pick(['bray', 'Justice', 'məhkəmə', 'суд', 'آزادی', '裁判']);
      return { piece: { text: `#${value}`, behind: { kind: 'hashtag', value } }, source: `#${value}` };
    }
    case 6: {
      const value = chance.pick(['ann.example.org', 'ann@social.example', 'ann']);
      return { piece: { text: `@${value}`, behind: { kind: 'mention', value } }, source: `@${value}` };
    }
    case 7: {
      const word = chance.pick(words);
      return { piece: { text: word, behind: null }, source: `**${word}**` };
    }
    case 8:
      return plain(`\u2068${chance.pick(words)}\u2069`);
    default:
      return plain(chance.pick(words));
  }
}

const POOL = 300;

function makeWords(chance: Random, { letters, marks }: Letters): readonly string[] {
  return Array.from({ length: POOL }, () => {
    let word = '';
    for (let i = 1 + chance.below(9); i > 0; i--) {
      word += chance.pick(letters);
      if (marks.length > 0 && chance.below(4) === 0) word += chance.pick(marks);
      if (chance.below(16) === 0) word += chance.pick(COMBINING);
      if (chance.below(40) === 0) word += '\u200c';
    }
    return word.replace(/\u200c$/, '').normalize('NFC');
  });
}

interface Letters {
  readonly letters: readonly string[];
  readonly marks: readonly string[];
}

/** Those of the Basic Multilingual Plane; of Han not all, as of most nobody has heard. */
function lettersOf(script: RegExp): Letters {
  const letters: string[] = [];
  const marks: string[] = [];
  for (let point = 0x41; point < 0xfb00; point++) {
    const letter = String.fromCodePoint(point);
    if (!letter.isWellFormed() || !script.test(letter)) continue;
    if (/\p{L}/u.test(letter)) letters.push(letter);
    else if (/\p{M}/u.test(letter)) marks.push(letter);
  }
  return { letters, marks };
}
