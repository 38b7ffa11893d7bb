import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base32crockford } from '@scure/base';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Secret } from '../../src/config.ts';
import { readKeyFile, replaceKeyFile, writeKeyFile } from '../../src/crypto/key-file.ts';
import {
  gatherShares,
  lockShared,
  newSharedLock,
  openShared,
  readShare,
  type SharedLock,
} from '../../src/crypto/key-shares.ts';
import { ringToText } from '../../src/crypto/key-text.ts';
import { generateKeys, rotateKeys } from '../../src/crypto/keys.ts';
import { openHoldings } from '../../src/holdings.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bray-shares-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Gives shares one after the other; answers what came of each, and the lock once there were enough. */
async function gathered(lock: SharedLock, texts: readonly string[]) {
  const gathering = gatherShares(lock.set);
  const outcomes: string[] = [];
  let opened: SharedLock | null = null;
  for (const text of texts) {
    const given = await gathering.give(text);
    outcomes.push(given.outcome);
    if (given.outcome === 'enough') opened = given.lock;
  }
  return { outcomes, opened };
}

/** How many of how many, and in which order they come. */
const sharing = fc
  .tuple(fc.integer({ min: 2, max: 15 }), fc.integer({ min: 2, max: 15 }))
  .map(([one, other]) => ({ of: Math.max(one, other), need: Math.min(one, other) }))
  .chain(({ of, need }) =>
    fc.record({
      of: fc.constant(of),
      need: fc.constant(need),
      order: fc.shuffledSubarray(
        Array.from({ length: of }, (_, index) => index),
        { minLength: need },
      ),
    }),
  );

describe('a key that was divided', () => {
  test('opens with any so many of its shares, in any order, and never before', async () => {
    await fc.assert(
      fc.asyncProperty(sharing, async ({ of, need, order }) => {
        const { lock, shares } = await newSharedLock({ of, need });
        const chosen = order.slice(0, need).map((index) => shares[index]!);
        const { outcomes, opened } = await gathered(lock, chosen);
        expect(outcomes).toEqual([...Array<string>(need - 1).fill('taken'), 'enough']);
        expect(openShared(lockShared({ a: 1 }, lock), opened!)).toEqual({ a: 1 });
      }),
      { numRuns: 60 },
    );
  });

  test('is read from paper however it is written there, and says which share has a slip', async () => {
    const { shares } = await newSharedLock({ of: 5, need: 3 });
    const [text = ''] = shares;
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){15}[0-9A-HJKMNP-TV-Z]{4}$/);
    const sloppy = ` ${text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' \n')} `;
    expect(readShare(sloppy)).toEqual(readShare(text));
    expect(readShare(text)).toMatchObject({ ok: true, share: { need: 3, number: 1 } });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZU'),
        (at, letter) => {
          fc.pre(text[at] !== '-' && text[at] !== letter);
          expect(readShare(text.slice(0, at) + letter + text.slice(at + 1))).toEqual({
            ok: false,
            fault: 'mistyped',
          });
        },
      ),
    );
    for (const other of ['', 'Leyla', text.slice(5), `${text}-0000`, text.replace(/.$/, 'ə')])
      expect(readShare(other)).toEqual({ ok: false, fault: 'not-a-share' });
  });

  test('counts each share once, and none of another set', async () => {
    const { lock, shares } = await newSharedLock({ of: 3, need: 3 });
    const other = await newSharedLock({ of: 3, need: 3 });
    const [a = '', b = '', c = ''] = shares;
    const { outcomes, opened } = await gathered(lock, [a, a, other.shares[1]!, 'no', b, b, c]);
    expect(outcomes).toEqual([
      'taken',
      'given-already',
      'other-set',
      'not-a-share',
      'taken',
      'given-already',
      'enough',
    ]);
    expect(openShared(lockShared([1], lock), opened!)).toEqual([1]);
    await expect(newSharedLock({ of: 3, need: 4 })).rejects.toThrow(RangeError);
    await expect(newSharedLock({ of: 3, need: 1 })).rejects.toThrow(RangeError);
    await expect(newSharedLock({ of: 16, need: 2 })).rejects.toThrow(RangeError);
  });
});

describe('a key file under a divided key', () => {
  test('asks for shares, opens with enough of them, and still does after its keys were changed', async () => {
    const path = join(folder, 'shared.json');
    const keys = generateKeys();
    const { lock, shares } = await newSharedLock({ of: 5, need: 3 });
    await writeKeyFile(path, keys, { shared: lock });
    const unread = await readKeyFile(path, { passphrase: 'not a matter of one' });
    if (unread.ok || unread.fault !== 'needs-shares') return expect.unreachable();
    expect(unread.set).toEqual(lock.set);
    const rotated = rotateKeys(keys);
    await replaceKeyFile(path, rotated, { shared: lock });
    const { opened } = await gathered({ ...lock, set: unread.set }, shares.slice(2));
    const read = await readKeyFile(path, { shared: opened! });
    expect(ringToText(read.ok ? read.keys : expect.unreachable())).toEqual(ringToText(rotated));
  });

  test('does not open with the key of another set, nor when it is said to need fewer', async () => {
    const path = join(folder, 'forged.json');
    const { lock } = await newSharedLock({ of: 5, need: 3 });
    const { lock: other } = await newSharedLock({ of: 5, need: 3 });
    await writeKeyFile(path, generateKeys(), { shared: lock });
    expect(await readKeyFile(path, { shared: { ...lock, key: other.key } })).toMatchObject({
      fault: 'wrong-shares',
    });
    const ring = lockShared({ a: 1 }, lock);
    expect(openShared({ ...ring, need: 2 }, lock)).toBeNull();
  });
});

describe('a sealed service', () => {
  const config = (file: string) => ({
    dataFolder: folder,
    keys: { file, passphrase: null },
    telegram: { token: new Secret('1:x'), apiRoot: '', intake: { mode: 'polling' }, rate: 1 } as const,
  });

  /** A share of this set that was made up by one of its holders. */
  function forged(share: string): string {
    const bytes = Buffer.from(base32crockford.decode(share.replaceAll('-', '')));
    const body = bytes.subarray(0, -3);
    body.writeUInt8(body.readUInt8(10) ^ 1, 10);
    const check = createHash('sha256').update('bray share 1\n').update(body).digest().subarray(0, 3);
    return base32crockford.encode(new Uint8Array(Buffer.concat([body, check])));
  }

  test('notices that a share was forged, and opens once all are given anew', async () => {
    const path = join(folder, 'sealed.json');
    const keys = generateKeys();
    const { lock, shares } = await newSharedLock({ of: 3, need: 2 });
    const [a = '', b = '', c = ''] = shares;
    await writeKeyFile(path, keys, { shared: lock });
    const holdings = await openHoldings(config(path));
    expect(holdings.keys()).toBe('sealed');
    expect(await holdings.give('no share')).toEqual({ outcome: 'not-a-share' });
    expect(await holdings.give(forged(a))).toEqual({ outcome: 'taken', given: 1, need: 2 });
    expect(await holdings.give(b)).toEqual({ outcome: 'forged' });
    expect(holdings.keys()).toBe('sealed');
    expect(holdings.ring()).toBeNull();
    expect(await holdings.give(b)).toEqual({ outcome: 'taken', given: 1, need: 2 });
    expect(await holdings.give(c)).toEqual({ outcome: 'enough' });
    expect(holdings.keys()).toBe('open');
    expect(ringToText(holdings.ring()!)).toEqual(ringToText(keys));
    // Whoever comes later with theirs is told that it is not needed.
    expect(await holdings.give(a)).toEqual({ outcome: 'enough' });
  });
});
