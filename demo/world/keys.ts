import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeyFile, writeKeyFile } from '../../src/crypto/key-file.ts';
import { generateKeys, type KeyRing } from '../../src/crypto/keys.ts';

/** The demo's keys lie beside its database, which real ones never may: there is nothing real to protect. */
export async function demoKeys(dataFolder: string): Promise<KeyRing> {
  const path = join(dataFolder, 'keys.json');
  const read = await readKeyFile(path);
  if (read.ok) return read.keys;
  if (read.fault !== 'missing') {
    throw new Error(
      `The demo's key file ${path} cannot be used. ${read.remedy} Or delete it: it is made anew.`,
    );
  }
  const keys = generateKeys();
  await mkdir(dataFolder, { recursive: true });
  const written = await writeKeyFile(path, keys);
  if (!written.ok) throw new Error(`The demo's key file ${path} cannot be written. ${written.remedy}`);
  return keys;
}
