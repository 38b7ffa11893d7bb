import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { base32crockford } from '@scure/base';
import { combine, split } from 'shamir-secret-sharing';
import { z } from 'zod';
import { canonicalJson, type JsonValue } from '../domain/canonical.ts';
import { decrypt, encrypt, GCM_NONCE_BYTES } from './aes-gcm.ts';

/*
 * A key ring under a random key of 32 bytes that is written nowhere: it is divided among several people (Shamir's scheme
 * over GF(256), bytewise), so that some of them together open the file and fewer learn nothing of it.
 *
 * A share is 40 bytes, 64 characters of Crockford's base32, which has no letters that are taken for another: which set it is
 * of (3 bytes), how many are needed and which one it is (4 bits each), the part itself with its place on the curve (33), and
 * 3 bytes of a SHA-256 over all that. Whoever copies it from paper is told of a slip at once, and which share has it.
 */
const SET_BYTES = 3;
const KEY_BYTES = 32;
const CHECK_BYTES = 3;
const SHARE_BYTES = SET_BYTES + 1 + KEY_BYTES + 1 + CHECK_BYTES;

/** More shares than that would be a crowd; the number of one has four bits. */
export const MOST_SHARES = 15;

/** Which shares belong together, how many there are, and how many of them open what they lock. */
export type ShareSet = { readonly set: string; readonly of: number; readonly need: number };

/** What locks a key file whose key was divided. */
export interface SharedLock {
  readonly set: ShareSet;
  readonly key: KeyObject;
}

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** A divided key file: what its shares open, and nothing that says what they are. */
export const sharedRing = z
  .strictObject({
    set: z.string().regex(/^[0-9a-f]{6}$/),
    of: z.int().min(2).max(MOST_SHARES),
    need: z.int().min(2).max(MOST_SHARES),
    nonce: base64url,
    sealed: base64url,
  })
  .refine(({ of, need }) => need <= of);

export type SharedRing = z.infer<typeof sharedRing>;

/** A new lock and its shares as text, the first one first. Throws a RangeError unless 2 ≤ need ≤ of ≤ 15. */
export async function newSharedLock(wanted: {
  readonly of: number;
  readonly need: number;
}): Promise<{ readonly lock: SharedLock; readonly shares: readonly string[] }> {
  const { of, need } = wanted;
  if (!(need >= 2 && need <= of && of <= MOST_SHARES)) throw new RangeError('shares that cannot be made');
  const key = new Uint8Array(randomBytes(KEY_BYTES));
  const set: ShareSet = { set: randomBytes(SET_BYTES).toString('hex'), of, need };
  const parts = await split(key, of, need);
  const shares = parts.map((part, index) => shareText(set, index + 1, part));
  return { lock: { set, key: createSecretKey(key) }, shares };
}

function shareText({ set, need }: ShareSet, number: number, part: Uint8Array): string {
  const body = Buffer.concat([Buffer.from(set, 'hex'), Buffer.from([(need << 4) | number]), part]);
  const text = base32crockford.encode(new Uint8Array(Buffer.concat([body, checkOf(body)])));
  return (text.match(/.{4}/g) ?? []).join('-');
}

function checkOf(body: Uint8Array): Buffer {
  return createHash('sha256').update('bray share 1\n').update(body).digest().subarray(0, CHECK_BYTES);
}

/** One person's part, as read from their paper. */
export interface Share {
  readonly set: string;
  readonly need: number;
  /** From 1 on, as it stands on the paper. */
  readonly number: number;
  readonly part: Uint8Array;
}

export type ShareFault = 'not-a-share' | 'mistyped';

/**
 * Reads a share as somebody copied it: in capitals or not, in whatever groups, with O for 0 and I or L for 1. `mistyped`: it
 * has the length of one, and a slip in it; `not-a-share`: it is shorter or longer, or has other characters.
 */
export function readShare(
  text: string,
): { readonly ok: true; readonly share: Share } | { readonly ok: false; readonly fault: ShareFault } {
  const letters = text.replace(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== (SHARE_BYTES * 8) / 5) return { ok: false, fault: 'not-a-share' };
  // U is no letter of Crockford's: whoever reads one has misread a V.
  if (/[^0-9A-HJKMNP-TV-Z]/.test(letters))
    return { ok: false, fault: /[^0-9A-Z]/.test(letters) ? 'not-a-share' : 'mistyped' };
  const bytes = Buffer.from(base32crockford.decode(letters));
  const body = bytes.subarray(0, -CHECK_BYTES);
  if (!checkOf(body).equals(bytes.subarray(-CHECK_BYTES))) return { ok: false, fault: 'mistyped' };
  const head = body.readUInt8(SET_BYTES);
  const share: Share = {
    set: body.subarray(0, SET_BYTES).toString('hex'),
    need: head >> 4,
    number: head & 0x0f,
    part: new Uint8Array(body.subarray(SET_BYTES + 1)),
  };
  return { ok: true, share };
}

/** What came of a share that somebody gave. */
export type GivenShare =
  | { readonly outcome: ShareFault | 'other-set' | 'given-already' }
  /** Taken; so many have been given, and so many are needed. */
  | { readonly outcome: 'taken'; readonly given: number; readonly need: number }
  | { readonly outcome: 'enough'; readonly lock: SharedLock };

/** Gathers shares of one set until there are enough of them. In memory only, and only until then. */
export function gatherShares(set: ShareSet) {
  const given = new Map<number, Share>();
  return {
    /** How many have been given so far. */
    given: () => given.size,
    async give(text: string): Promise<GivenShare> {
      const read = readShare(text);
      if (!read.ok) return { outcome: read.fault };
      const { share } = read;
      if (share.set !== set.set || share.need !== set.need) return { outcome: 'other-set' };
      const sameAs = [...given.values()].some(
        ({ number, part }) => number === share.number || part.at(-1) === share.part.at(-1),
      );
      if (sameAs) return { outcome: 'given-already' };
      given.set(share.number, share);
      if (given.size < set.need) return { outcome: 'taken', given: given.size, need: set.need };
      const parts = [...given.values()].map(({ part }) => part);
      given.clear();
      return { outcome: 'enough', lock: { set, key: createSecretKey(await combine(parts)) } };
    },
  };
}

export type ShareGathering = ReturnType<typeof gatherShares>;

/** Locks a ring's JSON; under the same lock once more where it is changed, so that the shares go on opening it. */
export function lockShared(plain: JsonValue, { set, key }: SharedLock): SharedRing {
  const nonce = randomBytes(GCM_NONCE_BYTES);
  const sealed = encrypt(key, nonce, Buffer.from(canonicalJson(plain), 'utf8'), boundTo(set));
  return { ...set, nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') };
}

/** What was locked, or null under another key: of the shares that gave it, one at least was forged. */
export function openShared({ nonce, sealed, ...set }: SharedRing, lock: SharedLock): unknown {
  const bytes = Buffer.from(nonce, 'base64url');
  if (bytes.length !== GCM_NONCE_BYTES) return null;
  const plain = decrypt(lock.key, bytes, Buffer.from(sealed, 'base64url'), boundTo(set));
  return plain === null ? null : JSON.parse(plain.toString('utf8'));
}

function boundTo({ set, of, need }: ShareSet): Buffer {
  return Buffer.from(`bray key file shares 1\n${canonicalJson({ set, of, need })}`, 'utf8');
}
