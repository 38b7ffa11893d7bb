import {
  alignParagraphs,
  joinParagraphs,
  type ParagraphStanding,
  pairByPlace,
  paragraphsOf,
  type TranslatedParagraph,
} from '../../domain/text/paragraphs.ts';
import type { TranslationRow } from './find.ts';

type Text = Pick<TranslationRow, 'text' | 'paragraphs' | 'check'>;

/**
 * A translation's paragraphs beside those of its source as it stands; `text`: none is written yet. What was kept of them
 * counts only as long as the text is made of it.
 */
export function paragraphsBeside(
  source: Pick<TranslationRow, 'text'>,
  text: Text | undefined,
): ParagraphStanding[] {
  const now = paragraphsOf(source.text);
  return alignParagraphs(now, text === undefined ? [] : translatedOf(now, text));
}

function translatedOf(
  source: readonly string[],
  { text, paragraphs, check }: Text,
): readonly TranslatedParagraph[] {
  if (paragraphs !== null && joinParagraphs(paragraphs.map((one) => one.text)) === text) return paragraphs;
  return pairByPlace(source, text, check === 'stale');
}
