import { type Block, type Inline, type TextDocument, visibleText } from './document.ts';
import { bold, compose, type FormattedText, italic, join, link, type Piece, row } from './message.ts';

/**
 * A document as a Telegram message. Hashtags, mentions and e-mail addresses carry no entity: Telegram finds
 * them by itself. Does not cut: measure the text before it is approved.
 */
export function renderTelegram(document: TextDocument): FormattedText {
  return compose(telegramPiece(document));
}

/** A document as a piece of a larger Telegram message. */
export function telegramPiece(document: TextDocument): Piece {
  return join(
    '\n\n',
    document.blocks.map((block) => blockPiece(block, 0)),
  );
}

function blockPiece(block: Block, depth: number): Piece {
  if (block.kind === 'paragraph') return inlinesPiece(block.inlines);
  const indent = '   '.repeat(depth);
  const items = block.items.map((item, i) => {
    const marker = block.start === null ? '• ' : `${block.start + i}. `;
    const blocks = item.blocks.map((inner) => blockPiece(inner, depth + 1));
    return row(`${indent}${marker}`, join('\n', blocks));
  });
  return join('\n', items);
}

function inlinesPiece(inlines: readonly Inline[]): Piece {
  return row(...inlines.map((inline) => inlinePiece(inline)));
}

function inlinePiece(inline: Inline): Piece {
  switch (inline.kind) {
    case 'bold':
      return bold(inlinesPiece(inline.children));
    case 'italic':
      return italic(inlinesPiece(inline.children));
    case 'link':
      return linkPiece(inline);
    default:
      return visibleText([inline]);
  }
}

/**
 * Telegram's text_link takes http, https and tg addresses; it reads "mailto:a@b" as user "mailto" at host b
 * (tdlib, tdutils/td/utils/HttpUrl.cpp, read November 2026). So an e-mail address is shown, and found by Telegram.
 */
function linkPiece(inline: Extract<Inline, { kind: 'link' }>): Piece {
  const words = inlinesPiece(inline.children);
  if (!inline.href.toLowerCase().startsWith('mailto:')) return link(inline.href, words);
  const shown = visibleText(inline.children);
  const address = inline.href.replace(/^mailto:/i, '');
  return shown === address || shown === inline.href ? words : row(words, ` (${address})`);
}
