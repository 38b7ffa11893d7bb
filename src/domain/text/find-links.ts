import type { Span } from './find-name.ts';
import { withoutTrailing } from './inline-words.ts';

/** The address of a link in Markdown, which may hold brackets in pairs; or one that stands by itself. */
const addresses =
  /(?<=\]\()(?:https?:|mailto:|tg:)(?:[^\s()<>{}]|\([^\s()<>{}]*\))+(?=\))|https?:\/\/[^\s<>"{}\p{Cc}\p{Cf}]+/giu;

/** Where a text in Markdown has addresses. */
export function findLinks(markdown: string): (Span & { readonly href: string })[] {
  return [...markdown.matchAll(addresses)].map(({ index, 0: found }) => {
    const href = withoutTrailing(found);
    return { href, start: index, end: index + href.length };
  });
}
