import {
  createHash,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { canonicalJson, type JsonValue } from '../domain/canonical.ts';

/** What a signature is for; it is signed along, so that one made for a purpose is none for another. */
export type SigningPurpose = 'approval' | 'message' | 'audit-head' | 'staff-key' | 'public-record';

/** An Ed25519 private key. */
export type SigningKey = { readonly id: string; readonly key: KeyObject };

/** An Ed25519 public key. `id`: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes. */
export type VerifyingKey = { readonly id: string; readonly key: KeyObject };

/** Throws a TypeError for a key that is not an Ed25519 private key. */
export function signingKey(key: KeyObject): SigningKey {
  if (key.type !== 'private') throw new TypeError('not a private key');
  return { id: verifyingKey(createPublicKey(key)).id, key };
}

/** Throws a TypeError for a key that is not an Ed25519 public key. */
export function verifyingKey(key: KeyObject): VerifyingKey {
  const { x } = key.export({ format: 'jwk' });
  if (key.type !== 'public' || key.asymmetricKeyType !== 'ed25519' || x === undefined) {
    throw new TypeError('not an Ed25519 public key');
  }
  return { id: createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16), key };
}

/** The public half of a signing key. */
export function verifyingHalf(key: SigningKey): VerifyingKey {
  return { id: key.id, key: createPublicKey(key.key) };
}

/** The 64-byte Ed25519 signature over the purpose and the canonical JSON of the value. */
export function sign(key: SigningKey, purpose: SigningPurpose, value: JsonValue): Uint8Array {
  return signBytes(null, signedBytes(purpose, value), key.key);
}

/** True when the signature was made by the key's other half, for this purpose, over this very value. */
export function verify(
  key: VerifyingKey,
  purpose: SigningPurpose,
  value: JsonValue,
  signature: Uint8Array,
): boolean {
  return signature.length === 64 && verifyBytes(null, signedBytes(purpose, value), key.key, signature);
}

function signedBytes(purpose: SigningPurpose, value: JsonValue): Buffer {
  return Buffer.from(`bray ${purpose} 1\n${canonicalJson(value)}`, 'utf8');
}
