import { createHash, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { aad } from './aad.ts';
import { decrypt, encrypt, GCM_NONCE_BYTES } from './aes-gcm.ts';

/** Closes an answer that is kept, and opens it again for the one who was given it. */
export interface AnswerSeal {
  seal(answer: string, requestId: string): Uint8Array;
  /** Null for what was sealed for somebody else, of another request, or changed. */
  open(sealed: Uint8Array, requestId: string): string | null;
}

/*
 *   version 1 | nonce 12 | ciphertext | tag 16
 *
 * One answer is sealed under each key, which is made anew for each pair of token and idempotency key.
 */
const VERSION = 1;
const BODY_AT = 1 + GCM_NONCE_BYTES;

/**
 * An answer can hold what is shown only once, such as a partner's secret. Its key is made of the bearer token, of which
 * the database knows the hash alone: who has the database, or a copy of it, reads no answer.
 */
export function createAnswerSeal(token: string, idempotencyKey: string): AnswerSeal {
  const salt = createHash('sha256').update(idempotencyKey, 'utf8').digest();
  const key = createSecretKey(new Uint8Array(hkdfSync('sha256', token, salt, 'bray kept answer 1', 32)));
  const boundTo = (requestId: string) => Buffer.from(aad('kept-answer', requestId), 'utf8');
  return {
    seal(answer, requestId) {
      const nonce = randomBytes(GCM_NONCE_BYTES);
      const body = encrypt(key, nonce, Buffer.from(answer, 'utf8'), boundTo(requestId));
      return Buffer.concat([Buffer.of(VERSION), nonce, body]);
    },
    open(sealed, requestId) {
      if (sealed.length < BODY_AT || sealed[0] !== VERSION) return null;
      const plain = decrypt(key, sealed.subarray(1, BODY_AT), sealed.subarray(BODY_AT), boundTo(requestId));
      return plain?.toString('utf8') ?? null;
    },
  };
}
