import { diffArrays } from 'diff';

/** A paragraph of a translation with the paragraph of the source that it was translated from. JSON. */
export type TranslatedParagraph = {
  /** Empty where that is not known. */
  readonly source: string;
  /** Empty: not translated yet. */
  readonly text: string;
};

/** How a paragraph of a translation stands to the source as it is now. */
export type ParagraphStanding =
  /** `current`: translated from this very paragraph; `missing`: not translated yet. */
  | { readonly is: 'current' | 'missing'; readonly source: string; readonly text: string }
  /** The source was changed since it was translated; `was` is empty where it is not known from what that was. */
  | { readonly is: 'changed'; readonly source: string; readonly text: string; readonly was: string }
  /** The source has it no more. */
  | { readonly is: 'gone'; readonly text: string; readonly was: string };

/** A text's paragraphs as people type them: an empty line, or several, between two. Their own line ends stay. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '');
}

/** A text of these paragraphs, without those in which nothing is written. */
export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.flatMap(paragraphsOf).join('\n\n');
}

/**
 * Pairs a translation's paragraphs with the source as it stands: what was translated from a paragraph that is still
 * there belongs to it, wherever it stands now; between these, one after the other. Nothing of the translation is lost.
 */
export function alignParagraphs(
  source: readonly string[],
  translated: readonly TranslatedParagraph[],
): ParagraphStanding[] {
  const aligned: ParagraphStanding[] = [];
  let [before, at] = [0, 0];
  const olds: TranslatedParagraph[] = [];
  const news: string[] = [];
  const flush = () => {
    for (let i = 0; i < Math.max(olds.length, news.length); i++) {
      const standing = standingOf(news[i], olds[i]);
      if (standing !== null) aligned.push(standing);
    }
    olds.length = 0;
    news.length = 0;
  };
  for (const { added, removed, count } of diffArrays(
    translated.map((one) => one.source),
    [...source],
  )) {
    if (removed) {
      olds.push(...translated.slice(before, before + count));
      before += count;
    } else if (added) {
      news.push(...source.slice(at, at + count));
      at += count;
    } else {
      flush();
      for (let i = 0; i < count; i++) {
        const standing = standingOf(source[at + i], translated[before + i]);
        if (standing !== null) aligned.push(standing);
      }
      before += count;
      at += count;
    }
  }
  flush();
  return aligned;
}

function standingOf(
  source: string | undefined,
  old: TranslatedParagraph | undefined,
): ParagraphStanding | null {
  const text = old?.text ?? '';
  const was = old?.source ?? '';
  const isWritten = text.trim() !== '';
  if (source === undefined) return isWritten ? { is: 'gone', text, was } : null;
  if (!isWritten) return { is: 'missing', source, text: '' };
  return was === source ? { is: 'current', source, text } : { is: 'changed', source, text, was };
}

/** Of a text that was written as a whole: its paragraphs one after the other, from the source's if nothing changed since. */
export function pairByPlace(
  source: readonly string[],
  text: string,
  isStale: boolean,
): TranslatedParagraph[] {
  return paragraphsOf(text).map((paragraph, i) => ({
    source: isStale ? '' : (source[i] ?? ''),
    text: paragraph,
  }));
}
