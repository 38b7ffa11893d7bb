import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGraphemes } from '../../../src/domain/text/characters.ts';
import { countBluesky } from '../../../src/domain/text/count-bluesky.ts';
import { countMastodon } from '../../../src/domain/text/count-mastodon.ts';
import { countX } from '../../../src/domain/text/count-x.ts';
import { splitThread, THREAD_MAX } from '../../../src/domain/text/thread.ts';
import { word } from './scripts.ts';

const blanks = /\s+/gu;

/** Splits by a count of a whole text, as the networks do. */
function split(text: string, limit: number, count: (text: string) => number) {
  return splitThread(text, (start, end, number) => count(text.slice(start, end) + number) <= limit);
}

const glue = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  '. ',
  '؟ ',
  '! ',
  '\n',
  '\n\n',
  ', ',
  '。',
  ' https://a.example/b?c=1 ',
);
const prose = fc
  .array(fc.tuple(word, glue), { minLength: 1, maxLength: 120 })
  .map((pairs) => pairs.flat().join(''));

describe('a thread', () => {
  test.each([
    ['graphemes', 60, countGraphemes],
    ['Mastodon', 60, (text: string) => countMastodon(text, 23)],
    ['bytes', 120, (text: string) => countBluesky(text).bytes],
    ['X', 60, countX],
  ] as const)('loses no character by %s, and every part fits', (_, limit, count) => {
    fc.assert(
      fc.property(prose, (text) => {
        const thread = split(text, limit, count);
        if (!thread.ok) return;
        const parts = thread.parts.map(({ start, end }) => text.slice(start, end));
        expect(parts.join('').replace(blanks, '')).toBe(text.replace(blanks, ''));
        for (const { start, end, number } of thread.parts) {
          expect(count(text.slice(start, end) + number)).toBeLessThanOrEqual(limit);
          expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/su);
        }
        const numbers = thread.parts.map(({ number }) => number);
        const total = parts.length;
        expect(numbers).toEqual(
          total < 2 ? numbers.map(() => '') : numbers.map((_, i) => ` (${i + 1}/${total})`),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('never ends a part within an address', () => {
    const text = `${'word '.repeat(20)}https://a.example/${'x'.repeat(60)}?b=1 ${'word '.repeat(20)}`;
    const thread = split(text, 100, (part) => part.length);
    expect(thread.ok && thread.parts.some(({ start, end }) => text.slice(start, end).includes('?b=1'))).toBe(
      true,
    );
    expect(
      thread.ok && thread.parts.filter(({ start, end }) => text.slice(start, end).includes('https')).length,
    ).toBe(1);
  });

  test('ends at the end of a sentence where one is near', () => {
    const text = 'The court sat. The verdict was moved to the morning. Observers came too late.';
    const thread = split(text, 60, (part) => part.length);
    expect(
      thread.ok && thread.parts.map(({ start, end, number }) => text.slice(start, end) + number),
    ).toEqual([
      'The court sat. The verdict was moved to the morning. (1/2)',
      'Observers came too late. (2/2)',
    ]);
  });

  test('refuses a word that is longer than a part, and names it', () => {
    expect(split(`Before ${'x'.repeat(6000)} after`, 500, (part) => part.length)).toEqual({
      ok: false,
      fault: 'word',
      word: 'x'.repeat(6000),
    });
  });

  test('refuses more parts than anybody reads', () => {
    expect(split('word '.repeat(2000), 30, (part) => part.length)).toEqual({ ok: false, fault: 'parts' });
    const most = split('word '.repeat(THREAD_MAX * 4), 30, (part) => part.length);
    expect(most.ok && most.parts.length).toBe(THREAD_MAX);
  });

  test('parts a text that is written without blanks between its words', () => {
    const text = '法廷は明日の朝に開かれます裁判は延期されました'.repeat(4);
    const thread = split(text, 40, countGraphemes);
    expect(thread.ok && thread.parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  });
});
