import { type Block, type Inline, type TextDocument, visibleText } from './document.ts';

/**
 * A text with what stands behind some of its words, for networks that are told so beside the text. Offsets are UTF-16
 * units; spans are in order and never overlap.
 */
export interface SpannedText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** A run of a text, in UTF-16 units, and what it leads to. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly behind: Behind;
}

/** What a run of a text leads to. */
export type Behind =
  | { readonly kind: 'link'; readonly href: string }
  /** Without its number sign. */
  | { readonly kind: 'hashtag'; readonly tag: string }
  /** Without its first at sign. */
  | { readonly kind: 'mention'; readonly handle: string };

/** A document as text without styles, with its links behind their words. No character of it is changed or lost. */
export function spannedText(document: TextDocument): SpannedText {
  return trimmed(write(document, 'behind words'));
}

/** A document as text alone, for networks that find addresses in it: a link's follows its words in brackets. */
export function plainText(document: TextDocument): string {
  return trimmed(write(document, 'in brackets')).text;
}

/** The part between two offsets, with the spans that reach into it, each cut to what is in it. */
export function sliceSpanned({ text, spans }: SpannedText, start: number, end: number): SpannedText {
  return {
    text: text.slice(start, end),
    spans: spans.flatMap((span) => {
      const from = Math.max(span.start, start) - start;
      const to = Math.min(span.end, end) - start;
      return from < to ? [{ ...span, start: from, end: to }] : [];
    }),
  };
}

type Addresses = 'behind words' | 'in brackets';

class Writer {
  text = '';
  readonly spans: Span[] = [];
  readonly addresses: Addresses;

  constructor(addresses: Addresses) {
    this.addresses = addresses;
  }

  behind(behind: Behind, write: () => void): void {
    const start = this.text.length;
    write();
    if (this.text.length > start) this.spans.push({ start, end: this.text.length, behind });
  }
}

function write(document: TextDocument, addresses: Addresses): SpannedText {
  const writer = new Writer(addresses);
  document.blocks.forEach((block, i) => {
    if (i > 0) writer.text += '\n\n';
    writeBlock(writer, block, 0);
  });
  return writer;
}

function writeBlock(writer: Writer, block: Block, depth: number): void {
  if (block.kind === 'paragraph') {
    writeInlines(writer, block.inlines);
    return;
  }
  block.items.forEach((item, i) => {
    if (i > 0) writer.text += '\n';
    writer.text += `${'   '.repeat(depth)}${block.start === null ? '• ' : `${block.start + i}. `}`;
    item.blocks.forEach((inner, n) => {
      if (n > 0) writer.text += '\n';
      writeBlock(writer, inner, depth + 1);
    });
  });
}

function writeInlines(writer: Writer, inlines: readonly Inline[]): void {
  for (const inline of inlines) writeInline(writer, inline);
}

function writeInline(writer: Writer, inline: Inline): void {
  switch (inline.kind) {
    case 'bold':
    case 'italic':
      writeInlines(writer, inline.children);
      return;
    case 'link':
      writeLink(writer, inline);
      return;
    case 'hashtag':
    case 'mention':
      writer.behind(inline, () => {
        writer.text += visibleText([inline]);
      });
      return;
    default:
      writer.text += visibleText([inline]);
  }
}

function writeLink(writer: Writer, { href, children }: Extract<Inline, { kind: 'link' }>): void {
  const shown = visibleText(children);
  const address = href.replace(/^mailto:/i, '');
  const isWeb = /^https?:/i.test(href);
  const write = () => {
    writer.text += shown;
  };
  if (isWeb) writer.behind({ kind: 'link', href }, write);
  else write();
  // Of what is no page nobody can put a link behind words: it is shown.
  const isShown = shown === address || shown === href || (isWeb && writer.addresses === 'behind words');
  if (!isShown) writer.text += ` (${address})`;
}

function trimmed(whole: SpannedText): SpannedText {
  const start = whole.text.length - whole.text.trimStart().length;
  return sliceSpanned(whole, start, Math.max(start, whole.text.trimEnd().length));
}
