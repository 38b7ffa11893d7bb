import type { Inline } from './document.ts';
import { checkLink } from './link.ts';

/**
 * Hashtags, mentions and bare addresses in a run of text. A hashtag needs a letter (#1 is a number) and may
 * hold the zero-width non-joiner that Persian words need.
 */
const WORDS =
  /(?<url>https?:\/\/[^\s<>"\p{Cc}\p{Cf}]+)|(?<![\p{L}\p{N}\p{M}_#&/@])#(?<tag>(?=[\p{N}_]*[\p{L}\p{M}])[\p{L}\p{N}\p{M}_\u200c]+)|(?<![\p{L}\p{N}_@./])@(?<handle>\w(?:[\w.-]{0,62}\w)?(?:@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\.[a-z]{2,63})?)/giu;

/** Punctuation that ends the sentence around an address, not the address. */
const TRAILING: ReadonlySet<string> = new Set(`.,;:!?'"»”’…،؛؟。、`);

/** Splits a run of text into plain text, hashtags, mentions and links. Joins back to the same visible text. */
export function findWords(text: string): Inline[] {
  const found: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(WORDS)) {
    const word = inlineOf(match);
    if (word === null || match.index < done) continue;
    if (match.index > done) found.push({ kind: 'text', text: text.slice(done, match.index) });
    found.push(word.inline);
    done = match.index + word.length;
  }
  if (done < text.length) found.push({ kind: 'text', text: text.slice(done) });
  return found;
}

function inlineOf(match: RegExpExecArray): { inline: Inline; length: number } | null {
  const { url, tag, handle } = match.groups ?? {};
  if (tag !== undefined) return { inline: { kind: 'hashtag', tag }, length: match[0].length };
  if (handle !== undefined) return { inline: { kind: 'mention', handle }, length: match[0].length };
  if (url === undefined) return null;
  const address = withoutTrailing(url);
  const link = checkLink(address);
  if (!link.ok) return null;
  return {
    inline: { kind: 'link', href: address, children: [{ kind: 'text', text: address }] },
    length: address.length,
  };
}

/** Drops closing punctuation, and closing brackets that the address itself does not open. */
export function withoutTrailing(url: string): string {
  let unopened = url.split(')').length - url.split('(').length;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened--;
    else if (!TRAILING.has(last)) break;
  }
  return url.slice(0, end);
}
