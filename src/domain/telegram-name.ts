/**
 * Reads the public name of a bot or a channel in Telegram, as people write it: `@name`, `name` or `https://t.me/name`.
 * Answers it without the `@`; null for what cannot be one. Names have 5 to 32 Latin letters, digits and underscores, and
 * those of bots end in `bot` (core.telegram.org/method/bots.checkUsername, read December 2026).
 */
export function parseTelegramName(text: string, of: 'bot' | 'channel'): string | null {
  const name = text.trim().replace(/^(?:@|(?:https:\/\/)?t\.me\/)/i, '');
  if (!/^[a-z][a-z0-9_]{4,31}$/i.test(name)) return null;
  return of === 'bot' && !/bot$/i.test(name) ? null : name;
}
