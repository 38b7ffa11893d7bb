import {
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { decrypt, encrypt, GCM_NONCE_BYTES, GCM_TAG_BYTES } from './aes-gcm.ts';
import { broken, type Opened } from './opened.ts';
import { PADDING_STEP, pad, unpad } from './padding.ts';

/*
 * Sealing to a public key: whoever seals cannot open again. X25519 + HKDF-SHA256 + AES-256-GCM.
 *
 *   version 1 | key epoch 2 | ephemeral public key 32 | nonce 12 | ciphertext (padded) | tag 16
 *
 * The ephemeral key is one per sealer and hour, so that both sides do the curve operation once an hour and
 * everything else is AES. What that costs: a sealer's memory opens what it sealed within the hour, and rows
 * show which of them were sealed by the same process in the same hour. The header is authenticated with the
 * caller's AAD.
 *
 * The nonce is random, not counted: a counter would start again where a snapshot of a virtual machine is
 * resumed twice. With at most 2^20 sealings to an ephemeral key, two random nonces of 96 bits meet with a
 * chance below 2^-56 per key (NIST SP 800-38D, section 8.3, allows 2^32 at 2^-32).
 */

const VERSION = 1;
const KEY_BYTES = 32;
const EPOCH_AT = 1;
const EPHEMERAL_AT = EPOCH_AT + 2;
const NONCE_AT = EPHEMERAL_AT + KEY_BYTES;
const BODY_AT = NONCE_AT + GCM_NONCE_BYTES;

/** How long one ephemeral key serves, in milliseconds. */
const EPHEMERAL_LIFETIME_MS = 3_600_000;

/** After this many sealings a new ephemeral key is made, however young the old one is. */
const EPHEMERAL_USES = 2 ** 20;

/** The public half of a sealing key. `epoch` (1 to 65,535) tells apart the keys that followed each other. */
export type SealingPublicKey = { readonly epoch: number; readonly key: KeyObject };

/** The private half: whoever has it opens everything that was sealed in its epoch. */
export type SealingPrivateKey = { readonly epoch: number; readonly key: KeyObject };

/** What seals to the sender, and can open nothing. */
export type Sealer = {
  /**
   * Seals bytes, or a text as UTF-8. `aad` names what the bytes belong to, made of ids that never change: the
   * same `aad` must be given to open. Padded: the length shows only in steps of 32 bytes.
   */
  seal(plain: Uint8Array | string, aad: string): Uint8Array;
};

/** The sender's half. */
export type Opener = {
  /** Opens what was sealed to one of the opener's keys with the same `aad`. */
  open(sealed: Uint8Array, aad: string): Opened<Uint8Array>;
};

/** `monotonic`: a clock in milliseconds that never jumps (Clock.monotonic); it ends the ephemeral key's hour. */
export function createSealer(recipient: SealingPublicKey, time: { monotonic(): number }): Sealer {
  const recipientRaw = rawPublicKey(recipient.key);
  let current = newEphemeral();

  function newEphemeral() {
    const pair = generateKeyPairSync('x25519');
    const header = Buffer.alloc(NONCE_AT);
    header.writeUInt8(VERSION, 0);
    header.writeUInt16BE(recipient.epoch, EPOCH_AT);
    header.set(rawPublicKey(pair.publicKey), EPHEMERAL_AT);
    const key = deriveKey(pair.privateKey, recipient.key, header, recipientRaw);
    return { header, key, madeAt: time.monotonic(), uses: 0 };
  }

  return {
    seal(plain, aad) {
      const aged = time.monotonic() - current.madeAt >= EPHEMERAL_LIFETIME_MS;
      if (aged || current.uses >= EPHEMERAL_USES) current = newEphemeral();
      current.uses++;
      const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
      const nonce = randomBytes(GCM_NONCE_BYTES);
      const body = encrypt(current.key, nonce, pad(bytes), boundTo(current.header, aad));
      return Buffer.concat([current.header, nonce, body]);
    },
  };
}

/**
 * `cacheSize`: for how many ephemeral keys (sealer's hours) the derived key is kept, about 0.5 kB each; the
 * least recently used is dropped. The default spans more than three years of one process.
 */
export function createOpener(
  privateKeys: readonly SealingPrivateKey[],
  { cacheSize = 32_768 }: { readonly cacheSize?: number } = {},
): Opener {
  const byEpoch = new Map(
    privateKeys.map(({ epoch, key }) => [epoch, { key, publicRaw: rawPublicKey(createPublicKey(key)) }]),
  );
  const newest = Math.max(...byEpoch.keys());
  const cache = new Map<string, KeyObject>();

  function remember(id: string, key: KeyObject): void {
    cache.delete(id);
    cache.set(id, key);
    const oldest = cache.keys().next();
    if (cache.size > cacheSize && !oldest.done) cache.delete(oldest.value);
  }

  return {
    open(sealed, aad) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      const shortest = BODY_AT + PADDING_STEP + GCM_TAG_BYTES;
      if (bytes.length < shortest || bytes[0] !== VERSION) return broken('format');
      const epoch = bytes.readUInt16BE(EPOCH_AT);
      const recipient = byEpoch.get(epoch);
      if (recipient === undefined) return broken(epoch > newest ? 'later-epoch' : 'unknown-epoch');

      const header = bytes.subarray(0, NONCE_AT);
      const id = header.toString('latin1');
      const key = cache.get(id) ?? deriveFromSealed(recipient, header);
      if (key === null) return broken('altered');
      const nonce = bytes.subarray(NONCE_AT, BODY_AT);
      const padded = decrypt(key, nonce, bytes.subarray(BODY_AT), boundTo(header, aad));
      const plain = padded === null ? null : unpad(padded);
      if (plain === null) return broken('altered');
      // Only now: forged rows must not push real keys out of the cache.
      remember(id, key);
      return { ok: true, value: plain };
    },
  };
}

/** The 32 bytes of an X25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'x25519' || x === undefined) throw new TypeError('not an X25519 key');
  return Buffer.from(x, 'base64url');
}

/** An X25519 public key from its 32 bytes. */
function publicKeyFromRaw(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

function deriveFromSealed(
  recipient: { readonly key: KeyObject; readonly publicRaw: Buffer },
  header: Buffer,
): KeyObject | null {
  const ephemeral = publicKeyFromRaw(header.subarray(EPHEMERAL_AT));
  try {
    return deriveKey(recipient.key, ephemeral, header, recipient.publicRaw);
  } catch {
    // A point of small order, which nobody's sealer makes: the curve refuses it.
    return null;
  }
}

/** Both public keys go into the derivation, so that a key fits one sender and one recipient only. */
function deriveKey(
  privateKey: KeyObject,
  publicKey: KeyObject,
  header: Buffer,
  recipientRaw: Buffer,
): KeyObject {
  const shared = diffieHellman({ privateKey, publicKey });
  const salt = Buffer.concat([header.subarray(EPHEMERAL_AT), recipientRaw]);
  return createSecretKey(Buffer.from(hkdfSync('sha256', shared, salt, 'bray seal 1', KEY_BYTES)));
}

function boundTo(header: Buffer, aad: string): Buffer {
  return Buffer.concat([header, Buffer.from(aad, 'utf8')]);
}
