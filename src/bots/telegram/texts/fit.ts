import type { MessageButton, RenderedMessage } from '../../../domain/message.ts';
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
  const end = whole.text.lastIndexOf(' ', maxLength - 2);
  const cut = sliceMessage(whole, 0, end > maxLength / 2 ? end : maxLength - 2);
  return { text: `${cut.text} …`, entities: cut.entities, buttons };
}
