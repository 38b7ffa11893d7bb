import type { Config } from '../config.ts';
import { readKeyFile } from '../crypto/key-file.ts';
import type { KeyRing } from '../crypto/keys.ts';
import { askHidden, somebodyIsThere } from '../terminal.ts';
import { Failed } from './failed.ts';

/** The keys of the configured file, opened with the configured passphrase or with one that is typed. */
export async function openKeys({ keys }: Pick<Config, 'keys'>): Promise<KeyRing> {
  const passphrase = await passphraseFor({ keys });
  const read = await readKeyFile(keys.file, passphrase === null ? {} : { passphrase });
  if (!read.ok) throw new Failed(`${keys.file} (KEYS_FILE): ${read.remedy}`);
  return read.keys;
}

/** With what the key file is locked; null when it is not. */
export async function passphraseFor({ keys }: Pick<Config, 'keys'>): Promise<string | null> {
  const read = await readKeyFile(keys.file);
  if (read.ok) return null;
  if (read.fault !== 'needs-passphrase') throw new Failed(`${keys.file} (KEYS_FILE): ${read.remedy}`);
  if (keys.passphrase !== null) return keys.passphrase.reveal();
  if (!somebodyIsThere())
    throw new Failed('Nobody is there to type the passphrase: give it in KEYS_PASSPHRASE.');
  const typed = await askHidden('Passphrase: ');
  if (typed === null) throw new Failed('Given up; nothing was done.');
  return typed;
}
