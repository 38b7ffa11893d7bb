/** Where staff sign in. Passkeys are bound to its domain: they work at no other. */
export interface StaffSite {
  /** As browsers name it, e.g. `https://staff.bray.example.org`. */
  readonly origin: string;
  /** The domain that passkeys are bound to (the relying party's id of WebAuthn, Level 3). */
  readonly rpId: string;
}

/**
 * Reads the address of the staff site; null for what cannot be one. It is an origin and nothing more: https, and
 * plain http on `localhost` only, which browsers count as secure. An address in numbers has no passkeys.
 */
export function parseStaffSite(text: string): StaffSite | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin, pathname, search, hash, username, password } = new URL(text);
  if (pathname !== '/' || search + hash + username + password !== '') return null;
  const local = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (protocol !== 'https:' && !(protocol === 'http:' && local)) return null;
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return null;
  if (!local && !hostname.includes('.')) return null;
  return { origin, rpId: hostname };
}
