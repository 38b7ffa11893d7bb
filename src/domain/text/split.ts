import { TELEGRAM_TEXT_MAX } from './measure.ts';
import { type FormattedText, sliceMessage } from './message.ts';

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The message in parts of at most `limit` UTF-16 units, for alerts with long lists. A part ends where the best
 * break lies: an empty line, a line end, the end of a sentence, a blank, between words, between graphemes; only
 * a grapheme longer than the limit is cut, between code points. Nothing but the blanks at a cut is lost;
 * entities that span a cut stand in both parts. An empty message has no parts. Throws below a limit of 2.
 */
export function splitTelegram(message: FormattedText, limit: number = TELEGRAM_TEXT_MAX): FormattedText[] {
  if (!Number.isInteger(limit) || limit < 2) throw new RangeError('a part needs room for one code point');
  const { text } = message;
  const parts: FormattedText[] = [];
  let from = skipBlanks(text, 0);
  while (from < text.length) {
    const end = text.length - from <= limit ? text.length : chooseCut(text, from, limit);
    const part = sliceMessage(message, from, end);
    if (part.text.length > 0) parts.push(part);
    from = skipBlanks(text, end);
  }
  return parts;
}

function skipBlanks(text: string, from: number): number {
  const rest = text.slice(from);
  return from + (rest.length - rest.trimStart().length);
}

/** An offset in (from, from + limit] at which a part that starts at `from` ends. */
function chooseCut(text: string, from: number, limit: number): number {
  // One more unit than fits: a blank right after the last unit that fits is a good end.
  const window = text.slice(from, from + limit + 1);
  // A break too near the start would make a tiny part; the next kind of break is then better.
  const enough = Math.max(1, Math.floor(limit / 3));
  const paragraph = window.lastIndexOf('\n\n', limit);
  if (paragraph >= enough) return from + paragraph;
  const line = window.lastIndexOf('\n', limit);
  if (line >= enough) return from + line;
  const sentence = lastSentenceEnd(window, limit);
  if (sentence >= enough) return from + sentence;
  const blank = lastBlank(window);
  if (blank >= enough) return from + blank;
  const word = lastBoundary(words, window, limit);
  if (word >= enough) return from + word;
  const grapheme = lastBoundary(graphemes, window, limit);
  if (grapheme > 0) return from + grapheme;
  return from + codePointEnd(window, limit);
}

/**
 * Only ends that a blank or a full-width mark confirms: the segmenter also finds one after each question mark
 * within an address.
 */
function lastSentenceEnd(window: string, limit: number): number {
  let last = 0;
  for (const { index } of sentences.segment(window)) {
    if (index <= limit && /[\s。！？｡]$/u.test(window.slice(0, index))) last = index;
  }
  return last;
}

function lastBlank(window: string): number {
  for (let i = window.length - 1; i > 0; i--) {
    if (/\s/u.test(window.charAt(i))) return i;
  }
  return 0;
}

function lastBoundary(segmenter: Intl.Segmenter, window: string, limit: number): number {
  let last = 0;
  for (const { index } of segmenter.segment(window)) {
    if (index <= limit) last = index;
  }
  return last;
}

function codePointEnd(window: string, limit: number): number {
  return /[\ud800-\udbff]/.test(window.charAt(limit - 1)) ? limit - 1 : limit;
}
