import { fillFacts } from '../../domain/text/locked-facts.ts';
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
  return alignParagraphs(paragraphsOf(source.text), text === undefined ? [] : translatedFrom(source, text));
}

/** A translation's paragraphs, each with that of the source which its writer saw, as far as that is known. */
export function translatedFrom(
  source: Pick<TranslationRow, 'text'>,
  text: Text,
): readonly TranslatedParagraph[] {
  return keptParagraphs(text) ?? pairByPlace(paragraphsOf(source.text), text.text, text.check === 'stale');
}

/** The same where it was written paragraph by paragraph; null where it was not. */
export function keptParagraphs({
  text,
  paragraphs,
}: Pick<Text, 'text' | 'paragraphs'>): readonly TranslatedParagraph[] | null {
  return paragraphs !== null && filledText(paragraphs) === text ? paragraphs : null;
}

/** A text of these paragraphs as it goes out: what is locked in them is filled in. */
export function filledText(paragraphs: readonly TranslatedParagraph[]): string {
  return joinParagraphs(paragraphs.map(fillFacts));
}
