import { expect, test } from 'vitest';
import { languages } from '../../src/domain/language.ts';
import { between } from '../../src/i18n/punctuation.ts';

test('two things are told apart by the signs of the language', () => {
  expect(between('en', 'comma') + between('en', 'semicolon')).toBe(', ; ');
  expect(between('fa', 'comma') + between('fa', 'semicolon')).toBe('\u060c \u061b ');
  for (const language of languages) expect(between(language, 'comma').endsWith(' ')).toBe(true);
});
