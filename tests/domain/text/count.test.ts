import { describe, expect, test } from 'vitest';
import { countBluesky } from '../../../src/domain/text/count-bluesky.ts';
import { countMastodon } from '../../../src/domain/text/count-mastodon.ts';
import { countX } from '../../../src/domain/text/count-x.ts';

describe('how long a text is found', () => {
  test.each([
    ['The court sat.', 14],
    ['https://example.org', 23],
    [`see https://example.org/${'x'.repeat(300)}.`, 4 + 23 + 1],
    ['example.org is no address without its scheme', 44],
    ['@ann@social.example was there', 4 + 10],
    ['mail ann@social.example', 23],
    ['👨‍👩‍👧‍👦🇦🇿', 2],
    ['e\u0301te\u0301', 3],
    ['دادگاه', 6],
  ])('by Mastodon: %s', (text, length) => {
    expect(countMastodon(text, 23)).toBe(length);
  });

  test("by a server of Mastodon's API that counts addresses in full", () => {
    expect(countMastodon('https://example.org/path', null)).toBe(24);
  });

  test.each([
    ['The court sat.', 14, 14],
    ['👨‍👩‍👧‍👦', 1, 25],
    ['məhkəmə', 7, 10],
    ['دادگاه', 6, 12],
  ])('by Bluesky: %s', (text, graphemes, bytes) => {
    expect(countBluesky(text)).toEqual({ graphemes, bytes });
  });

  test.each([
    ['The court sat.', 14],
    ['example.org', 23],
    ['https://example.org/long/path?with=query', 23],
    ['裁判', 4],
    ['👨‍👩‍👧‍👦', 2],
    ['دادگاه', 6],
  ])('by X: %s', (text, length) => {
    expect(countX(text)).toBe(length);
  });
});
