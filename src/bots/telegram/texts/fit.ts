import { fitsBelowPhoto, type MessageButton, type RenderedMessage } from '../../../domain/message.ts';
import { compose, type Piece, sliceMessage } from '../../../domain/text/message.ts';

/** In UTF-16 units, the stricter of the two ways in which the limit may be counted (Bot API 10.3, November 2026). */
const maxLength = 4096;

/**
 * A message made of pieces, with buttons. One that is too long for Telegram ends at a word with an ellipsis:
 * these are the bot's own lists and cards, which can be opened piece by piece; what people approved is never cut.
 */
export function messageOf(
  buttons: readonly (readonly MessageButton[])[],
  ...pieces: Piece[]
): RenderedMessage {
  const whole = compose(...pieces);
  if (whole.text.length <= maxLength) return { ...whole, buttons };
  const cut = sliceMessage(whole, 0, lastWordEnd(whole.text, maxLength - ellipsis.length));
  return { text: cut.text + ellipsis, entities: cut.entities, buttons };
}

const ellipsis = ' …';

/** Where the last word ends that fits; in a text without spaces, the last whole character. */
function lastWordEnd(text: string, limit: number): number {
  const space = text.lastIndexOf(' ', limit);
  if (space > limit / 2) return space;
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  return isSplit ? limit - 1 : limit;
}

/** A message with a line below its text, where there is still room for it. */
export function withNote(message: RenderedMessage, note: string): RenderedMessage {
  const text = `${message.text}\n\n${note}`;
  const noted = { ...message, text };
  const breaks = message.photo !== undefined && fitsBelowPhoto(message) && !fitsBelowPhoto(noted);
  return text.length <= maxLength && !breaks ? noted : message;
}
