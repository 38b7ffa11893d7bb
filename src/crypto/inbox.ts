import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { aad } from './aad.ts';
import { decrypt, encrypt, GCM_NONCE_BYTES } from './aes-gcm.ts';
import { broken, type Opened } from './opened.ts';

/** Which update it is: Telegram's update ids are unique per bot, for about a week. */
export type UpdateIds = { readonly bot: string; readonly updateId: number };

/** Keeps incoming updates unreadable between their arrival and their handling, for the bot role only. */
export type Inbox = {
  seal(update: Uint8Array | string, ids: UpdateIds): Uint8Array;
  open(sealed: Uint8Array, ids: UpdateIds): Opened<Uint8Array>;
};

/*
 *   version 1 | salt 16 | nonce 12 | ciphertext | tag 16
 *
 * Each update has its own key, HMAC-SHA256(inbox key, version | salt): with a random nonce alone the inbox key
 * would have to be changed after 2^32 updates, which somebody who floods the bot could bring about.
 */
const VERSION = 1;
const SALT_BYTES = 16;
const NONCE_AT = 1 + SALT_BYTES;
const BODY_AT = NONCE_AT + GCM_NONCE_BYTES;

/** An inbox under this key. `former`: keys before it, to which nothing is sealed any more and which still open. */
export function createInbox(key: KeyObject, former: readonly KeyObject[] = []): Inbox {
  const messageKey = (inboxKey: KeyObject, prefix: Uint8Array): KeyObject =>
    createSecretKey(createHmac('sha256', inboxKey).update('bray inbox ').update(prefix).digest());
  const boundTo = (ids: UpdateIds): Buffer => Buffer.from(aad('update', ids.bot, ids.updateId), 'utf8');

  return {
    seal(update, ids) {
      const prefix = Buffer.concat([Buffer.of(VERSION), randomBytes(SALT_BYTES)]);
      const nonce = randomBytes(GCM_NONCE_BYTES);
      const plain = typeof update === 'string' ? Buffer.from(update, 'utf8') : update;
      return Buffer.concat([prefix, nonce, encrypt(messageKey(key, prefix), nonce, plain, boundTo(ids))]);
    },
    open(sealed, ids) {
      if (sealed.length < BODY_AT || sealed[0] !== VERSION) return broken('format');
      const nonce = sealed.subarray(NONCE_AT, BODY_AT);
      for (const one of [key, ...former]) {
        const own = messageKey(one, sealed.subarray(0, NONCE_AT));
        const plain = decrypt(own, nonce, sealed.subarray(BODY_AT), boundTo(ids));
        if (plain !== null) return { ok: true, value: plain };
      }
      return broken('altered');
    },
  };
}
