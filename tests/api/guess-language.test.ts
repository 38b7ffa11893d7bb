import { expect, test } from 'vitest';
import { guessLanguage } from '../../src/api/guess-language.ts';

test.each([
  ['az,en;q=0.8', 'az'],
  ['pt-BR, fa-IR;q=0.7, en;q=0.9', 'en'],
  ['de;q=0.1,tr-TR;q=0.2', 'tr'],
  ['fr;q=0, ru;q=0.5', 'ru'],
  ['FA', 'fa'],
  ['*', 'en'],
  ['zh, ja', 'en'],
  ['az;q=nonsense,', 'az'],
  [undefined, 'en'],
])('of %s it is %s', (accepted, language) => {
  expect(guessLanguage(accepted)).toBe(language);
});
