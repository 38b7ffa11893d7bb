import type { Language } from '../../src/domain/language.ts';
import type { RenderedMessage } from '../../src/domain/message.ts';

/** One text as a reader of one language gets it. */
export interface Sample {
  /** What it shows, in English: for whoever looks through the page. */
  readonly name: string;
  readonly language: Language;
  readonly message: RenderedMessage;
  /** What people wrote in it, the longest first. */
  readonly given: readonly string[];
}

/** What people wrote, each once and the longest first: a short one may stand in it. */
export function longestFirst(...texts: (string | null | undefined)[]): string[] {
  const given = texts.filter((text): text is string => typeof text === 'string' && text !== '');
  return [...new Set(given)].sort((a, b) => b.length - a.length);
}
