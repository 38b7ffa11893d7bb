import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';

/** The length of a nonce (NIST SP 800-38D: 96 bits). */
export const GCM_NONCE_BYTES = 12;

/** The length of what shows that nothing was altered, never shortened. */
export const GCM_TAG_BYTES = 16;

/** AES-256-GCM: ciphertext followed by the 16-byte tag. A nonce must never be used twice under one key. */
export function encrypt(key: KeyObject, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: GCM_TAG_BYTES });
  cipher.setAAD(aad);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plaintext, or null when key, nonce, ciphertext, tag or AAD is not the one it was encrypted with. */
export function decrypt(
  key: KeyObject,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Buffer | null {
  if (sealed.length < GCM_TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: GCM_TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - GCM_TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - GCM_TAG_BYTES));
  try {
    // GCM keeps nothing back: the end brings no bytes, and says whether those before are to be trusted.
    decipher.final();
    return plain;
  } catch {
    // OpenSSL's only failure here is a tag that does not match; its error says nothing more.
    return null;
  }
}
