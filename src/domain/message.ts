/**
 * A rendered text for Telegram, ready to be sent to any chat: what the sender adds is only the chat.
 * Offsets and lengths are in UTF-16 units, as the Bot API counts them (Bot API 10.3, November 2026).
 */
export interface RenderedMessage {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  /** Rows of buttons below the message. */
  readonly buttons: readonly (readonly MessageButton[])[];
}

export type MessageEntity =
  | {
      readonly type: 'bold' | 'italic' | 'hashtag' | 'mention';
      readonly offset: number;
      readonly length: number;
    }
  | {
      readonly type: 'text_link';
      readonly offset: number;
      readonly length: number;
      readonly url: string;
    };

/** `data`: 1–64 bytes, given back to us when tapped. `url`: opened by the reader's Telegram. */
export type MessageButton =
  | { readonly text: string; readonly data: string }
  | { readonly text: string; readonly url: string };
