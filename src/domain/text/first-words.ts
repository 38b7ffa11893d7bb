import type { Language } from '../language.ts';

/**
 * The beginning of a line, for a title or a subject: the line itself where it has no more characters than `max`, else as
 * many of its words as there is room for before an ellipsis. A first word that is too long for that is cut.
 */
export function firstWords(line: string, language: Language, max: number): string {
  const characters = [...line];
  if (characters.length <= max) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(line)) {
    if ([...kept].length + [...segment].length >= max) break;
    kept += segment;
  }
  return `${kept.trimEnd() || characters.slice(0, max - 1).join('')}…`;
}
