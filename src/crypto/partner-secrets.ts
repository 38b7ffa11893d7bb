import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { aad } from './aad.ts';
import { decrypt, encrypt, GCM_NONCE_BYTES } from './aes-gcm.ts';

/** Whose secret it is. */
export type SecretIds = { readonly partner: string; readonly secret: string };

/**
 * Keeps the secrets with which partners sign: in the database they lie encrypted, each bound to its row. To verify an
 * HMAC takes the secret itself, so a hash will not do.
 */
export type PartnerSecrets = {
  seal(secret: Uint8Array, ids: SecretIds): Uint8Array;
  /** Null for what was sealed under another key, bound to another row, or changed. */
  open(sealed: Uint8Array, ids: SecretIds): Uint8Array | null;
};

/*
 *   version 1 | nonce 12 | ciphertext | tag 16
 *
 * The nonce is random: a campaign has some partners and each a few secrets, where 2^32 would be many.
 */
const VERSION = 1;
const BODY_AT = 1 + GCM_NONCE_BYTES;

/**
 * The web role's key for this as a key file of an earlier version gives it: made of the bot's inbox key by HKDF, so that it
 * opens what was kept then and leads back to nothing else. Newer files have one that was made for it.
 */
export function partnerSecretsKey(inbox: KeyObject): KeyObject {
  return createSecretKey(
    new Uint8Array(hkdfSync('sha256', inbox, new Uint8Array(), 'bray partner secrets 1', 32)),
  );
}

/** Partners' secrets under this key; each is bound to its row. */
export function createPartnerSecrets(key: KeyObject): PartnerSecrets {
  const boundTo = ({ partner, secret }: SecretIds): Buffer =>
    Buffer.from(aad('partner-secret', partner, secret), 'utf8');
  return {
    seal(secret, ids) {
      const nonce = randomBytes(GCM_NONCE_BYTES);
      return Buffer.concat([Buffer.of(VERSION), nonce, encrypt(key, nonce, secret, boundTo(ids))]);
    },
    open(sealed, ids) {
      if (sealed.length < BODY_AT || sealed[0] !== VERSION) return null;
      return decrypt(key, sealed.subarray(1, BODY_AT), sealed.subarray(BODY_AT), boundTo(ids));
    },
  };
}
