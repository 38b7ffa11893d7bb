import type { Config } from '../config.ts';
import { readKeyFile } from '../crypto/key-file.ts';
import type { KeyRing } from '../crypto/keys.ts';
import { askHidden, somebodyIsThere } from '../terminal.ts';
import { Failed } from './failed.ts';

/** The keys of the service, opened with KEYS_PASSPHRASE or with what somebody types. */
export async function openKeys(config: Config): Promise<KeyRing> {
  return (await openKeysToChange(config)).ring;
}

/** The same, with what the file is locked with (null: nothing), so that it can be written anew. */
export async function openKeysToChange({
  keys,
}: Config): Promise<{ readonly ring: KeyRing; readonly passphrase: string | null }> {
  const plain = await readKeyFile(keys.file);
  if (plain.ok) return { ring: plain.keys, passphrase: null };
  if (plain.fault !== 'needs-passphrase') throw new Failed(`${keys.file}: ${plain.remedy}`);
  const passphrase = keys.passphrase?.reveal() ?? (await ask());
  const opened = await readKeyFile(keys.file, { passphrase });
  if (opened.ok) return { ring: opened.keys, passphrase };
  throw new Failed(`${keys.file}: ${opened.remedy}`);
}

async function ask(): Promise<string> {
  if (!somebodyIsThere()) {
    throw new Failed('Nobody is there to type the passphrase of the keys: give it in KEYS_PASSPHRASE.');
  }
  const typed = await askHidden('Passphrase of the keys: ');
  if (typed === null) throw new Failed('Given up; nothing was done.');
  return typed;
}
