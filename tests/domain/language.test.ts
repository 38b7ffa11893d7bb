import { expect, it } from 'vitest';
import {
  direction,
  fallbackChain,
  isLanguage,
  languages,
  matchLanguage,
  nativeName,
} from '../../src/domain/language.ts';

it('tries the reader’s own language first, and the source language last, each once', () => {
  for (const reader of languages) {
    for (const source of languages) {
      const chain = fallbackChain(reader, source);
      expect(chain[0]).toBe(reader);
      expect(chain).toContain(source);
      expect(new Set(chain).size).toBe(chain.length);
    }
  }
});

it('follows the stated order', () => {
  expect(fallbackChain('az', 'fa')).toEqual(['az', 'tr', 'ru', 'en', 'fa']);
  expect(fallbackChain('tr', 'ru')).toEqual(['tr', 'az', 'en', 'ru']);
  expect(fallbackChain('en', 'az')).toEqual(['en', 'az']);
  for (const reader of ['ru', 'fa', 'fr', 'de'] as const) {
    expect(fallbackChain(reader, 'az')).toEqual([reader, 'en', 'az']);
  }
});

it.each([
  ['az', 'az'],
  ['az-Latn', 'az'],
  ['en-GB', 'en'],
  ['fa-IR', 'fa'],
  ['pt_BR', 'en'],
  ['RU', 'ru'],
  ['constructor', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('guesses from Telegram’s %s the language %s', (code, language) => {
  expect(matchLanguage(code)).toBe(language);
});

it('knows its own codes only', () => {
  expect(isLanguage('fa')).toBe(true);
  expect(isLanguage('FA')).toBe(false);
  expect(isLanguage('toString')).toBe(false);
});

it('writes each name in its own script and direction', () => {
  expect(nativeName('fa')).toMatch(/^\p{Script=Arabic}+$/u);
  expect(nativeName('ru')).toMatch(/^\p{Script=Cyrillic}+$/u);
  expect(languages.filter((language) => direction(language) === 'rtl')).toEqual(['fa']);
});
