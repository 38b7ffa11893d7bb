import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { contentHash } from '../domain/canonical.ts';
import { ringFromText, ringToText } from './key-text.ts';
import { isLongEnough, PASSPHRASE_MIN, unwrap, wrap, wrappedRing } from './key-wrapping.ts';
import { fitsTogether, type KeyRing } from './keys.ts';

/*
 * A key file is JSON: what it is, how it is protected, the keys (in the clear or wrapped), and a SHA-256 over
 * all of that, which tells a damaged file from a wrong passphrase.
 */
const FORMAT = 'bray keys';

const keyFile = z.discriminatedUnion('protection', [
  z.strictObject({
    format: z.literal(FORMAT),
    version: z.literal(1),
    protection: z.literal('none'),
    keys: z.record(z.string(), z.json()),
    checksum: z.string(),
  }),
  z.strictObject({
    format: z.literal(FORMAT),
    version: z.literal(1),
    protection: z.literal('passphrase'),
    keys: wrappedRing,
    checksum: z.string(),
  }),
]);

/** Larger than any key file with a thousand epochs. */
const MAX_BYTES = 1_000_000;

export type WriteFault = 'exists' | 'passphrase-too-short' | 'no-such-folder' | 'not-writable';

export type KeyFileFault =
  | 'missing'
  | 'not-readable'
  | 'needs-passphrase'
  | 'wrong-passphrase'
  | 'altered'
  | 'not-a-key-file'
  | 'too-open-permissions';

type Fault<F> = { readonly ok: false; readonly fault: F; readonly remedy: string };

/**
 * Writes a key file, complete or not at all, readable by its owner only (mode 0600), and on disk when this
 * returns. Never overwrites. Without a passphrase the keys lie in it in the clear: for removable media.
 */
export async function writeKeyFile(
  path: string,
  ring: KeyRing,
  { passphrase }: { readonly passphrase?: string } = {},
): Promise<{ readonly ok: true } | Fault<WriteFault>> {
  if (passphrase !== undefined && !isLongEnough(passphrase)) {
    return refuse('passphrase-too-short', `Use a passphrase of at least ${PASSPHRASE_MIN} characters.`);
  }
  const head = { format: FORMAT, version: 1 } as const;
  const text = ringToText(ring);
  const content =
    passphrase === undefined
      ? { ...head, protection: 'none' as const, keys: text }
      : { ...head, protection: 'passphrase' as const, keys: await wrap(text, passphrase) };
  const json = `${JSON.stringify({ ...content, checksum: contentHash(content) }, null, 2)}\n`;
  try {
    await writeNew(path, json);
    return { ok: true };
  } catch (error) {
    switch (errorCode(error)) {
      case 'EEXIST':
        return refuse(
          'exists',
          'Name another file, or move the present one away: a key file is never overwritten.',
        );
      case 'ENOENT':
      case 'ENOTDIR':
        return refuse('no-such-folder', 'Make the folder first.');
      case 'EACCES':
      case 'EPERM':
      case 'EROFS':
        return refuse('not-writable', 'Choose a folder in which this user may write.');
      default:
        throw error;
    }
  }
}

/** Reads a key file, or says what is wrong with it and what to do. Throws only on a failing disk. */
export async function readKeyFile(
  path: string,
  { passphrase }: { readonly passphrase?: string } = {},
): Promise<{ readonly ok: true; readonly keys: KeyRing } | Fault<KeyFileFault>> {
  const read = await readPrivate(path);
  if (!read.ok) return read;
  const json = parseJson(read.text);
  const file = keyFile.safeParse(json);
  if (!file.success) {
    return read.text.includes(FORMAT)
      ? refuse('altered', 'The key file is damaged: use a copy of it.')
      : refuse('not-a-key-file', 'Name a file that `keys generate` wrote.');
  }
  const { checksum, ...content } = file.data;
  if (contentHash(content) !== checksum) {
    return refuse('altered', 'The key file was changed or damaged: use a copy of it.');
  }
  if (content.protection === 'none') return ringOf(content.keys);
  if (passphrase === undefined) return refuse('needs-passphrase', 'Give the passphrase of the key file.');
  const unwrapped = await unwrap(content.keys, passphrase);
  if (unwrapped === null)
    return refuse('wrong-passphrase', 'Give the passphrase with which the file was made.');
  return ringOf(unwrapped);
}

function ringOf(text: unknown): { readonly ok: true; readonly keys: KeyRing } | Fault<'altered'> {
  const keys = ringFromText(text);
  if (keys !== null && fitsTogether(keys)) return { ok: true, keys };
  return refuse(
    'altered',
    'The keys in the file do not belong together: use a copy of the file as it was made.',
  );
}

/** Looks at the permissions of the very file that it reads, through one handle. */
async function readPrivate(
  path: string,
): Promise<{ readonly ok: true; readonly text: string } | Fault<KeyFileFault>> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    switch (errorCode(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        return refuse(
          'missing',
          'Put the key file there (is the medium plugged in?), or make one with `keys generate`.',
        );
      case 'EACCES':
      case 'EPERM':
        return refuse('not-readable', 'Make the file belong to the user who runs this.');
      default:
        throw error;
    }
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile() || stat.size > MAX_BYTES) {
      return refuse('not-a-key-file', 'Name a file that `keys generate` wrote.');
    }
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
      return refuse(
        'too-open-permissions',
        'Others on this machine can read the file: `chmod 600` it; mount a medium that has no permissions with umask=077.',
      );
    }
    return { ok: true, text: await file.readFile('utf8') };
  } finally {
    await file.close();
  }
}

/** Writes beside the place, then links into place: a link fails where a file is, a rename would replace it. */
async function writeNew(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await writeSynced(temporary, text);
    try {
      await link(temporary, path);
    } catch (error) {
      // FAT, the file system of most removable media, has no links. An empty file holds the place instead.
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) throw error;
      await (await open(path, 'wx', 0o600)).close();
      await rename(temporary, path);
    }
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its file systems journal the entry themselves.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Undefined for what is not JSON, which no schema accepts. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function refuse<F extends string>(fault: F, remedy: string): Fault<F> {
  return { ok: false, fault, remedy };
}
