import { done, type Result, refused } from '../../domain/result.ts';
import {
  type FactFaults,
  fillFacts,
  isLockable,
  judgeFacts,
  lockFacts,
} from '../../domain/text/locked-facts.ts';
import type { TranslatedParagraph } from '../../domain/text/paragraphs.ts';
import { weekdaysAmiss, wrongWeekdays } from '../../domain/text/weekdays.ts';
import type { PostFacts } from './post-facts.ts';

/** In what a paragraph does not say what its source says, and which of its days of the week are not those of their dates. */
export interface ParagraphFaults extends FactFaults {
  /** Each with its date, as they stand there. */
  readonly contradicting: readonly string[];
}

/** A paragraph that does not carry the facts of its source; `paragraph` counts from 1. */
export interface FactsDiffer extends ParagraphFaults {
  readonly code: 'facts-differ';
  readonly paragraph: number;
}

/**
 * What somebody wrote, with every fact of the source locked; refused where one is lost, doubled or altered. What stands so
 * already is not judged again: it was written as a whole, or before its facts were known.
 */
export function lockParagraphs(
  facts: PostFacts,
  written: readonly TranslatedParagraph[],
  standing: readonly TranslatedParagraph[],
): Result<TranslatedParagraph[], FactsDiffer> {
  const locked = written.map((one) => lockParagraph(facts, one));
  const known = new Set(standing.map(asOne));
  for (const [i, one] of locked.entries()) {
    const faults = judgeParagraph(facts, one);
    if (faults !== null && !known.has(asOne(one)))
      return refused({ code: 'facts-differ', paragraph: i + 1, ...faults });
  }
  return done(locked);
}

/** A paragraph in which the facts of its source that stand there are locked. */
export function lockParagraph(facts: PostFacts, { source, text }: TranslatedParagraph): TranslatedParagraph {
  if (!isLockable(source)) return { source, text };
  return { source, text: lockFacts(text, facts.of(source), facts.inText) };
}

/** Null also where nothing is written yet. */
export function judgeParagraph(
  facts: PostFacts,
  { source, text }: TranslatedParagraph,
): ParagraphFaults | null {
  if (!isLockable(source) || text.trim() === '') return null;
  const faults = judgeFacts(text, facts.of(source), facts.inText);
  const contradicting = weekdaysAmiss({ source, text }, facts);
  if (faults === null && contradicting.length === 0) return null;
  return { lost: [], doubled: [], altered: [], ...faults, contradicting };
}

/** What is wrong in a source, which carries no facts but its own. */
export function judgeSource(facts: PostFacts, text: string): ParagraphFaults | null {
  const contradicting = wrongWeekdays(text, facts.inSource);
  return contradicting.length === 0 ? null : { lost: [], doubled: [], altered: [], contradicting };
}

const asOne = (one: TranslatedParagraph): string => JSON.stringify([one.source, fillFacts(one).trim()]);
