import type { TelegramStandIn } from '../../sandbox/telegram/stand-in.ts';

/** The newest message of a chat with a button that carries `data`; null when none has it. */
export function messageWithButton(standIn: TelegramStandIn, chat: number, data: string): number | null {
  const found = standIn
    .messages({ chat })
    .findLast((message) => buttonData(message.reply_markup).includes(data));
  return found === undefined ? null : Number(found.message_id);
}

/** What the buttons of an inline keyboard carry, row by row. */
export function buttonData(markup: unknown): string[] {
  if (typeof markup !== 'object' || markup === null || !('inline_keyboard' in markup)) return [];
  const { inline_keyboard: rows } = markup;
  if (!Array.isArray(rows)) return [];
  return rows
    .flat()
    .map((button: unknown) =>
      typeof button === 'object' && button !== null && 'callback_data' in button
        ? String(button.callback_data)
        : '',
    );
}
