import type { RenderedMessage } from '../domain/message.ts';

export interface MessageOptions {
  /** Forbids forwarding and saving in the reader's app; default false. It is no secrecy: a screen can be filmed. */
  readonly protect?: boolean;
  /** Without a sound; default false. */
  readonly silent?: boolean;
  /**
   * Lets Telegram fetch and show a preview of the first link; default false, since the site of the link would see
   * the fetch, and a preview can show what the message itself does not say.
   */
  readonly linkPreview?: boolean;
  /** Sends above the free rate, for Stars. Only when the limiter says so. */
  readonly paid?: boolean;
}

/** The parameters of sendMessage that we use (Bot API 10.3, November 2026). */
export interface SendMessageParams extends Record<string, unknown> {
  readonly chat_id: number;
  readonly text: string;
  readonly entities?: RenderedMessage['entities'];
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly InlineButton[])[] };
  readonly link_preview_options: { readonly is_disabled: boolean };
  readonly protect_content?: true;
  readonly disable_notification?: true;
  readonly allow_paid_broadcast?: true;
}

type InlineButton =
  | { readonly text: string; readonly callback_data: string }
  | { readonly text: string; readonly url: string };

/** The parameters that send `message` to a chat. Pure; checks no lengths, which is the renderer's part. */
export function sendMessageParams(
  chatId: number,
  message: RenderedMessage,
  options: MessageOptions = {},
): SendMessageParams {
  return {
    chat_id: chatId,
    text: message.text,
    ...(message.entities.length > 0 ? { entities: message.entities } : {}),
    ...(message.buttons.length > 0
      ? { reply_markup: { inline_keyboard: message.buttons.map((row) => row.map(inlineButton)) } }
      : {}),
    link_preview_options: { is_disabled: options.linkPreview !== true },
    ...(options.protect ? { protect_content: true } : {}),
    ...(options.silent ? { disable_notification: true } : {}),
    ...(options.paid ? { allow_paid_broadcast: true } : {}),
  };
}

function inlineButton(button: RenderedMessage['buttons'][number][number]): InlineButton {
  return 'url' in button
    ? { text: button.text, url: button.url }
    : { text: button.text, callback_data: button.data };
}
