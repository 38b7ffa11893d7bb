import { countGraphemes } from './characters.ts';
import { countBytes } from './count-bytes.ts';

/** How long Bluesky finds a text: 300 grapheme clusters and 3000 bytes at most (lexicon app.bsky.feed.post, PDS 0.5.35, November 2026). */
export function countBluesky(text: string): { readonly graphemes: number; readonly bytes: number } {
  return { graphemes: countGraphemes(text), bytes: countBytes(text) };
}
