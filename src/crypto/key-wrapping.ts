import { createSecretKey, type KeyObject, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { canonicalJson, type JsonValue } from '../domain/canonical.ts';
import { decrypt, encrypt, GCM_NONCE_BYTES } from './aes-gcm.ts';

/*
 * A key ring under a passphrase: scrypt, then AES-256-GCM with the parameters as AAD. N = 2^17, r = 8, p = 1
 * takes 128 MiB and about half a second for each guess (the minimum of OWASP's Password Storage Cheat Sheet, as
 * quoted in RustCrypto/password-hashes#388, read November 2026).
 */
const DEFAULT_KDF = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1 } as const;
const SALT_BYTES = 16;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** The limits keep a forged file from taking all memory, or from making guessing cheap. */
export const wrappedRing = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z.literal([2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18, 2 ** 19, 2 ** 20]),
    r: z.literal(8),
    p: z.literal(1),
    salt: base64url,
  }),
  nonce: base64url,
  sealed: base64url,
});

export type WrappedRing = z.infer<typeof wrappedRing>;

/** Code points; shorter ones are guessed however slow a guess is. */
export const PASSPHRASE_MIN = 12;

/** True when a passphrase is long enough to protect a key file. */
export function isLongEnough(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC')].length >= PASSPHRASE_MIN;
}

/** Encrypts keys under a passphrase, with a salt and a nonce of their own each time. */
export async function wrap(plain: JsonValue, passphrase: string): Promise<WrappedRing> {
  const kdf = { ...DEFAULT_KDF, salt: randomBytes(SALT_BYTES).toString('base64url') };
  const nonce = randomBytes(GCM_NONCE_BYTES);
  const key = await deriveKey(passphrase, kdf);
  const sealed = encrypt(key, nonce, Buffer.from(canonicalJson(plain), 'utf8'), boundTo(kdf));
  return { kdf, nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') };
}

/** What was wrapped, or null when the passphrase is another one. */
export async function unwrap(wrapped: WrappedRing, passphrase: string): Promise<unknown> {
  const nonce = Buffer.from(wrapped.nonce, 'base64url');
  if (nonce.length !== GCM_NONCE_BYTES) return null;
  const key = await deriveKey(passphrase, wrapped.kdf);
  const plain = decrypt(key, nonce, Buffer.from(wrapped.sealed, 'base64url'), boundTo(wrapped.kdf));
  return plain === null ? null : JSON.parse(plain.toString('utf8'));
}

const scryptBytes = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** NFKC: the same passphrase typed on another keyboard or system gives the same bytes. */
async function deriveKey(passphrase: string, kdf: WrappedRing['kdf']): Promise<KeyObject> {
  const { N, r, p } = kdf;
  const salt = Buffer.from(kdf.salt, 'base64url');
  // scrypt needs 128 * N * r bytes; Node refuses what comes near maxmem, so leave room.
  return createSecretKey(
    await scryptBytes(passphrase.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r }),
  );
}

function boundTo(kdf: WrappedRing['kdf']): Buffer {
  return Buffer.from(`bray key file 1\n${canonicalJson(kdf)}`, 'utf8');
}
