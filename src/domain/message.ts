import type { FormattedText } from './text/message.ts';

/** A rendered text for Telegram, ready to be sent to any chat: what the sender adds is only the chat. */
export interface RenderedMessage extends FormattedText {
  /** Rows of buttons below the message. */
  readonly buttons: readonly (readonly MessageButton[])[];
}

/** `data`: 1–64 bytes, given back to us when tapped. `url`: opened by the reader's Telegram. */
export type MessageButton =
  | { readonly text: string; readonly data: string }
  | { readonly text: string; readonly url: string };

/** `sendMessage`'s parameters without the chat (Bot API 10.3). Link previews are off: they tell third parties. */
export function sendMessageParams(message: RenderedMessage) {
  return {
    text: message.text,
    entities: message.entities,
    link_preview_options: { is_disabled: true },
    ...(message.buttons.length > 0 && { reply_markup: replyMarkup(message.buttons) }),
  };
}

/** An inline keyboard as the Bot API wants it. */
export function replyMarkup(buttons: RenderedMessage['buttons']) {
  return {
    inline_keyboard: buttons.map((row) =>
      row.map((button) =>
        'url' in button
          ? { text: button.text, url: button.url }
          : { text: button.text, callback_data: button.data },
      ),
    ),
  };
}
