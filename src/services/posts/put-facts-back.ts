import { carryFacts, judgeFacts, putFactsBack } from '../../domain/text/locked-facts.ts';
import type { TranslatedParagraph } from '../../domain/text/paragraphs.ts';
import type { PostFacts } from './post-facts.ts';

/**
 * A paragraph with the facts of its source put right: those of the source as it was carried over to it as it is (`was`; empty
 * where it is the same), else put in the place of what is wrong, or at its end. `only` names one of them by its place in the
 * source, which is put at the end whatever else stands there.
 */
export function putRight(
  facts: PostFacts,
  { source, text }: TranslatedParagraph,
  { was, only }: { readonly was: string; readonly only: number | null },
): string {
  const own = facts.of(source);
  if (only !== null) {
    const fact = own[only];
    return fact === undefined ? text : `${text.trimEnd()} {${fact.shown}}`.trimStart();
  }
  const carried = was === '' ? null : carryFacts(text, facts.of(was), own);
  if (carried !== null && judgeFacts(carried, own, facts.inText) === null) return carried;
  return putFactsBack(text, own, facts.inText);
}
