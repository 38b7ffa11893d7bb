import type { Command } from 'commander';
import { replaceKeyFile, writeKeyFile } from '../../crypto/key-file.ts';
import { verifyingKeyText } from '../../crypto/key-text.ts';
import { completeKeys, generateKeys } from '../../crypto/keys.ts';
import { askHidden, somebodyIsThere } from '../../terminal.ts';
import { Failed } from '../failed.ts';
import { openKeys, openKeysToChange } from '../keys.ts';
import { readConfig } from '../storage.ts';

export function keyCommands(program: Command): void {
  const keys = program.command('keys').description('the keys that seal the chats of followers');
  keys
    .command('generate')
    .description('make a new key file; without keys nothing is sent, and lost keys are lost followers')
    .option('--file <file>', 'where; best on removable media (default: KEYS_FILE)')
    .option('--no-passphrase', 'leave the keys readable to whoever has the file; only for removable media')
    .action(async (options: { file?: string; passphrase: boolean }) => {
      const path = options.file ?? readConfig().keys.file;
      const passphrase = options.passphrase ? (process.env.KEYS_PASSPHRASE ?? (await askTwice())) : undefined;
      const written = await writeKeyFile(
        path,
        generateKeys(),
        passphrase === undefined ? {} : { passphrase },
      );
      if (!written.ok) throw new Failed(`${path}: ${written.remedy}`);
      console.log(`Written: ${path}`);
      console.log('Keep a copy of it in another place than the database and its backups.');
    });
  keys
    .command('complete')
    .description('add what a key file of an earlier version lacks; what is in it stays as it is')
    .action(async () => {
      const config = readConfig();
      const { ring, passphrase } = await openKeysToChange(config);
      const whole = completeKeys(ring);
      if (whole === null) return console.log('It lacks nothing.');
      const { file } = config.keys;
      const written = await replaceKeyFile(file, whole, passphrase);
      if (!written.ok) throw new Failed(`${file}: ${written.remedy}`);
      console.log(`Added. Start the service again, and take a new copy of ${file}.`);
    });
  keys
    .command('show')
    .description('what is public of the keys')
    .action(async () => {
      const { sealing, audit } = (await openKeys(readConfig())).public;
      console.log(`epoch of the sealing key:      ${sealing.epoch}`);
      console.log(`public key of the audit log:   ${verifyingKeyText(audit)}`);
    });
}

async function askTwice(): Promise<string> {
  if (!somebodyIsThere()) {
    throw new Failed(
      'Nobody is there to type a passphrase: give it in KEYS_PASSPHRASE, or say --no-passphrase.',
    );
  }
  const first = await askHidden('Passphrase: ');
  const second = first === null ? null : await askHidden('Once more:  ');
  if (first === null || second === null) throw new Failed('Given up; nothing was written.');
  if (first !== second) throw new Failed('The two were not the same; nothing was written.');
  return first;
}
