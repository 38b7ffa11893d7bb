const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** Where a part stands in its text, in UTF-16 units. Between two parts there are blanks and nothing else. */
export interface ThreadPart {
  readonly start: number;
  readonly end: number;
  /** What is written after its last word: ` (2/5)`; nothing where there is one part only. */
  readonly number: string;
}

/** The parts of a text, or why it cannot be divided. */
export type Thread =
  | { readonly ok: true; readonly parts: readonly ThreadPart[] }
  /** What cannot be divided any more, and does not fit. */
  | { readonly ok: false; readonly fault: 'word'; readonly word: string }
  | { readonly ok: false; readonly fault: 'parts' };

/** Beyond that nobody reads a thread, and no network means one. */
export const THREAD_MAX = 25;

/**
 * A text in as many numbered parts as it takes. `fits`: whether a network takes the text between two offsets with these
 * characters after it; it must take any text that lies within one which it takes. A part ends where the best break lies:
 * an empty line, a line end, the end of a sentence, a blank. Scripts that are written without blanks are also parted
 * between words. No character but blanks at a break is ever lost, and none is changed; what cannot be parted so is
 * refused.
 */
export function splitThread(
  text: string,
  fits: (start: number, end: number, number: string) => boolean,
): Thread {
  const start = skipBlanks(text, 0);
  const end = text.trimEnd().length;
  if (start >= end) return { ok: true, parts: [] };
  if (fits(start, end, '')) return { ok: true, parts: [{ start, end, number: '' }] };
  const breaks = findBreaks(text, start, end);
  // The widest number that a thread of so many parts can have stands in for each of them.
  for (const widest of [9, THREAD_MAX]) {
    const parts = cutUp(text, start, end, breaks, (from, to) => fits(from, to, numbering(widest, widest)));
    if (!parts.ok) return parts;
    const count = parts.value.length;
    if (count > widest) continue;
    return {
      ok: true,
      parts: parts.value.map((part, i) => ({ ...part, number: numbering(i + 1, count) })),
    };
  }
  return { ok: false, fault: 'parts' };
}

function numbering(part: number, count: number): string {
  return ` (${part}/${count})`;
}

/** A place at which a part may end. Higher ranks are better. */
interface Break {
  readonly at: number;
  readonly rank: number;
}

type Cut =
  | { readonly ok: true; readonly value: { readonly start: number; readonly end: number }[] }
  | { readonly ok: false; readonly fault: 'word'; readonly word: string };

function cutUp(
  text: string,
  start: number,
  end: number,
  breaks: readonly Break[],
  fits: (from: number, to: number) => boolean,
): Cut {
  const parts: { start: number; end: number }[] = [];
  let from = start;
  let next = 0;
  while (from < end) {
    while ((breaks[next]?.at ?? end) <= from) next += 1;
    const last = lastFitting(breaks, next, (at) => fits(from, trimEnd(text, from, at)));
    if (last < next) {
      const word = text.slice(from, breaks[next]?.at ?? end);
      return { ok: false, fault: 'word', word };
    }
    const to = bestOf(breaks, next, last, from, end).at;
    parts.push({ start: from, end: trimEnd(text, from, to) });
    from = skipBlanks(text, to);
  }
  return { ok: true, value: parts };
}

/** The last break that fits, found in steps that double and then halve: what is measured stays near a part's length. */
function lastFitting(breaks: readonly Break[], first: number, fits: (at: number) => boolean): number {
  const holds = (i: number) => {
    const place = breaks[i];
    return place !== undefined && fits(place.at);
  };
  if (!holds(first)) return first - 1;
  let good = first;
  let step = 1;
  while (good + step < breaks.length && holds(good + step)) {
    good += step;
    step *= 2;
  }
  let bad = Math.min(good + step, breaks.length);
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** The best break that leaves the part at least a third of what it could hold: a better one nearer would make it tiny. */
function bestOf(breaks: readonly Break[], first: number, last: number, from: number, end: number): Break {
  const furthest = breaks[last] ?? { at: end, rank: 0 };
  if (furthest.at === end) return furthest;
  const enough = from + (furthest.at - from) / 3;
  let best = furthest;
  for (let i = last - 1; i >= first; i--) {
    const candidate = breaks[i];
    if (candidate === undefined || candidate.at < enough) break;
    if (candidate.rank > best.rank) best = candidate;
  }
  return best;
}

const RANK = { word: 0, blank: 1, sentence: 2, line: 3, paragraph: 4 } as const;

/** Scripts that write no blanks between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Every place at which a part may end, in order; the end of the text is the last. */
function findBreaks(text: string, start: number, end: number): Break[] {
  const ranks = new Map<number, number>();
  const add = (at: number, rank: number) => {
    if (at > start && at < end) ranks.set(at, Math.max(rank, ranks.get(at) ?? 0));
  };
  for (const { index, 0: blanks } of text.matchAll(/\s+/gu)) {
    const lines = blanks.split('\n').length - 1;
    add(index, lines >= 2 ? RANK.paragraph : lines === 1 ? RANK.line : RANK.blank);
  }
  // The segmenter also finds an end after each question mark within an address: only a blank or a full-width mark counts.
  for (const { index } of sentences.segment(text)) {
    const before = text.slice(0, index).trimEnd();
    if (before.length < index || /[。！？｡]$/u.test(before)) add(before.length, RANK.sentence);
  }
  if (UNSPACED.test(text)) {
    for (const { index } of words.segment(text)) {
      if (
        UNSPACED.test(text.slice(Math.max(0, index - 2), index)) &&
        UNSPACED.test(text.slice(index, index + 2))
      )
        add(index, RANK.word);
    }
  }
  return [...ranks, [end, RANK.paragraph] as const]
    .map(([at, rank]) => ({ at, rank }))
    .sort((a, b) => a.at - b.at);
}

function skipBlanks(text: string, from: number): number {
  const rest = text.slice(from);
  return from + (rest.length - rest.trimStart().length);
}

function trimEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}
