import { broken, type Opened } from '../../crypto/opened.ts';
import type { Opener } from '../../crypto/seal.ts';
import { binding } from '../../domain/bindings.ts';
import type { Access, Holder } from '../../domain/network.ts';
import type { ContactRow, SealedAccountRow } from './job.ts';

/** Whose an account is by what is approved. */
export function holderOf({ remoteId, capabilities: { server } }: SealedAccountRow): Holder {
  return server === undefined ? { remoteId } : { remoteId, server };
}

/** An account with its credentials, and whom of its contacts it is for, for one step. */
export function openAccess(
  opener: Opener,
  account: SealedAccountRow,
  contact: ContactRow | null,
): Opened<Access> {
  const credentials = open(opener, account.sealedCredentials, binding.accountCredentials(account.id));
  if (!credentials.ok) return credentials;
  // Of a contact that has ended nothing is left to open; what was sent to it may still be looked for or taken back.
  const access = { accountId: account.id, credentials: credentials.value, remoteId: account.remoteId };
  if (contact === null || contact.state !== 'active') return { ok: true, value: access };
  const reached = open(opener, contact.sealed, binding.contact(contact.id));
  if (!reached.ok) return reached;
  const { address, token } = reached.value;
  if (address === undefined || token === undefined) return broken('format');
  return { ok: true, value: { ...access, contact: { address, token } } };
}

function open(opener: Opener, sealed: Uint8Array | null, bound: string): Opened<Access['credentials']> {
  if (sealed === null) return broken('format');
  const opened = opener.open(sealed, bound);
  if (!opened.ok) return opened;
  const value = parse(Buffer.from(opened.value).toString('utf8'));
  return value === null ? broken('format') : { ok: true, value };
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
