import type { Opener } from '../../crypto/seal.ts';
import { binding } from '../../domain/bindings.ts';
import type { Access } from '../../domain/network.ts';
import type { AccountRow } from '../accounts/find.ts';

/** An account with its credentials, for one step; null when they do not open: changed by hand, or sealed to another key. */
export function openAccess(opener: Opener, account: AccountRow): Access | null {
  if (account.sealedCredentials === null) return null;
  const opened = opener.open(account.sealedCredentials, binding.accountCredentials(account.id));
  if (!opened.ok) return null;
  const credentials = parse(Buffer.from(opened.value).toString('utf8'));
  return credentials === null ? null : { accountId: account.id, credentials };
}

/** Whoever has the public key can seal anything: what opens need not be what we would have written. */
function parse(json: string): Access['credentials'] | null {
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null) return null;
    const entries = Object.entries(read);
    return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
      ? Object.fromEntries(entries)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
