import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aad } from '../../src/crypto/aad.ts';
import { chatIndex } from '../../src/crypto/chat-index.ts';
import { createInbox } from '../../src/crypto/inbox.ts';

describe('the chat index', () => {
  const raw = randomBytes(32);
  const key = createSecretKey(raw);

  test('is HMAC-SHA256 over network, bot and id', () => {
    const expected = createHmac('sha256', raw).update('tg|7001|-100123').digest();
    expect(Buffer.from(chatIndex(key, '7001', -100123)).equals(expected)).toBe(true);
  });

  test('is the same for one chat however its id is written, and another for every other chat, bot and key', () => {
    const base = Buffer.from(chatIndex(key, '7001', 42n)).toString('hex');
    expect(Buffer.from(chatIndex(key, '7001', '42')).toString('hex')).toBe(base);
    const others = [
      chatIndex(key, '7001', 43),
      chatIndex(key, '7001', -42),
      chatIndex(key, '7002', 42),
      chatIndex(createSecretKey(randomBytes(32)), '7001', 42),
    ].map((index) => Buffer.from(index).toString('hex'));
    expect(new Set([base, ...others]).size).toBe(5);
  });

  test('refuses parts that could be read as two', () => {
    expect(() => chatIndex(key, '70|01', 42)).toThrow(RangeError);
    expect(() => chatIndex(key, '', 42)).toThrow(RangeError);
    expect(() => chatIndex(key, '7001', '042')).toThrow(RangeError);
  });
});

describe('binding names', () => {
  test('two different places never share a name', () => {
    const part = fc.string({ minLength: 1, maxLength: 4 }).filter((text) => !text.includes('|'));
    const parts = fc.array(part, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        expect(aad(a[0]!, ...a.slice(1)) === aad(b[0]!, ...b.slice(1))).toBe(same);
      }),
    );
    expect(() => aad('row', 'a|b')).toThrow(RangeError);
  });
});

describe('the inbox', () => {
  const inbox = createInbox(createSecretKey(randomBytes(32)));
  const ids = { bot: '7001', updateId: 5 };

  test('gives back every update', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), (text, updateId) => {
        const opened = inbox.open(inbox.seal(text, { bot: '1', updateId }), { bot: '1', updateId });
        expect(opened).toEqual({ ok: true, value: Buffer.from(text) });
      }),
    );
  });

  test('opens for no other update, bot or key, and after no altered byte', () => {
    const sealed = inbox.seal('{"message":1}', ids);
    expect(inbox.open(sealed, { ...ids, updateId: 6 }).ok).toBe(false);
    expect(inbox.open(sealed, { ...ids, bot: '7002' }).ok).toBe(false);
    expect(createInbox(createSecretKey(randomBytes(32))).open(sealed, ids).ok).toBe(false);
    for (let i = 0; i < sealed.length; i++) {
      const altered = Uint8Array.from(sealed);
      altered[i]! ^= 1;
      expect(inbox.open(altered, ids).ok, `byte ${i}`).toBe(false);
      expect(inbox.open(sealed.subarray(0, i), ids).ok, `cut at ${i}`).toBe(false);
    }
  });

  test('the same update twice looks different each time', () => {
    expect(inbox.seal('x', ids)).not.toEqual(inbox.seal('x', ids));
  });
});
