import { AppBskyFeedPost } from '@atproto/api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters } from '../../sandbox/mastodon/count.ts';
import { countBluesky } from '../../src/domain/text/count-bluesky.ts';
import { countMastodon } from '../../src/domain/text/count-mastodon.ts';
import { randomPost } from './random-post.ts';

/** `RANDOM_POSTS=100000` for a long run. */
const numRuns = Number(process.env.RANDOM_POSTS ?? 300);

describe('a text is as long as the server finds it', () => {
  test('Mastodon, by a count that shares no code', () => {
    fc.assert(
      fc.property(randomPost, (given) => {
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
      fc.property(randomPost, fc.integer({ min: 1, max: 12 }), (given, times) => {
        const long = `${given} `.repeat(times);
        const { graphemes, bytes } = countBluesky(long);
        expect(fits(long)).toBe(graphemes <= 300 && bytes <= 3000);
      }),
      { numRuns },
    );
  });
});
