import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBluesky } from '../../src/domain/text/count-bluesky.ts';
import { randomPost } from '../networks/random-post.ts';
import { call, createAccount, startBluesky } from './bluesky.ts';
import { blueskyRuns } from './given.ts';

/** Texts at the limit, one character more and one fewer: there a count that differs shows. */
const GRAPHEMES = [299, 300, 301] as const;
/** `RANDOM_POSTS=10000` for a long run; a server needs some 10 ms for each. */
const numRuns = Number(process.env.RANDOM_POSTS ?? 300);

test.runIf(blueskyRuns)('a text fits when the server itself takes it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bray-real-'));
  const server = await startBluesky(folder);
  const { did, token } = await createAccount(server, 'counts');
  const takes = async (text: string) => {
    const record = { $type: 'app.bsky.feed.post', text, createdAt: '2009-11-11T06:30:00Z' };
    const body = { repo: did, collection: 'app.bsky.feed.post', record };
    return (await call(server.url, 'repo.createRecord', body, token)).status === 200;
  };
  try {
    await fc.assert(
      fc.asyncProperty(randomPost, fc.constantFrom(...GRAPHEMES), async (given, length) => {
        const text = padded(given, length);
        const { graphemes, bytes } = countBluesky(text);
        expect(await takes(text)).toBe(graphemes <= 300 && bytes <= 3000);
      }),
      { numRuns },
    );
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The text again and again, cut to so many of what readers see as characters. */
function padded(text: string, length: number): string {
  const segments = [...new Intl.Segmenter().segment(`${text} `.repeat(length))];
  return segments
    .slice(0, length)
    .map(({ segment }) => segment)
    .join('');
}
