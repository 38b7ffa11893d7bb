import { done, type Result, refused } from '../../domain/result.ts';
import {
  type FactFaults,
  fillFacts,
  isLockable,
  judgeFacts,
  lockFacts,
} from '../../domain/text/locked-facts.ts';
import type { TranslatedParagraph } from '../../domain/text/paragraphs.ts';
import type { PostFacts } from './post-facts.ts';

/** A paragraph that does not carry the facts of its source; `paragraph` counts from 1. */
export interface FactsDiffer extends FactFaults {
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
export function judgeParagraph(facts: PostFacts, { source, text }: TranslatedParagraph): FactFaults | null {
  if (!isLockable(source) || text.trim() === '') return null;
  return judgeFacts(text, facts.of(source), facts.inText);
}

const asOne = (one: TranslatedParagraph): string => JSON.stringify([one.source, fillFacts(one).trim()]);
