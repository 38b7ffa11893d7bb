import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { type KeyFileLock, readKeyFile } from '../crypto/key-file.ts';
import { gatherShares } from '../crypto/key-shares.ts';
import type { KeyRing } from '../crypto/keys.ts';
import { askHidden, somebodyIsThere } from '../terminal.ts';
import { Failed } from './failed.ts';
import { giveShares } from './shares.ts';

/** The keys of the service, opened with KEYS_PASSPHRASE or with what somebody types. */
export async function openKeys(config: Config): Promise<KeyRing> {
  return (await openKeysToChange(config)).ring;
}

/** The same, with what the file is locked with, so that it can be written anew. `shares`: files that hold shares. */
export async function openKeysToChange(
  { keys }: Config,
  { shares = [] }: { readonly shares?: readonly string[] } = {},
): Promise<{ readonly ring: KeyRing; readonly lock: KeyFileLock }> {
  const plain = await readKeyFile(keys.file);
  if (plain.ok) return { ring: plain.keys, lock: {} };
  let lock: KeyFileLock;
  if (plain.fault === 'needs-passphrase') lock = { passphrase: keys.passphrase?.reveal() ?? (await ask()) };
  else if (plain.fault === 'needs-shares') {
    const gathering = gatherShares(plain.set);
    lock = { shared: (await giveShares(shares, (text) => gathering.give(text))).lock };
  } else throw new Failed(`${keys.file}: ${plain.remedy}`);
  const opened = await readKeyFile(keys.file, lock);
  if (opened.ok) return { ring: opened.keys, lock };
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

/** The passphrase for a new key file: that of the configuration, or what somebody types twice. */
export async function newPassphrase({ keys }: Pick<Config, 'keys'>): Promise<string> {
  return keys.passphrase?.reveal() ?? askTwice();
}

/** Another passphrase than that of the configuration: the first line of a file, or what somebody types twice. */
export async function otherPassphrase(path: string | undefined): Promise<string> {
  if (path === undefined) return askTwice();
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Failed(`${path} cannot be read. Name a file whose first line is the new passphrase.`, {
      cause: error,
    });
  });
  return text.split(/\r?\n/)[0] ?? '';
}

async function askTwice(): Promise<string> {
  if (!somebodyIsThere()) {
    throw new Failed(
      'Nobody is there to type a passphrase: give a new one in KEYS_PASSPHRASE (for another one, --from), or say that there is to be none.',
    );
  }
  const first = await askHidden('Passphrase: ');
  const second = first === null ? null : await askHidden('Once more:  ');
  if (first === null || second === null) throw new Failed('Given up; nothing was written.');
  if (first !== second) throw new Failed('The two were not the same; nothing was written.');
  return first;
}
