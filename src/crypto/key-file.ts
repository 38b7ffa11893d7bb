import { z } from 'zod';
import { contentHash } from '../domain/canonical.ts';
import { lockShared, openShared, type SharedLock, type ShareSet, sharedRing } from './key-shares.ts';
import { type RingText, ringFromText, ringToText } from './key-text.ts';
import { isLongEnough, PASSPHRASE_MIN, unwrap, wrap, wrappedRing } from './key-wrapping.ts';
import { fitsTogether, type KeyRing } from './keys.ts';
import {
  type PrivateReadFault,
  type PrivateWriteFault,
  readPrivate,
  replacePrivate,
  writeNewPrivate,
} from './private-file.ts';

/*
 * A key file is JSON: what it is, how it is protected, the keys (in the clear, wrapped, or under a key that was divided), and a SHA-256 over
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
  z.strictObject({
    format: z.literal(FORMAT),
    version: z.literal(1),
    protection: z.literal('shares'),
    keys: sharedRing,
    checksum: z.string(),
  }),
]);

/** Larger than any key file with a thousand epochs. */
const MAX_BYTES = 1_000_000;

export type WriteFault = PrivateWriteFault | 'passphrase-too-short';

export type KeyFileFault =
  | Exclude<PrivateReadFault, 'not-a-file'>
  | 'needs-passphrase'
  | 'wrong-passphrase'
  | 'needs-shares'
  | 'wrong-shares'
  | 'altered'
  | 'not-a-key-file';

/** What a key file is locked with; nothing: its keys lie in it in the clear. */
export type KeyFileLock = { readonly passphrase?: string; readonly shared?: SharedLock };

type Fault<F> = { readonly ok: false; readonly fault: F; readonly remedy: string };

/**
 * Writes a key file, complete or not at all, readable by its owner only (mode 0600), and on disk when this
 * returns. Never overwrites. Without a lock the keys lie in it in the clear: for removable media.
 */
export async function writeKeyFile(
  path: string,
  ring: KeyRing,
  lock: KeyFileLock = {},
): Promise<{ readonly ok: true } | Fault<WriteFault>> {
  const { passphrase } = lock;
  if (passphrase !== undefined && !isLongEnough(passphrase)) {
    return refuse('passphrase-too-short', `Use a passphrase of at least ${PASSPHRASE_MIN} characters.`);
  }
  const fault = await writeNewPrivate(path, await fileText(ring, lock));
  return fault === null ? { ok: true } : refuse(fault, writeRemedies[fault]);
}

/**
 * Puts other keys into a key file that is there: at every moment the file is the old one or the new one, whole.
 */
export async function replaceKeyFile(
  path: string,
  ring: KeyRing,
  lock: KeyFileLock,
): Promise<{ readonly ok: true } | Fault<WriteFault>> {
  const fault = await replacePrivate(path, await fileText(ring, lock));
  return fault === null ? { ok: true } : refuse(fault, writeRemedies[fault]);
}

async function fileText(ring: KeyRing, lock: KeyFileLock): Promise<string> {
  const content = { format: FORMAT, version: 1, ...(await locked(ringToText(ring), lock)) } as const;
  return `${JSON.stringify({ ...content, checksum: contentHash(content) }, null, 2)}\n`;
}

async function locked(text: RingText, { passphrase, shared }: KeyFileLock) {
  if (shared !== undefined) return { protection: 'shares', keys: lockShared(text, shared) } as const;
  if (passphrase === undefined) return { protection: 'none', keys: text } as const;
  return { protection: 'passphrase', keys: await wrap(text, passphrase) } as const;
}

const writeRemedies = {
  exists: 'Name another file, or move the present one away: a key file is never overwritten.',
  'no-such-folder': 'Make the folder first.',
  'not-writable': 'Choose a folder in which this user may write.',
} as const satisfies Record<PrivateWriteFault, string>;

/** Why a key file was not read; one whose key was divided says among whom. */
export type UnreadKeyFile =
  | Fault<Exclude<KeyFileFault, 'needs-shares'>>
  | (Fault<'needs-shares'> & { readonly set: ShareSet });

const needsShares = ({ of, need }: Pick<ShareSet, 'of' | 'need'>) =>
  `It opens with any ${need} of its ${of} shares: give them with \`keys unseal\` to the service once it was started, or to \`keys combine\`.`;

const wrongShares =
  'These shares do not give the key of this file: one of them was forged. Give others, and find out whose it was.';

/** Reads a key file, or says what is wrong with it and what to do. Throws only on a failing disk. */
export async function readKeyFile(
  path: string,
  { passphrase, shared }: KeyFileLock = {},
): Promise<{ readonly ok: true; readonly keys: KeyRing } | UnreadKeyFile> {
  const read = await readPrivate(path, MAX_BYTES);
  if (!read.ok) return unread(read.fault);
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
  if (content.protection === 'shares') {
    const { set, of, need } = content.keys;
    if (shared === undefined)
      return { ...refuse('needs-shares', needsShares({ of, need })), set: { set, of, need } };
    const opened = openShared(content.keys, shared);
    return opened === null ? refuse('wrong-shares', wrongShares) : ringOf(opened);
  }
  if (passphrase === undefined) return refuse('needs-passphrase', 'Give the passphrase of the key file.');
  const unwrapped = await unwrap(content.keys, passphrase);
  if (unwrapped === null)
    return refuse('wrong-passphrase', 'Give the passphrase with which the file was made.');
  return ringOf(unwrapped);
}

function unread(fault: PrivateReadFault): Fault<Exclude<KeyFileFault, 'needs-shares'>> {
  switch (fault) {
    case 'missing':
      return refuse(
        fault,
        'Put the key file there (is the medium plugged in?), or make one with `keys generate`.',
      );
    case 'not-readable':
      return refuse(fault, 'Make the file belong to the user who runs this.');
    case 'not-a-file':
      return refuse('not-a-key-file', 'Name a file that `keys generate` wrote.');
    case 'too-open-permissions':
      return refuse(
        fault,
        'Others on this machine can read the file: `chmod 600` it; mount a medium that has no permissions with umask=077.',
      );
  }
}

function ringOf(text: unknown): { readonly ok: true; readonly keys: KeyRing } | Fault<'altered'> {
  const keys = ringFromText(text);
  if (keys !== null && fitsTogether(keys)) return { ok: true, keys };
  return refuse(
    'altered',
    'The keys in the file do not belong together: use a copy of the file as it was made.',
  );
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

function refuse<F extends string>(fault: F, remedy: string): Fault<F> {
  return { ok: false, fault, remedy };
}
