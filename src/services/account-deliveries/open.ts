import type { Opener } from '../../crypto/seal.ts';
import { binding } from '../../domain/bindings.ts';
import type { Access, Holder } from '../../domain/network.ts';
import type { ContactRow, SealedAccountRow } from './job.ts';

/** Whose an account is by what is approved. */
export function holderOf({ remoteId, capabilities: { server } }: SealedAccountRow): Holder {
  return server === undefined ? { remoteId } : { remoteId, server };
}

/**
 * An account with its credentials, and whom of its contacts it is for, for one step; null when they do not open: changed
 * by hand, or sealed to another key.
 */
export function openAccess(
  opener: Opener,
  account: SealedAccountRow,
  contact: ContactRow | null,
): Access | null {
  const credentials = open(opener, account.sealedCredentials, binding.accountCredentials(account.id));
  if (credentials === null) return null;
  // Of a contact that has ended nothing is left to open; what was sent to it may still be looked for or taken back.
  const access = { accountId: account.id, credentials, remoteId: account.remoteId };
  if (contact === null || contact.state !== 'active') return access;
  const { address, token } = open(opener, contact.sealed, binding.contact(contact.id)) ?? {};
  if (address === undefined || token === undefined) return null;
  return { ...access, contact: { address, token } };
}

function open(opener: Opener, sealed: Uint8Array | null, bound: string): Access['credentials'] | null {
  if (sealed === null) return null;
  const opened = opener.open(sealed, bound);
  return opened.ok ? parse(Buffer.from(opened.value).toString('utf8')) : null;
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
