import { expect, test } from 'vitest';
import { accountAddress } from '../../src/domain/account-address.ts';

test.each([
  ['mastodon', '@bray@example.org', 'example.org/1', 'https://example.org/@bray'],
  ['mastodon', '@bray', 'example.org/1', null],
  ['bluesky', '@bray.example.org', 'did:plc:abc', 'https://bsky.app/profile/bray.example.org'],
  ['x', '@bray', '12', 'https://x.com/bray'],
  ['telegram', '@bray', 'a1', 'https://t.me/bray'],
  ['telegram', 'Friends of the two', 'a1', null],
  ['facebook', 'Friends of the two', '123', 'https://www.facebook.com/123'],
  ['wordpress', 'blog.example.org/az', 'blog.example.org/7', 'https://blog.example.org/az'],
  ['email', 'press@example.org', 'press@example.org', null],
] as const)(
  'an account on %s called %s stands where everybody sees it',
  (network, handle, remoteId, address) => {
    expect(accountAddress({ network, handle, remoteId })).toBe(address);
  },
);
