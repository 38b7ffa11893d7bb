import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/* Files that their owner alone may read (mode 0600), complete or not there at all. */

export type PrivateReadFault = 'missing' | 'not-readable' | 'not-a-file' | 'too-open-permissions';
export type PrivateWriteFault = 'exists' | 'no-such-folder' | 'not-writable';

/**
 * The text of a file that others on this machine cannot read; looks at the permissions of the very file that it
 * reads, through one handle. What is larger than `maxBytes` is not the file that was meant. Throws only on a
 * failing disk.
 */
export async function readPrivate(
  path: string,
  maxBytes: number,
): Promise<
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: PrivateReadFault }
> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    return { ok: false, fault: readFault(error) };
  }
  try {
    const stat = await file.stat();
    if (!stat.isFile() || stat.size > maxBytes) return { ok: false, fault: 'not-a-file' };
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
      return { ok: false, fault: 'too-open-permissions' };
    }
    return { ok: true, text: await file.readFile('utf8') };
  } finally {
    await file.close();
  }
}

/** Writes a file that must not exist yet; it is on disk when this returns. Throws only on a failing disk. */
export function writeNewPrivate(path: string, text: string): Promise<PrivateWriteFault | null> {
  return writeBeside(path, text, linkIntoPlace);
}

/** Writes a file in the place of the one before, if any; it is on disk when this returns. Throws only on a failing disk. */
export function replacePrivate(path: string, text: string): Promise<PrivateWriteFault | null> {
  return writeBeside(path, text, rename);
}

async function writeBeside(
  path: string,
  text: string,
  intoPlace: (temporary: string, path: string) => Promise<void>,
): Promise<PrivateWriteFault | null> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await writeSynced(temporary, text);
    await intoPlace(temporary, path);
    await syncFolder(dirname(path));
    return null;
  } catch (error) {
    return writeFault(error);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A link fails where a file is; a rename would replace it. */
async function linkIntoPlace(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    // FAT, the file system of most removable media, has no links. An empty file holds the place instead.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error))) throw error;
    await (await open(path, 'wx', 0o600)).close();
    await rename(temporary, path);
  }
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

function readFault(error: unknown): PrivateReadFault {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing';
    case 'EACCES':
    case 'EPERM':
      return 'not-readable';
    default:
      throw error;
  }
}

function writeFault(error: unknown): PrivateWriteFault {
  switch (errorCode(error)) {
    case 'EEXIST':
      return 'exists';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no-such-folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'not-writable';
    default:
      throw error;
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
