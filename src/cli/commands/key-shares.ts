import { join } from 'node:path';
import type { Command } from 'commander';
import { readKeyFile, writeKeyFile } from '../../crypto/key-file.ts';
import { MOST_SHARES, newSharedLock } from '../../crypto/key-shares.ts';
import { writeNewPrivate } from '../../crypto/private-file.ts';
import { sealedProcesses } from '../../unseal-socket.ts';
import { wholeNumber } from '../arguments.ts';
import { Failed } from '../failed.ts';
import { newPassphrase, openKeysToChange } from '../keys.ts';
import { giveOne, sharePaper } from '../shares.ts';
import { readConfig } from '../storage.ts';

/** Dividing the key of the key file among several people, and putting it together again. */
export function keyShareCommands(keys: Command): void {
  keys
    .command('share')
    .description(
      'write a key file that opens only with several shares, and print the shares; the present file stays as it is',
    )
    .argument('<file>', 'a new file; KEYS_FILE names it once the shares are with their people')
    .option('--of <number>', 'how many shares there are', wholeNumber(2, MOST_SHARES), 5)
    .option('--need <number>', 'how many of them open it', wholeNumber(2, MOST_SHARES), 3)
    .option('--folder <folder>', 'write each share to a file there, to be printed, and show none here')
    .action(async (path: string, { of, need, folder }: { of: number; need: number; folder?: string }) => {
      if (need > of) throw new Failed(`Of ${of} shares ${need} cannot be needed. Correct --of or --need.`);
      const { ring } = await openKeysToChange(readConfig());
      const { lock, shares } = await newSharedLock({ of, need });
      const papers = shares.map((share, index) => sharePaper(lock.set, index + 1, share));
      // The shares first: a file whose shares were lost opens never again.
      if (folder !== undefined) await writePapers(folder, lock.set.set, papers);
      const written = await writeKeyFile(path, ring, { shared: lock });
      if (!written.ok) throw new Failed(`${path}: ${written.remedy} The shares are worth nothing.`);
      if (folder === undefined) for (const paper of papers) console.log(`${paper}\n`);
      console.log(`Written: ${path}. It opens with any ${need} of the ${of} shares, and in no other way.`);
      console.log(
        'Give each share to one person, on paper. Then try them while the present key file is there:',
      );
      console.log(`  KEYS_FILE=${path} npm run bray -- keys combine`);
      console.log(
        'Then name the new file in KEYS_FILE and destroy the present one and its copies. From then on the service starts sealed: after each restart nothing is sent until enough shares were given with `keys unseal`.',
      );
    });
  keys
    .command('combine')
    .description('try whether shares open the key file; with a file, write the keys there under a passphrase')
    .argument('[file]', 'a new file, for when the shares are no longer to be needed')
    .option('--from <file...>', 'files that hold shares; otherwise they are typed')
    .option('--no-passphrase', 'leave the keys readable to whoever has the file; only for removable media')
    .action(async (path: string | undefined, options: { from?: string[]; passphrase: boolean }) => {
      const config = readConfig();
      const read = await readKeyFile(config.keys.file);
      if (read.ok || read.fault === 'needs-passphrase')
        throw new Failed(`${config.keys.file} opens without shares.`);
      const { ring } = await openKeysToChange(config, { shares: options.from ?? [] });
      if (path === undefined) return console.log(`These shares open ${config.keys.file}.`);
      const passphrase = options.passphrase ? await newPassphrase(config) : undefined;
      const written = await writeKeyFile(path, ring, passphrase === undefined ? {} : { passphrase });
      if (!written.ok) throw new Failed(`${path}: ${written.remedy}`);
      console.log(
        `Written: ${path}. Name it in KEYS_FILE; the shares open only the file that they were made for.`,
      );
    });
  keys
    .command('unseal')
    .description(
      'give one share to the service on this machine, which starts sealed; the others give theirs in turn',
    )
    .option('--from <file...>', 'files that hold shares; otherwise one is typed')
    .action(async (options: { from?: string[] }) => {
      const { dataFolder } = readConfig();
      const waiting = await sealedProcesses(dataFolder);
      if (waiting.length === 0) throw new Failed(nothingSealed(dataFolder));
      let left = waiting;
      await giveOne(options.from ?? [], async (share) => {
        const answers = await Promise.all(left.map(async (give) => ({ give, answer: await give(share) })));
        const answered = answers.flatMap(({ give, answer }) => (answer === null ? [] : [{ give, answer }]));
        left = answered.filter(({ answer }) => answer.outcome !== 'enough').map(({ give }) => give);
        // While one still waits, what it says counts.
        const first = answered.find(({ answer }) => answer.outcome !== 'enough') ?? answered[0];
        if (first === undefined) throw new Failed(nothingSealed(dataFolder));
        return first.answer;
      });
    });
}

function nothingSealed(dataFolder: string): string {
  return `No service waits for shares in ${dataFolder} (DATA_FOLDER). It does once it was started with a key file that opens with shares, by the user who runs this.`;
}

async function writePapers(folder: string, set: string, papers: readonly string[]): Promise<void> {
  for (const [index, paper] of papers.entries()) {
    const path = join(folder, `share-${set}-${index + 1}.txt`);
    const fault = await writeNewPrivate(path, paper);
    if (fault !== null)
      throw new Failed(`${path} cannot be written: ${fault}. Name a folder that is there, and yours.`);
    console.log(`Share ${index + 1}: ${path}`);
  }
}
