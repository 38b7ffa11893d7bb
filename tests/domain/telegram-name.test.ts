import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTelegramName } from '../../src/domain/telegram-name.ts';

test('a public name in Telegram is read however people write it, and nothing else is', () => {
  for (const written of ['bray_bot', '@bray_bot', 't.me/bray_bot', 'https://t.me/bray_bot', ' @bray_bot ']) {
    expect(parseTelegramName(written, 'bot')).toBe('bray_bot');
  }
  expect(parseTelegramName('@bray_news', 'channel')).toBe('bray_news');
  for (const bad of [
    '',
    '@',
    'bray',
    '9bray_bot',
    'bray-bot',
    'https://evil.example/bray_bot',
    '@a b c d bot',
  ]) {
    expect(parseTelegramName(bad, 'bot')).toBeNull();
  }
  expect(parseTelegramName('bray_news', 'bot')).toBeNull();
  expect(parseTelegramName('b'.repeat(33), 'channel')).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseTelegramName(text, 'channel') ?? 'a_name').toMatch(/^[A-Za-z][A-Za-z0-9_]{4,31}$/);
    }),
  );
});
