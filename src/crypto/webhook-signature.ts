import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/*
 * Signatures of webhooks, those that come in and those that go out, by the Standard Webhooks specification 1.0.0
 * (standardwebhooks.com, read November 2026): HMAC-SHA256 over `id.timestamp.body` in base64 after `v1,`; several may stand in the header, put apart by a
 * blank, while a secret is being changed. Its own package reads the machine's clock and cannot be given another.
 */

const PREFIX = 'whsec_';
/** The specification asks for 24 to 64. */
const SECRET_BYTES = 32;

/** A new secret as a partner gets it: `whsec_` and base64. */
export function newWebhookSecret(): { readonly bytes: Uint8Array; readonly text: string } {
  const bytes = randomBytes(SECRET_BYTES);
  return { bytes, text: PREFIX + bytes.toString('base64') };
}

/** What a webhook's headers say, not yet believed. */
export interface WebhookHead {
  readonly id: string;
  /** In seconds since 1970. */
  readonly timestamp: number;
  /** The signatures of version 1. */
  readonly signatures: readonly Uint8Array[];
}

/** Reads the three headers; null when one is missing or has not the form that it must have. */
export function readWebhookHead(header: (name: string) => string | undefined): WebhookHead | null {
  const [id, timestamp, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(header);
  // Without a dot: what is signed is put together with dots, and must not be taken apart in two ways.
  if (id === undefined || !/^[A-Za-z0-9_:-]{1,128}$/.test(id)) return null;
  if (timestamp === undefined || !/^[1-9]\d{0,11}$/.test(timestamp)) return null;
  if (given === undefined || given.length > 2_000) return null;
  const signatures = given.split(' ').flatMap((one) => {
    const [version, text = ''] = one.split(',', 2);
    return version === 'v1' ? [Buffer.from(text, 'base64')] : [];
  });
  return signatures.length === 0 ? null : { id, timestamp: Number(timestamp), signatures };
}

/** Whether one of the signatures was made over this very body with one of the secrets. */
export function isSignedBy(head: WebhookHead, body: Uint8Array, secrets: readonly Uint8Array[]): boolean {
  // Every pair is compared, so that the time tells nothing of which fitted.
  let found = false;
  for (const secret of secrets) {
    const wanted = sign(head, body, secret);
    for (const given of head.signatures) {
      if (given.length === wanted.length && timingSafeEqual(given, wanted)) found = true;
    }
  }
  return found;
}

/** The headers by which another system knows that an event is ours; `secret` as it was handed over. */
export function signedHead(
  { id, timestamp }: Pick<WebhookHead, 'id' | 'timestamp'>,
  body: Uint8Array,
  secret: string,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = Buffer.from(sign({ id, timestamp }, body, key)).toString('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}

function sign(
  { id, timestamp }: Pick<WebhookHead, 'id' | 'timestamp'>,
  body: Uint8Array,
  secret: Uint8Array,
): Uint8Array {
  return createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest();
}
