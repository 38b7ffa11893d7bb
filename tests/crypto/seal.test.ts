import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatIdText, openChatId } from '../../src/crypto/chat-id.ts';
import { createOpener, createSealer, rawPublicKey, type Sealer } from '../../src/crypto/seal.ts';

const pair = (epoch = 1) => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { public: { epoch, key: publicKey }, private: { epoch, key: privateKey } };
};

const stoppedClock = { monotonic: () => 0 };
const keys = pair();
const sealer = createSealer(keys.public, stoppedClock);
const opener = createOpener([keys.private]);

/** The ephemeral public key in a sealed value: after the version and the epoch. */
const ephemeralOf = (sealed: Uint8Array) => Buffer.from(sealed.subarray(3, 35)).toString('hex');
const nonceOf = (sealed: Uint8Array) => Buffer.from(sealed.subarray(35, 47)).toString('hex');

describe('sealing', () => {
  test('gives back exactly the bytes that were sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'grapheme' }), (plain, aad) => {
        const opened = opener.open(sealer.seal(plain, aad), aad);
        expect(opened).toEqual({ ok: true, value: Buffer.from(plain) });
      }),
    );
  });

  test('a text that ends like the padding comes back whole', () => {
    for (const plain of [Buffer.of(0x80), Buffer.of(0x80, 0, 0), Buffer.alloc(32), Buffer.alloc(31, 0x80)]) {
      expect(opener.open(sealer.seal(plain, 'a'), 'a')).toEqual({ ok: true, value: plain });
    }
  });

  test('no byte can be altered', () => {
    const sealed = sealer.seal('123456789', 'subscriber|1');
    for (let i = 0; i < sealed.length; i++) {
      for (const bit of [0x01, 0x80]) {
        const altered = Uint8Array.from(sealed);
        altered[i]! ^= bit;
        expect(opener.open(altered, 'subscriber|1').ok, `byte ${i}`).toBe(false);
      }
    }
  });

  test('nothing can be cut off or added', () => {
    const sealed = sealer.seal('123456789', 'a');
    for (let length = 0; length < sealed.length; length++) {
      expect(opener.open(sealed.subarray(0, length), 'a').ok, `${length} bytes`).toBe(false);
    }
    expect(opener.open(Buffer.concat([sealed, Buffer.of(0)]), 'a').ok).toBe(false);
  });

  test('what was sealed for one row does not open in another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b);
        expect(opener.open(sealer.seal('1', a), b)).toEqual({ ok: false, broken: 'altered' });
      }),
    );
  });

  test('another key of the same epoch does not open it, and a missing epoch is named', () => {
    const sealed = sealer.seal('1', 'a');
    expect(createOpener([pair().private]).open(sealed, 'a')).toEqual({ ok: false, broken: 'altered' });
    expect(createOpener([pair(2).private]).open(sealed, 'a')).toEqual({ ok: false, broken: 'unknown-epoch' });
  });

  test('opens rows of every epoch whose key it holds', () => {
    const newer = pair(2);
    const both = createOpener([keys.private, newer.private]);
    expect(both.open(sealer.seal('old', 'a'), 'a').ok).toBe(true);
    expect(both.open(createSealer(newer.public, stoppedClock).seal('new', 'a'), 'a').ok).toBe(true);
  });

  test('a point of small order, which makes the shared secret known to all, is refused', () => {
    const sealed = Uint8Array.from(sealer.seal('1', 'a'));
    sealed.fill(0, 3, 35);
    expect(opener.open(sealed, 'a')).toEqual({ ok: false, broken: 'altered' });
  });
});

