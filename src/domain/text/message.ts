/**
 * A Telegram message's text with its entities, and the pieces that messages are built from. Entities are
 * computed from a tree, so they nest properly and there is no markup to escape.
 */

/** Telegram counts offsets and lengths in UTF-16 units (Bot API 10.3, MessageEntity, read November 2026). */
export type TelegramEntity =
  | { readonly type: 'bold' | 'italic'; readonly offset: number; readonly length: number }
  | {
      readonly type: 'text_link';
      readonly offset: number;
      readonly length: number;
      readonly url: string;
    };

/** Trimmed at both ends; entities in order of offset (longer first), nested or apart, never crossing. */
export type FormattedText = { readonly text: string; readonly entities: readonly TelegramEntity[] };

type Style = { readonly type: 'bold' | 'italic' } | { readonly type: 'text_link'; readonly url: string };

/** A part of a message: plain text, a row of parts, or parts in a style. Build with the functions below. */
export type Piece = string | { readonly style: Style | null; readonly pieces: readonly Piece[] };

/** Parts in bold. */
export function bold(...pieces: Piece[]): Piece {
  return { style: { type: 'bold' }, pieces };
}

/** Parts in italics. */
export function italic(...pieces: Piece[]): Piece {
  return { style: { type: 'italic' }, pieces };
}

/** A link on its own words. `url` must be http, https or tg: Telegram drops others. */
export function link(url: string, ...pieces: Piece[]): Piece {
  return { style: { type: 'text_link', url }, pieces };
}

/** Pieces one after the other. */
export function row(...pieces: Piece[]): Piece {
  return { style: null, pieces };
}

/** Pieces on lines of their own; `null` and empty pieces leave no empty line. */
export function lines(...pieces: (Piece | null)[]): Piece {
  return join('\n', pieces);
}

/** Pieces with an empty line between them; `null` and empty pieces leave no gap. */
export function paragraphs(...pieces: (Piece | null)[]): Piece {
  return join('\n\n', pieces);
}

/** Pieces with a separator between them; `null` and empty pieces are passed over. */
export function join(separator: string, pieces: readonly (Piece | null)[]): Piece {
  const present = pieces.filter((piece): piece is Piece => piece !== null && !isEmpty(piece));
  return row(...present.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece])));
}

/**
 * The message that the pieces make: trimmed (Telegram would trim it, and shift nothing for us), entities
 * trimmed to what is visible in them, empty ones dropped. Isolation characters (U+2066–U+2069) stay as they
 * are. Throws on a link inside a link.
 */
export function compose(...pieces: Piece[]): FormattedText {
  const spans: Span[] = [];
  let text = '';
  const write = (piece: Piece, within: readonly Style[]): void => {
    if (typeof piece === 'string') {
      text += asTelegramKeepsIt(piece);
      return;
    }
    const style = piece.style !== null && adds(piece.style, within) ? piece.style : null;
    const start = text.length;
    const place = spans.length;
    for (const child of piece.pieces) write(child, style === null ? within : [...within, style]);
    // Inserted before its children's spans, so that of two equal ranges the outer one stands first.
    if (style !== null) spans.splice(place, 0, { style, start, end: text.length });
  };
  for (const piece of pieces) write(piece, []);
  return cutOut(text, spans, 0, text.length);
}

/** The part of a message between two offsets, trimmed, with the entities that reach into it. */
export function sliceMessage(message: FormattedText, start: number, end: number): FormattedText {
  const spans = message.entities.map((entity): Span => {
    const style: Style =
      entity.type === 'text_link' ? { type: entity.type, url: entity.url } : { type: entity.type };
    return { style, start: entity.offset, end: entity.offset + entity.length };
  });
  return cutOut(message.text, spans, start, end);
}

type Span = { readonly style: Style; readonly start: number; readonly end: number };

function cutOut(text: string, spans: readonly Span[], start: number, end: number): FormattedText {
  const whole = trimRange(text, start, end);
  const entities = spans
    .map(({ style, ...span }) => {
      const range = trimRange(text, Math.max(span.start, whole.start), Math.min(span.end, whole.end));
      return { ...style, offset: range.start - whole.start, length: range.end - range.start };
    })
    .filter((entity) => entity.length > 0)
    // The sort is stable: equal ranges keep the outer style first.
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: text.slice(whole.start, whole.end), entities };
}

/**
 * Telegram drops carriage returns, U+2028–U+202E and three combining marks (U+030A, U+0333, U+033F), and turns
 * tabs and other controls into spaces (tdlib, td/telegram/misc.cpp, read November 2026). Doing so before the
 * offsets are counted keeps them right; NFC first saves the ring of a decomposed å.
 */
function asTelegramKeepsIt(text: string): string {
  // Nothing of it is touched, and most of what we write is no more than this.
  if (/^[\n -~\u2068\u2069]*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r|[\u2028-\u202e]|\u030a|\u0333|\u033f/g, '')
    .replace(/(?!\n)\p{Cc}/gu, ' ');
}

function trimRange(text: string, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start, end: start };
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}

/** A style inside the same style adds nothing. */
function adds(style: Style, within: readonly Style[]): boolean {
  if (!within.some((outer) => outer.type === style.type)) return true;
  if (style.type === 'text_link') throw new Error('a link inside a link');
  return false;
}

function isEmpty(piece: Piece): boolean {
  return typeof piece === 'string' ? piece.length === 0 : piece.pieces.every(isEmpty);
}
