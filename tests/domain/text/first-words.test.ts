import { expect, test } from 'vitest';
import { firstWords } from '../../../src/domain/text/first-words.ts';

test('a line that fits stays as it is, and one that does not ends after a whole word', () => {
  expect(firstWords('The court sat.', 'en', 14)).toBe('The court sat.');
  expect(firstWords('The court sat.', 'en', 13)).toBe('The court…');
  expect(firstWords('The court sat.', 'en', 9)).toBe('The…');
});

test('a first word that is too long is cut between characters', () => {
  expect(firstWords('𐤀𐤁𐤂𐤃', 'en', 3)).toBe('𐤀𐤁…');
  expect(firstWords('Gerichtsverhandlung', 'de', 8)).toBe('Gericht…');
});
