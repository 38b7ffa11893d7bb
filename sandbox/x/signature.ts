import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an `Authorization` header by OAuth 1.0a says; null for what is none. */
export function readAuthorization(header: string | undefined): ReadonlyMap<string, string> | null {
  if (!header?.startsWith('OAuth ')) return null;
  const said = new Map<string, string>();
  for (const piece of header.slice(6).split(',')) {
    const [, name, value] = /^\s*(oauth_\w+)="([^"]*)"\s*$/.exec(piece) ?? [];
    if (name === undefined || value === undefined || said.has(name)) return null;
    said.set(name, decodeURIComponent(value));
  }
  return said;
}

/** RFC 5849, 3.6, byte by byte: letters, digits and four signs stand as they are. */
function percent(text: string): string {
  let out = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const sign = String.fromCharCode(byte);
    out += /[A-Za-z0-9._~-]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** Whether a request was signed with these secrets (RFC 5849, 3.4); shares no code with who signs. */
export function isSigned(
  method: string,
  url: URL,
  said: ReadonlyMap<string, string>,
  secrets: { readonly consumer: string; readonly token: string },
): boolean {
  const pairs: [string, string][] = [];
  for (const [name, value] of said)
    if (name !== 'oauth_signature') pairs.push([percent(name), percent(value)]);
  for (const [name, value] of url.searchParams) pairs.push([percent(name), percent(value)]);
  pairs.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const list = pairs.map((pair) => pair.join('=')).join('&');
  const base = `${method.toUpperCase()}&${percent(url.origin + url.pathname)}&${percent(list)}`;
  const wanted = createHmac('sha1', `${percent(secrets.consumer)}&${percent(secrets.token)}`)
    .update(base)
    .digest();
  const given = Buffer.from(said.get('oauth_signature') ?? '', 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
