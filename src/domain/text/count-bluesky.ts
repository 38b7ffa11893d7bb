import { countGraphemes } from './characters.ts';

const utf8 = new TextEncoder();

/** How long Bluesky finds a text: 300 grapheme clusters and 3000 bytes at most (lexicon app.bsky.feed.post, PDS 0.5.35, November 2026). */
export function countBluesky(text: string): { readonly graphemes: number; readonly bytes: number } {
  return { graphemes: countGraphemes(text), bytes: countBytes(text) };
}

/** Bytes of UTF-8. */
export function countBytes(text: string): number {
  return utf8.encode(text).length;
}
