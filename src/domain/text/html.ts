import type { Block, Inline, TextDocument } from './document.ts';

/** A document as HTML for a mail's body: everything in it is escaped, and nothing is loaded from anywhere. */
export function htmlText({ blocks }: TextDocument): string {
  return blocks.map(blockHtml).join('\n');
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

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p>${inlinesHtml(block.inlines)}</p>`;
  const items = block.items.map(({ blocks }) => `<li>${blocks.map(blockHtml).join('')}</li>`).join('');
  return block.start === null ? `<ul>${items}</ul>` : `<ol start="${block.start}">${items}</ol>`;
}

function inlinesHtml(inlines: readonly Inline[]): string {
  return inlines.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text);
    case 'line-break':
      return '<br>';
    case 'bold':
      return `<strong>${inlinesHtml(inline.children)}</strong>`;
    case 'italic':
      return `<em>${inlinesHtml(inline.children)}</em>`;
    case 'link':
      return `<a href="${escapeHtml(inline.href)}">${inlinesHtml(inline.children)}</a>`;
    case 'hashtag':
      return escapeHtml(`#${inline.tag}`);
    case 'mention':
      return escapeHtml(`@${inline.handle}`);
  }
}
