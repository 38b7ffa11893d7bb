import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_PREFIX = 'bray_';
const TOKEN_BYTES = 32;
const LINK_PREFIX = 'link_';
const LINK_BYTES = 18;

/** A bearer token: `bray_` and 256 random bits in base64url. The prefix lets secret scanners recognise a leak. */
export function newToken(): string {
  return TOKEN_PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
}

/**
 * A code for a link that works once: `link_` and 144 random bits. It fits Telegram's start parameter (at most
 * 64 of A–Z, a–z, 0–9, _ and -; Bot API, deep linking, November 2026); its underscore tells it from a case's
 * slug, which has none.
 */
export function newLinkCode(): string {
  return LINK_PREFIX + randomBytes(LINK_BYTES).toString('base64url');
}

/** A code for a link by which keys are added, or a session's cookie: 256 random bits in base64url. */
export function newSecretCode(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** True for what has the form of a secret code. */
export function isSecretCodeShaped(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/**
 * The 32 bytes under which a token or link code is stored. A plain SHA-256: what it hashes is random, so there
 * is no dictionary to slow down.
 */
export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Compares two hashes in a time that does not tell where they differ. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
