import twitter from 'twitter-text';
import { countGraphemes } from './characters.ts';

/**
 * How long Mastodon finds a text, as its server counts (app/validators/status_length_validator.rb, read November 2026):
 * grapheme clusters; each web address that is written with its scheme counts `perAddress` characters, however long it is;
 * of `@name@server` the part up to the second at sign counts. GoToSocial counts addresses in full (its 0.20, seen
 * November 2026): what that refuses comes back as a refusal.
 */
export function countMastodon(text: string, perAddress: number | null): number {
  const addresses = perAddress === null ? [] : findAddresses(text);
  const placeholder = 'x'.repeat(perAddress ?? 0);
  let counted = '';
  let done = 0;
  for (const [from, to] of addresses) {
    counted += `${withoutServers(text.slice(done, from))}${placeholder}`;
    done = to;
  }
  return countGraphemes(counted + withoutServers(text.slice(done)));
}

function findAddresses(text: string): readonly (readonly [number, number])[] {
  return twitter
    .extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false })
    .map(({ indices }) => indices);
}

/** `MENTION_RE` of Mastodon's app/models/account.rb (4.5, read November 2026). */
const MENTION =
  /(?<![=/\p{L}\p{M}\p{N}_])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\p{L}\p{M}\p{N}_.-]+[\p{L}\p{M}\p{N}_]+/giu;

function withoutServers(text: string): string {
  return text.replace(MENTION, '@$1');
}
