/**
 * The one form in which a post's text is kept: a small document that every network renders in its own way. It
 * is declared as JSON (types, not interfaces) so that a content hash can cover it.
 */
export type TextDocument = { readonly blocks: readonly Block[] };

/** What stands on lines of its own. */
export type Block = Paragraph | List;

/** Lines of text. */
export type Paragraph = { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] };

/** Items below each other; lists nest. */
export type List = {
  readonly kind: 'list';
  /** The number of the first item, or null for bullets. */
  readonly start: number | null;
  readonly items: readonly ListItem[];
};

/** An item with what it holds. */
export type ListItem = { readonly blocks: readonly Block[] };

/** A part of a line. Links hold no links. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'line-break' }
  | { readonly kind: 'bold'; readonly children: readonly Inline[] }
  | { readonly kind: 'italic'; readonly children: readonly Inline[] }
  /** `href` is absolute: http, https, mailto or tg. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** `tag` without its number sign. */
  | { readonly kind: 'hashtag'; readonly tag: string }
  /** `handle` without its first at sign: a name, or a name and its server (`ann@example.social`). */
  | { readonly kind: 'mention'; readonly handle: string };

/** What a reader sees of inlines, without styles and addresses. */
export function visibleText(inlines: readonly Inline[]): string {
  return inlines.map(visibleTextOf).join('');
}

function visibleTextOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'line-break':
      return '\n';
    case 'hashtag':
      return `#${inline.tag}`;
    case 'mention':
      return `@${inline.handle}`;
    default:
      return visibleText(inline.children);
  }
}
