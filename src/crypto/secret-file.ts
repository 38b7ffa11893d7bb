import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../domain/canonical.ts';
import { decrypt, encrypt, GCM_NONCE_BYTES } from './aes-gcm.ts';
import type { BotKeys } from './keys.ts';
import {
  type PrivateReadFault,
  type PrivateWriteFault,
  readPrivate,
  replacePrivate,
} from './private-file.ts';

/*
 * What the set-up page was given and must outlive a restart, sealed under the key ring: AES-256-GCM with a key
 * derived from the bot's index key: that of the day, and after a rotation the one before until it is written anew. So one
 * passphrase opens both files, a new passphrase needs only a new key file, and with keys on removable media a seized disk
 * shows no token either.
 */
const FORMAT = 'bray secrets';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

const secretFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  nonce: base64url,
  sealed: base64url,
});

const secretsShape = z.strictObject({ botToken: z.string() });

export type StoredSecrets = Readonly<z.infer<typeof secretsShape>>;

/** `other-keys`: it was sealed under another key ring, or altered; which of the two cannot be told. */
export type SecretFileFault = PrivateReadFault | 'not-a-secret-file' | 'other-keys';

const MAX_BYTES = 10_000;

/**
 * Writes the secrets in the place of those before, complete or not at all, readable by their owner only (mode
 * 0600) and on disk when this returns. Answers what hindered it; throws only on a failing disk.
 */
export function writeSecretFile(
  path: string,
  secrets: StoredSecrets,
  keys: Pick<BotKeys, 'index'>,
): Promise<PrivateWriteFault | null> {
  const nonce = randomBytes(GCM_NONCE_BYTES);
  const plain = Buffer.from(canonicalJson({ ...secrets }), 'utf8');
  const file: z.infer<typeof secretFile> = {
    format: FORMAT,
    version: 1,
    nonce: nonce.toString('base64url'),
    sealed: encrypt(keyFrom(keys), nonce, plain, boundTo).toString('base64url'),
  };
  return replacePrivate(path, `${JSON.stringify(file, null, 2)}\n`);
}

/** Reads the secrets, or says what is wrong with the file. Throws only on a failing disk. */
export async function readSecretFile(
  path: string,
  keys: Pick<BotKeys, 'index' | 'former'>,
): Promise<
  /** `former`: sealed under a key from before a rotation, to be written anew before that is forgotten. */
  | { readonly ok: true; readonly secrets: StoredSecrets; readonly former: boolean }
  | { readonly ok: false; readonly fault: SecretFileFault }
> {
  const read = await readPrivate(path, MAX_BYTES);
  if (!read.ok) return read;
  const file = secretFile.safeParse(parseJson(read.text));
  const nonce = Buffer.from(file.data?.nonce ?? '', 'base64url');
  if (!file.success || nonce.length !== GCM_NONCE_BYTES) return { ok: false, fault: 'not-a-secret-file' };
  const sealed = Buffer.from(file.data.sealed, 'base64url');
  for (const [place, one] of [keys, ...keys.former].entries()) {
    const plain = decrypt(keyFrom(one), nonce, sealed, boundTo);
    if (plain === null) continue;
    return { ok: true, secrets: secretsShape.parse(JSON.parse(plain.toString('utf8'))), former: place > 0 };
  }
  return { ok: false, fault: 'other-keys' };
}

/** Seals the secrets under the present key where they are under a former one. Throws where that cannot be written. */
export async function renewSecretFile(path: string, keys: Pick<BotKeys, 'index' | 'former'>): Promise<void> {
  const read = await readSecretFile(path, keys);
  if (!read.ok || !read.former) return;
  const fault = await writeSecretFile(path, read.secrets, keys);
  if (fault !== null) throw new Error(`The secret file cannot be written: ${fault}.`);
}

const boundTo = Buffer.from('bray secret file 1', 'utf8');

function keyFrom({ index }: Pick<BotKeys, 'index'>): KeyObject {
  return createSecretKey(
    new Uint8Array(hkdfSync('sha256', index, new Uint8Array(), 'bray secret file 1', 32)),
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
