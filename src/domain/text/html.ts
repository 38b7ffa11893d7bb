import { type Block, type Inline, type TextDocument, visibleText } from './document.ts';

/** Where HTML stands decides what has to be escaped, and which links may stand there. */
export interface HtmlStyle {
  readonly escape: (text: string) => string;
  /** `words`: as HTML. */
  readonly link: (link: Extract<Inline, { readonly kind: 'link' }>, words: string) => string;
}

const plain: HtmlStyle = {
  escape: escapeHtml,
  link: ({ href }, words) => `<a href="${escapeHtml(href)}">${words}</a>`,
};

/** A document as HTML: everything in it is escaped, and nothing is loaded from anywhere. */
export function htmlText({ blocks }: Pick<TextDocument, 'blocks'>, style: HtmlStyle = plain): string {
  return blocks.map((block) => blockHtml(block, style)).join('\n');
}

/** A text as it stands in HTML, also within quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function blockHtml(block: Block, style: HtmlStyle): string {
  if (block.kind === 'paragraph') return `<p>${inlinesHtml(block.inlines, style)}</p>`;
  const items = block.items.map(({ blocks }) => `<li>${htmlText({ blocks }, style)}</li>`).join('');
  return block.start === null ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
}

function inlinesHtml(inlines: readonly Inline[], style: HtmlStyle): string {
  return inlines.map((inline) => inlineHtml(inline, style)).join('');
}

function inlineHtml(inline: Inline, style: HtmlStyle): string {
  switch (inline.kind) {
    case 'line-break':
      return '<br>';
    case 'bold':
      return `<strong>${inlinesHtml(inline.children, style)}</strong>`;
    case 'italic':
      return `<em>${inlinesHtml(inline.children, style)}</em>`;
    case 'link':
      return style.link(inline, inlinesHtml(inline.children, style));
    default:
      return style.escape(visibleText([inline]));
  }
}
