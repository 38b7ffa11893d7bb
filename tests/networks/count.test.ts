import { AppBskyFeedPost } from '@atproto/api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters } from '../../sandbox/mastodon/count.ts';
import { countBluesky } from '../../src/domain/text/count-bluesky.ts';
import { countMastodon } from '../../src/domain/text/count-mastodon.ts';
import { word } from '../domain/text/scripts.ts';

/** What networks count in ways of their own, among words of twelve scripts. */
const special = fc.constantFrom(
  'https://example.org/a/long/path?with=query',
  'http://example.com',
  '(https://example.net/x_(y))',
  'https://example.org/end.',
  'example.org',
  '@ann@social.example',
  '@ann',
  'ann@mail.example',
  '#tag',
  '10:30',
);
const text = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: word }, special), fc.constantFrom(' ', ' ', '\n', ', ')), {
    minLength: 1,
    maxLength: 30,
  })
  .map((pairs) => pairs.flat().join('').trim());

/** `RANDOM_POSTS=100000` for a long run. */
const numRuns = Number(process.env.RANDOM_POSTS ?? 300);

describe('a text is as long as the server finds it', () => {
  test('Mastodon, by a count that shares no code', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(countMastodon(given, 23)).toBe(countCharacters(given, 23));
      }),
      { numRuns },
    );
  });

  test('Bluesky, by its lexicon', () => {
    const fits = (given: string) =>
      AppBskyFeedPost.validateRecord({
        $type: 'app.bsky.feed.post',
        text: given,
        createdAt: '2009-11-11T06:30:00Z',
      }).success;
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 12 }), (given, times) => {
        const long = `${given} `.repeat(times);
        const { graphemes, bytes } = countBluesky(long);
        expect(fits(long)).toBe(graphemes <= 300 && bytes <= 3000);
      }),
      { numRuns },
    );
  });
});
