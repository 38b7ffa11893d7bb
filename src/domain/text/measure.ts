/**
 * The longest text of a message, in UTF-16 units after entities (Bot API 10.3, sendMessage, November 2026). The server
 * counts code points; UTF-16 units are never fewer, so that a text within the limit is within it on either count.
 */
export const TELEGRAM_TEXT_MAX = 4096;

/** The longest caption of a photo or document, counted like a text (Bot API 10.3, sendPhoto, November 2026). */
export const TELEGRAM_CAPTION_MAX = 1024;
