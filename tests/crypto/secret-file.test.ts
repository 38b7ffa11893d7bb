import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetOldKeys, generateKeys, rotateKeys } from '../../src/crypto/keys.ts';
import { readSecretFile, renewSecretFile, writeSecretFile } from '../../src/crypto/secret-file.ts';

const botToken = '123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr';
const keys = generateKeys();
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bray-secrets-'));
  path = join(folder, 'secrets.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what was written comes back, and replaces what was there before', async () => {
  expect(await writeSecretFile(path, { botToken: '1:old' }, keys.bot)).toBeNull();
  expect(await writeSecretFile(path, { botToken }, keys.bot)).toBeNull();
  expect(await readSecretFile(path, keys.bot)).toEqual({
    ok: true,
    secrets: { botToken },
    former: false,
  });
  expect(await readdir(folder)).toEqual(['secrets.json']);
});

test('a disk that holds the file shows no part of the token, and others cannot read it', async () => {
  await writeSecretFile(path, { botToken }, keys.bot);
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('123456789');
  expect(text).not.toContain(Buffer.from(botToken).toString('base64url').slice(0, 12));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('it still opens after the keys have been rotated, and without the old ones once it was written anew', async () => {
  await writeSecretFile(path, { botToken }, keys.bot);
  const rotated = rotateKeys(rotateKeys(keys));
  expect(await readSecretFile(path, rotated.bot)).toMatchObject({ ok: true, former: true });
  expect(await readSecretFile(path, forgetOldKeys(rotated).bot)).toMatchObject({ fault: 'other-keys' });
  await renewSecretFile(path, rotated.bot);
  expect(await readSecretFile(path, forgetOldKeys(rotated).bot)).toMatchObject({ secrets: { botToken } });
});

test('other keys, a changed byte, another file, no file and open permissions are told apart', async () => {
  expect(await readSecretFile(path, keys.bot)).toEqual({ ok: false, fault: 'missing' });
  await writeSecretFile(path, { botToken }, keys.bot);
  expect(await readSecretFile(path, generateKeys().bot)).toEqual({ ok: false, fault: 'other-keys' });

  await chmod(path, 0o644);
  expect(await readSecretFile(path, keys.bot)).toEqual({ ok: false, fault: 'too-open-permissions' });
  await chmod(path, 0o600);

  const file = JSON.parse(await readFile(path, 'utf8')) as { sealed: string };
  const flipped = file.sealed.startsWith('A') ? `B${file.sealed.slice(1)}` : `A${file.sealed.slice(1)}`;
  await writeFile(path, JSON.stringify({ ...file, sealed: flipped }));
  expect(await readSecretFile(path, keys.bot)).toEqual({ ok: false, fault: 'other-keys' });

  for (const other of ['', '{}', 'not json', JSON.stringify({ ...file, nonce: 'AAAA' })]) {
    await writeFile(path, other);
    expect(await readSecretFile(path, keys.bot)).toEqual({ ok: false, fault: 'not-a-secret-file' });
  }
});

test('a folder that is missing is an answer, not a crash', async () => {
  expect(await writeSecretFile(join(folder, 'gone', 'secrets.json'), { botToken }, keys.bot)).toBe(
    'no-such-folder',
  );
});
