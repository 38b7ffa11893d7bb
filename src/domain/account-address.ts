import type { NetworkName } from './network.ts';

/**
 * Where everybody sees an account, from its name and what its network knows it by; null where there is no such page: a
 * list of contacts, a channel without a public name.
 */
export function accountAddress(account: {
  readonly network: NetworkName;
  readonly handle: string;
  readonly remoteId: string;
}): string | null {
  const name = account.handle.replace(/^@/, '');
  switch (account.network) {
    case 'mastodon': {
      const [user = '', host = ''] = name.split('@');
      return user === '' || host === '' ? null : `https://${host}/@${user}`;
    }
    case 'bluesky':
      return `https://bsky.app/profile/${name}`;
    case 'x':
      return `https://x.com/${name}`;
    case 'telegram':
      return account.handle.startsWith('@') ? `https://t.me/${name}` : null;
    case 'facebook':
      return `https://www.facebook.com/${account.remoteId}`;
    case 'wordpress':
      return /^https?:\/\//.test(name) ? name : `https://${name}`;
    case 'email':
      return null;
  }
}
