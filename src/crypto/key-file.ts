import { z } from 'zod';
import { contentHash } from '../domain/canonical.ts';
import { ringFromText, ringToText } from './key-text.ts';
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

export type WriteFault = PrivateWriteFault | 'passphrase-too-short';

export type KeyFileFault =
  | Exclude<PrivateReadFault, 'not-a-file'>
  | 'needs-passphrase'
  | 'wrong-passphrase'
  | 'altered'
  | 'not-a-key-file';

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
  const fault = await writeNewPrivate(path, await fileText(ring, passphrase));
  return fault === null ? { ok: true } : refuse(fault, writeRemedies[fault]);
}

/**
 * Puts other keys into a key file that is there: at every moment the file is the old one or the new one, whole.
 * `passphrase`: null for a file whose keys lie in it in the clear.
 */
export async function replaceKeyFile(
  path: string,
  ring: KeyRing,
  passphrase: string | null,
): Promise<{ readonly ok: true } | Fault<WriteFault>> {
  const fault = await replacePrivate(path, await fileText(ring, passphrase ?? undefined));
  return fault === null ? { ok: true } : refuse(fault, writeRemedies[fault]);
}

async function fileText(ring: KeyRing, passphrase: string | undefined): Promise<string> {
  const head = { format: FORMAT, version: 1 } as const;
  const text = ringToText(ring);
  const content =
    passphrase === undefined
      ? { ...head, protection: 'none' as const, keys: text }
      : { ...head, protection: 'passphrase' as const, keys: await wrap(text, passphrase) };
  return `${JSON.stringify({ ...content, checksum: contentHash(content) }, null, 2)}\n`;
}

const writeRemedies = {
  exists: 'Name another file, or move the present one away: a key file is never overwritten.',
  'no-such-folder': 'Make the folder first.',
  'not-writable': 'Choose a folder in which this user may write.',
} as const satisfies Record<PrivateWriteFault, string>;

/** Reads a key file, or says what is wrong with it and what to do. Throws only on a failing disk. */
export async function readKeyFile(
  path: string,
  { passphrase }: { readonly passphrase?: string } = {},
): Promise<{ readonly ok: true; readonly keys: KeyRing } | Fault<KeyFileFault>> {
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
  if (passphrase === undefined) return refuse('needs-passphrase', 'Give the passphrase of the key file.');
  const unwrapped = await unwrap(content.keys, passphrase);
  if (unwrapped === null)
    return refuse('wrong-passphrase', 'Give the passphrase with which the file was made.');
  return ringOf(unwrapped);
}

function unread(fault: PrivateReadFault): Fault<KeyFileFault> {
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