describe('the ephemeral key', () => {
  test('serves for an hour by the clock that never jumps, then is replaced', () => {
    let now = 0;
    const hourly = createSealer(keys.public, { monotonic: () => now });
    const first = ephemeralOf(hourly.seal('1', 'a'));
    now = 3_599_999;
    expect(ephemeralOf(hourly.seal('1', 'a'))).toBe(first);
    now = 3_600_000;
    const second = ephemeralOf(hourly.seal('1', 'a'));
    expect(second).not.toBe(first);
    expect(ephemeralOf(hourly.seal('1', 'a'))).toBe(second);
  });

  test('is not shared by two sealers', () => {
    expect(ephemeralOf(createSealer(keys.public, stoppedClock).seal('1', 'a'))).not.toBe(
      ephemeralOf(sealer.seal('1', 'a')),
    );
  });

  test('never meets the same nonce twice', () => {
    const nonces = new Set(Array.from({ length: 5_000 }, () => nonceOf(sealer.seal('1', 'a'))));
    expect(nonces.size).toBe(5_000);
  });

  test('the sealed value does not carry the recipient', () => {
    expect(Buffer.from(sealer.seal('1', 'a')).includes(rawPublicKey(keys.public.key))).toBe(false);
  });

  test('a cache smaller than the number of hours still opens everything', () => {
    const small = createOpener([keys.private], { cacheSize: 2 });
    const sealers: Sealer[] = Array.from({ length: 5 }, () => createSealer(keys.public, stoppedClock));
    const sealed = sealers.map((one, i) => one.seal(String(i), 'a'));
    for (const round of [1, 2]) {
      sealed.forEach((one, i) => {
        expect(small.open(one, 'a'), `round ${round}`).toEqual({ ok: true, value: Buffer.from(String(i)) });
      });
    }
  });

  test('opening the further rows of an hour takes no curve operation', () => {
    const rows = Array.from({ length: 1_000 }, () => sealer.seal('123456789', 'a'));
    const timeOf = (cacheSize: number) => {
      const one = createOpener([keys.private], { cacheSize });
      const started = performance.now();
      for (const row of rows) if (!one.open(row, 'a').ok) throw new Error('did not open');
      return performance.now() - started;
    };
    // Both in turn and the best of each: other work on the machine slows both.
    const rounds = Array.from({ length: 5 }, () => ({ cached: timeOf(10), uncached: timeOf(0) }));
    const cached = Math.min(...rounds.map((round) => round.cached));
    const uncached = Math.min(...rounds.map((round) => round.uncached));
    expect(uncached / cached).toBeGreaterThan(3);
  });
});

describe('chat ids', () => {
  const chatId = fc.oneof(
    fc.bigInt({ min: 1n, max: 2n ** 52n - 1n }),
    fc.bigInt({ min: -(2n ** 52n) + 1n, max: -1n }),
    fc.constantFrom(-1_001_234_567_890n, 1n, -1n),
  );

  test('come back as the number that was sealed, however it was written', () => {
    fc.assert(
      fc.property(chatId, fc.constantFrom(String, Number, BigInt), (id, write) => {
        expect(openChatId(opener, sealer.seal(chatIdText(write(id)), 'row|1'), 'row|1')).toEqual({
          ok: true,
          value: Number(id),
        });
      }),
    );
  });

  test('all have one length, so that the length tells nothing', () => {
    const lengths = new Set<number>();
    fc.assert(fc.property(chatId, (id) => void lengths.add(sealer.seal(chatIdText(id), 'a').length)));
    expect(lengths.size).toBe(1);
  });

  test.each([
    '',
    '0',
    '-0',
    '01',
    '1e5',
    '1.5',
    ' 1',
    '+1',
    'abc',
    '4503599627370496',
    '-4503599627370496',
    '9'.repeat(30),
  ])('refuses %j without repeating it', (text) => {
    try {
      chatIdText(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      if (text.trim().length > 2) expect((error as Error).message).not.toContain(text.trim());
    }
  });

  test('a sealed text that is no chat id does not open as one', () => {
    expect(openChatId(opener, sealer.seal('hello', 'a'), 'a')).toEqual({ ok: false, broken: 'format' });
  });
});
