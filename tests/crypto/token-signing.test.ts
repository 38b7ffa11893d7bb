import { createHash, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sign, signingKey, verify, verifyingHalf, verifyingKey } from '../../src/crypto/signing.ts';
import { hashToken, newLinkCode, newToken, sameHash } from '../../src/crypto/token.ts';

describe('tokens', () => {
  test('carry 256 bits behind a prefix that secret scanners find', () => {
    const token = newToken();
    expect(token).toMatch(/^bray_[\w-]{43}$/);
    expect(Buffer.from(token.slice(5), 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(token);
  });

  test('link codes carry at least 128 bits, fit a start parameter, and are no slug', () => {
    for (let i = 0; i < 1000; i++) {
      const code = newLinkCode();
      expect(code).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
      expect(Buffer.from(code.slice(5), 'base64url').length * 8).toBeGreaterThanOrEqual(128);
      expect(code).not.toMatch(/^[a-z0-9-]{1,48}$/);
    }
  });

  test('are stored as their SHA-256, and compared whole', () => {
    expect(Buffer.from(hashToken('abc')).toString('hex')).toBe(
      createHash('sha256').update('abc').digest('hex'),
    );
    expect(sameHash(hashToken('abc'), hashToken('abc'))).toBe(true);
    expect(sameHash(hashToken('abc'), hashToken('abd'))).toBe(false);
    expect(sameHash(hashToken('abc'), hashToken('abc').subarray(0, 31))).toBe(false);
  });
});

describe('signatures', () => {
  const key = signingKey(generateKeyPairSync('ed25519').privateKey);
  const other = signingKey(generateKeyPairSync('ed25519').privateKey);
  const decision = { subject: 'a', decision: 'approved', at: '2009-11-10T20:00:00Z' };

  test('hold for the same value in whatever order its keys stand', () => {
    const signature = sign(key, 'approval', decision);
    const reordered = { at: decision.at, decision: decision.decision, subject: decision.subject };
    expect(verify(verifyingHalf(key), 'approval', reordered, signature)).toBe(true);
  });

  test('fail for another value, purpose, key or signature', () => {
    const signature = sign(key, 'approval', decision);
    const half = verifyingHalf(key);
    expect(verify(half, 'approval', { ...decision, decision: 'rejected' }, signature)).toBe(false);
    expect(verify(half, 'audit-head', decision, signature)).toBe(false);
    expect(verify(verifyingHalf(other), 'approval', decision, signature)).toBe(false);
    expect(verify(half, 'approval', decision, signature.subarray(1))).toBe(false);
    expect(verify(half, 'approval', decision, new Uint8Array(0))).toBe(false);
    fc.assert(
      fc.property(fc.nat(63), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const altered = Uint8Array.from(signature);
        altered[at]! ^= bits;
        expect(verify(half, 'approval', decision, altered)).toBe(false);
      }),
    );
  });

  test('name their key by its public half', () => {
    expect(verifyingHalf(key).id).toBe(key.id);
    expect(other.id).not.toBe(key.id);
    expect(key.id).toMatch(/^[0-9a-f]{16}$/);
  });

  test('keys of another kind are refused', () => {
    const x25519 = generateKeyPairSync('x25519');
    expect(() => signingKey(x25519.privateKey)).toThrow(TypeError);
    expect(() => verifyingKey(x25519.publicKey)).toThrow(TypeError);
    expect(() => signingKey(verifyingHalf(key).key)).toThrow(TypeError);
  });
});
