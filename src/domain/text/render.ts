import { type Block, type Inline, type TextDocument, visibleText } from './document.ts';
import { bold, compose, type FormattedText, italic, join, link, type Piece, row } from './message.ts';

/**
 * A document as a Telegram message. Hashtags, mentions and e-mail addresses carry no entity: Telegram finds
 * them by itself. Does not cut: measure the text before it is approved.
 */
export function renderTelegram(document: TextDocument): FormattedText {
  return compose(telegramPiece(document));
}

/** A document as text without markup; a link's address follows its words in brackets. */
export function renderPlain(document: TextDocument): string {
  return compose(documentPiece(document, plainLink)).text;
}

/** A document as a piece of a larger Telegram message. */
export function telegramPiece(document: TextDocument): Piece {
  return documentPiece(document, telegramLink);
}

type LinkInline = Extract<Inline, { kind: 'link' }>;
type DrawLink = (inline: LinkInline, words: Piece) => Piece;

/**
 * Telegram's text_link takes http, https and tg addresses; it reads "mailto:a@b" as user "mailto" at host b
 * (tdlib, tdutils/td/utils/HttpUrl.cpp, read November 2026). So an e-mail address is shown, and found by Telegram.
 */
function telegramLink(inline: LinkInline, words: Piece): Piece {
  return inline.href.toLowerCase().startsWith('mailto:')
    ? plainLink(inline, words)
    : link(inline.href, words);
}

function plainLink(inline: LinkInline, words: Piece): Piece {
  const shown = visibleText(inline.children);
  const address = inline.href.replace(/^mailto:/i, '');
  return shown === address || shown === inline.href ? words : row(words, ` (${address})`);
}

function documentPiece(document: TextDocument, drawLink: DrawLink): Piece {
  return join(
    '\n\n',
    document.blocks.map((block) => blockPiece(block, drawLink, 0)),
  );
}

function blockPiece(block: Block, drawLink: DrawLink, depth: number): Piece {
  if (block.kind === 'paragraph') return inlinesPiece(block.inlines, drawLink);
  const indent = '   '.repeat(depth);
  const items = block.items.map((item, i) => {
    const marker = block.start === null ? '• ' : `${block.start + i}. `;
    const blocks = item.blocks.map((inner) => blockPiece(inner, drawLink, depth + 1));
    return row(`${indent}${marker}`, join('\n', blocks));
  });
  return join('\n', items);
}

function inlinesPiece(inlines: readonly Inline[], drawLink: DrawLink): Piece {
  return row(...inlines.map((inline) => inlinePiece(inline, drawLink)));
}

function inlinePiece(inline: Inline, drawLink: DrawLink): Piece {
  switch (inline.kind) {
    case 'bold':
      return bold(inlinesPiece(inline.children, drawLink));
    case 'italic':
      return italic(inlinesPiece(inline.children, drawLink));
    case 'link':
      return drawLink(inline, inlinesPiece(inline.children, drawLink));
    default:
      return visibleText([inline]);
  }
}
