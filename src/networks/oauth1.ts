import { createHmac, randomUUID } from 'node:crypto';

/** An application's keys and those that somebody gave it for an account. */
export interface OAuth1Keys {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/**
 * The `Authorization` header of a request by OAuth 1.0a with HMAC-SHA1 (RFC 5849, section 3). What stands in the address
 * is signed; a body never is: X takes JSON and multipart forms only, which the signature leaves out.
 */
export function signOAuth1(
  { method, url }: { readonly method: string; readonly url: URL },
  keys: OAuth1Keys,
  {
    now,
    nonce = randomUUID().replaceAll('-', ''),
  }: { readonly now: Temporal.Instant; readonly nonce?: string },
): string {
  const own: readonly (readonly [string, string])[] = [
    ['oauth_consumer_key', keys.consumerKey],
    ['oauth_nonce', nonce],
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', String(Math.floor(now.epochMilliseconds / 1000))],
    ['oauth_token', keys.accessToken],
    ['oauth_version', '1.0'],
  ];
  const signed = [...own, ...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const base = [method, `${url.origin}${url.pathname}`, signed].map(encode).join('&');
  const secret = `${encode(keys.consumerSecret)}&${encode(keys.accessSecret)}`;
  const signature = createHmac('sha1', secret).update(base).digest('base64');
  const header = [...own, ['oauth_signature', signature] as const];
  return `OAuth ${header.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(', ')}`;
}

/** As RFC 5849, section 3.6, encodes: more than `encodeURIComponent` does. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
