import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatIndex } from '../../src/crypto/chat-index.ts';
import { readKeyFile, writeKeyFile } from '../../src/crypto/key-file.ts';
import { ringToText } from '../../src/crypto/key-text.ts';
import { fitsTogether, generateKeys, type KeyRing, rotateKeys, takeSections } from '../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import { sign, verify } from '../../src/crypto/signing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bray-keys-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const passphrase = 'eşşək konfrans verir';
const stoppedClock = { monotonic: () => 0 };
let files = 0;
const newPath = () => join(folder, `keys-${++files}.json`);
const faultOf = async (path: string, options = {}) => {
  const read = await readKeyFile(path, options);
  return read.ok ? 'none' : read.fault;
};

/** What the keys can do together, whatever form they were kept in meanwhile. */
function expectSameKeys(read: KeyRing, made: ReturnType<typeof generateKeys>) {
  const sealed = createSealer(made.public.sealing, stoppedClock).seal('1', 'a');
  expect(createOpener(read.sender!.sealing).open(sealed, 'a').ok).toBe(true);
  expect(chatIndex(read.bot!.index, '1', 2)).toEqual(chatIndex(made.bot.index, '1', 2));
  expect(read.bot!.inbox.equals(made.bot.inbox)).toBe(true);
  expect(verify(made.public.approvals, 'approval', 1, sign(read.bot!.approvalSigning, 'approval', 1))).toBe(
    true,
  );
  expect(verify(made.public.scheduler, 'audit-head', 1, sign(read.scheduler!.signing, 'audit-head', 1))).toBe(
    true,
  );
}

describe('a key file', () => {
  test('in the clear gives back the keys', async () => {
    const [path, keys] = [newPath(), generateKeys()];
    expect(await writeKeyFile(path, keys)).toEqual({ ok: true });
    const read = await readKeyFile(path);
    expectSameKeys(read.ok ? read.keys : expect.unreachable(), keys);
  });

  test('under a passphrase gives back the keys to it alone, on any keyboard', async () => {
    const [path, keys] = [newPath(), generateKeys()];
    expect(await writeKeyFile(path, keys, { passphrase })).toEqual({ ok: true });
    const read = await readKeyFile(path, { passphrase: passphrase.normalize('NFD') });
    expectSameKeys(read.ok ? read.keys : expect.unreachable(), keys);
    expect(await faultOf(path)).toBe('needs-passphrase');
    expect(await faultOf(path, { passphrase: `${passphrase}!` })).toBe('wrong-passphrase');
    const text = await readFile(path, 'utf8');
    const clear = ringToText(keys);
    for (const secret of [clear.bot!.index, clear.bot!.inbox, clear.sender!.sealing[0]!.key.private]) {
      expect(text).not.toContain(secret);
    }
  });

  test('is readable by its owner only, and leaves nothing else behind', async () => {
    const path = newPath();
    await writeKeyFile(path, generateKeys());
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('is never overwritten', async () => {
    const path = newPath();
    await writeFile(path, 'precious');
    expect(await writeKeyFile(path, generateKeys())).toMatchObject({ ok: false, fault: 'exists' });
    expect(await readFile(path, 'utf8')).toBe('precious');
  });

  test('is refused when others can read it', async () => {
    const path = newPath();
    await writeKeyFile(path, generateKeys());
    for (const mode of [0o640, 0o604, 0o660]) {
      await chmod(path, mode);
      expect(await faultOf(path)).toBe('too-open-permissions');
    }
  });

  test('is refused after any change', async () => {
    const path = newPath();
    await writeKeyFile(path, generateKeys());
    const text = await readFile(path, 'utf8');
    const altered = newPath();
    for (let i = 0; i < text.length; i += 7) {
      if (/\s/.test(text[i]!)) continue;
      const other = text[i] === 'A' ? 'B' : 'A';
      await writeFile(altered, text.slice(0, i) + other + text.slice(i + 1), { mode: 0o600 });
      expect(['altered', 'not-a-key-file'], `character ${i}`).toContain(await faultOf(altered));
    }
    await writeFile(altered, text.slice(0, text.length / 2), { mode: 0o600 });
    expect(await faultOf(altered)).toBe('altered');
  });

  test('says what else is wrong', async () => {
    expect(await faultOf(join(folder, 'nowhere.json'))).toBe('missing');
    expect(await faultOf(folder)).toMatch(/not-a-key-file|too-open/);
    const path = newPath();
    await writeFile(path, '{"hello": 1}', { mode: 0o600 });
    expect(await faultOf(path)).toBe('not-a-key-file');
    expect(await writeKeyFile(join(folder, 'none', 'a.json'), generateKeys())).toMatchObject({
      fault: 'no-such-folder',
    });
    expect(await writeKeyFile(newPath(), generateKeys(), { passphrase: 'short' })).toMatchObject({
      fault: 'passphrase-too-short',
    });
  });

  test('of one role holds no other role’s secrets', async () => {
    const keys = generateKeys();
    const taken = takeSections(keys, ['bot']);
    const path = newPath();
    await writeKeyFile(path, taken.ok ? taken.ring : expect.unreachable());
    const text = await readFile(path, 'utf8');
    const clear = ringToText(keys);
    expect(text).toContain(clear.bot!.index);
    expect(text).not.toContain(clear.sender!.sealing[0]!.key.private);
    expect(text).not.toContain(clear.scheduler!.auditSigning.private);
    const read = await readKeyFile(path);
    const ring = read.ok ? read.keys : expect.unreachable();
    expect(takeSections(ring, ['bot']).ok).toBe(true);
    expect(takeSections(ring, ['bot', 'sender', 'scheduler'])).toEqual({
      ok: false,
      missing: ['sender', 'scheduler'],
    });
  });

  test('put together from two others is refused', async () => {
    const [a, b] = [generateKeys(), generateKeys()];
    for (const mixed of [
      { ...a, sender: b.sender },
      { ...a, bot: b.bot },
      { ...a, scheduler: b.scheduler },
    ]) {
      expect(fitsTogether(mixed)).toBe(false);
      const path = newPath();
      await writeKeyFile(path, mixed);
      expect(await faultOf(path)).toBe('altered');
    }
  });
});

describe('keys', () => {
  test('show nothing when logged', () => {
    const keys = generateKeys();
    const shown = inspect(keys, { depth: 9 }) + JSON.stringify(keys);
    const { bot, sender } = ringToText(keys);
    for (const secret of [
      bot!.index,
      bot!.inbox,
      bot!.approvalSigning.private,
      sender!.sealing[0]!.key.private,
    ]) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
    }
  });

  test('a new sealing key seals from now on, and what was sealed before still opens', () => {
    const before = generateKeys();
    const after = rotateKeys(before);
    const opener = createOpener(after.sender.sealing);
    expect(after.public.sealing.epoch).toBe(2);
    expect(opener.open(createSealer(before.public.sealing, stoppedClock).seal('1', 'a'), 'a').ok).toBe(true);
    expect(opener.open(createSealer(after.public.sealing, stoppedClock).seal('1', 'a'), 'a').ok).toBe(true);
    expect(fitsTogether(after)).toBe(true);
  });
});
