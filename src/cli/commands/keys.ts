import type { Command } from 'commander';
import { systemClock } from '../../clock.ts';
import { chatIndex } from '../../crypto/chat-index.ts';
import { createInbox } from '../../crypto/inbox.ts';
import { replaceKeyFile, writeKeyFile } from '../../crypto/key-file.ts';
import { verifyingKeyText } from '../../crypto/key-text.ts';
import { isLongEnough, PASSPHRASE_MIN } from '../../crypto/key-wrapping.ts';
import {
  completeKeys,
  forgetOldKeys,
  generateKeys,
  type KeyRing,
  type KeySection,
  keySections,
  lacksKeys,
  rotateKeys,
  takeSections,
} from '../../crypto/keys.ts';
import { createOpener, createSealer } from '../../crypto/seal.ts';
import { renewSecretFile } from '../../crypto/secret-file.ts';
import { secretFileOf } from '../../holdings.ts';
import { otherKeysInUse } from '../../services/keys/in-use.ts';
import { mayForgetOldKeys, readOldKeys } from '../../services/keys/old-keys.ts';
import { reseal } from '../../services/keys/reseal.ts';
import { someOf } from '../arguments.ts';
import { Failed } from '../failed.ts';
import { newPassphrase, openKeys, openKeysToChange, otherPassphrase } from '../keys.ts';
import { whyNotYet } from '../old-keys-text.ts';
import { asOperator, readConfig } from '../storage.ts';
import { keyShareCommands } from './key-shares.ts';

export function keyCommands(program: Command): void {
  const keys = program.command('keys').description('the keys that seal the chats of followers');
  keys
    .command('generate')
    .description('make a new key file; without keys nothing is sent, and lost keys are lost followers')
    .option('--file <file>', 'where; best on removable media (default: KEYS_FILE)')
    .option('--no-passphrase', 'leave the keys readable to whoever has the file; only for removable media')
    .action(async (options: { file?: string; passphrase: boolean }) => {
      const { keys: configured } = readConfig();
      const path = options.file ?? configured.file;
      const passphrase = options.passphrase ? await newPassphrase({ keys: configured }) : undefined;
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
      const { ring, file, change } = await keysToChange();
      if (!lacksKeys(ring)) return console.log('It lacks nothing.');
      const whole = completeKeys(ring);
      if (whole === null) throw new Failed(`${file} lacks the keys of the bot: do it where they are.`);
      await change(whole);
      console.log(`Added. Start the service again, and take a new copy of ${file}.`);
    });
  keys
    .command('part')
    .description(
      'write a new key file with the keys of some roles and no other, for a process that has only these',
    )
    .argument('<roles>', `from ${keySections.join(', ')}, separated by commas`, someOf(keySections))
    .argument('<file>', 'a new file; it opens as the whole one does')
    .action(async (sections: KeySection[], path: string) => {
      const { ring, lock } = await openKeysToChange(readConfig());
      const part = takeSections(ring, sections);
      if (!part.ok) throw new Failed(`The key file lacks the keys of: ${part.missing.join(', ')}.`);
      const written = await writeKeyFile(path, part.ring, lock);
      if (!written.ok) throw new Failed(`${path}: ${written.remedy}`);
      console.log(`Written: ${path}. Name it in KEYS_FILE of the process, and in that of no other.`);
    });
  keys
    .command('passphrase')
    .description('put the key file under a passphrase, or under another one; the keys stay as they are')
    .option('--from <file>', 'a file whose first line is the new one, where nobody is there to type it')
    .option('--remove', 'leave the keys readable to whoever has the file; only for removable media')
    .action(async (options: { from?: string; remove?: true }) => {
      const config = readConfig();
      const { ring, lock } = await openKeysToChange(config);
      const { file } = config.keys;
      if (lock.shared !== undefined)
        throw new Failed(`The keys of ${file} are divided. Put them together first: keys combine.`);
      const passphrase = options.remove ? null : await otherPassphrase(options.from);
      if (passphrase !== null && !isLongEnough(passphrase))
        throw new Failed(`Use a passphrase of at least ${PASSPHRASE_MIN} characters.`);
      const written = await replaceKeyFile(file, ring, passphrase === null ? {} : { passphrase });
      if (!written.ok) throw new Failed(`${file}: ${written.remedy}`);
      console.log(
        passphrase === null
          ? `${file} opens without a passphrase now.`
          : `${file} opens with the new passphrase only.`,
      );
      console.log('Take a new copy of it. Copies made before open as they did: destroy them.');
    });
  keys
    .command('rotate')
    .description(
      'add a new sealing key, and new ones to find chats by; start the service again with them, then `keys reseal`',
    )
    .action(async () => {
      const { ring, change } = await keysToChange();
      const { bot, sender } = ring;
      if (bot === null || sender === null) throw new Failed(lacksBoth);
      // What it lacks is made of keys that are about to change.
      if (lacksKeys(ring)) throw new Failed('The key file is of an earlier version. First: keys complete.');
      const rotated = rotateKeys({ ...ring, bot, sender });
      await change(rotated);
      console.log(
        `Epoch ${rotated.public.sealing.epoch} is in the key file. Take a new copy of it, start the service again,`,
      );
      console.log('then run: npm run bray -- keys reseal');
    });
  keys
    .command('reseal')
    .description(
      'seal anew what is sealed to older keys; the service goes on, and it may be cut off and done again',
    )
    .action(async () => {
      const { public: open, bot, sender } = await openKeys(readConfig());
      if (bot === null || sender === null) throw new Failed(lacksBoth);
      const sealer = createSealer(open.sealing, systemClock);
      const opener = createOpener(sender.sealing);
      const { epoch } = open.sealing;
      const { resealed, unreadable, merged } = await asOperator(async (ctx) => {
        if (await otherKeysInUse(ctx, epoch)) throw new Failed(notStartedSince);
        return reseal(ctx, {
          epoch,
          opener,
          sealer,
          chatIndex: (botId, chatId) => chatIndex(bot.index, botId, chatId),
        });
      });
      console.log(`${resealed} values are sealed to epoch ${epoch} now.`);
      if (merged > 0) console.log(`${merged} chats that the bot took for new ones are one again.`);
      if (unreadable > 0)
        console.log(
          `${unreadable} open with none of the keys, and stay as they are: keys forget-old says which, and what to do.`,
        );
      console.log(
        'In a week: npm run bray -- keys forget-old. Until then old backups can still be read with the old key.',
      );
    });
  keys
    .command('forget-old')
    .description('destroy the older keys, a week after `keys reseal`: old backups open never again')
    .option(
      '--despite-unreadable',
      'also where values open with none of the keys, which nothing can be done for',
    )
    .action(async (options: { despiteUnreadable?: true }) => {
      const { ring, change } = await keysToChange();
      const { bot, sender } = ring;
      if (bot === null || sender === null) throw new Failed(lacksBoth);
      const { epoch } = ring.public.sealing;
      const inbox = createInbox(bot.inbox);
      const opener = createOpener(sender.sealing);
      const old = await asOperator((ctx) => readOldKeys(ctx, { epoch, opener, inbox }));
      if (!mayForgetOldKeys(old, { now: systemClock.now(), despite: options.despiteUnreadable === true }))
        throw new Failed(whyNotYet(old).join('\n'));
      // The token that the set-up page took, should the service not have been started since the keys were rotated.
      await renewSecretFile(secretFileOf(readConfig()), bot);
      await change(forgetOldKeys(ring));
      console.log(
        'The older keys are gone from this file. Start the service again, and destroy the copies of the file.',
      );
    });
  keys
    .command('show')
    .description('what is public of the keys')
    .action(async () => {
      const { sealing, scheduler } = (await openKeys(readConfig())).public;
      console.log(`epoch of the sealing key:      ${sealing.epoch}`);
      console.log(`public key of the audit log:   ${verifyingKeyText(scheduler)}`);
    });
  keyShareCommands(keys);
}

const notStartedSince =
  'Nothing was done: a bot or a sender still works with the keys before these, or was killed within the last half minute. Start each process of the service again, with the new key file, then try once more.';

const lacksBoth = 'The key file lacks the keys of the sender or of the bot: do it where both are.';

async function keysToChange(): Promise<{
  readonly ring: KeyRing;
  readonly file: string;
  change(ring: KeyRing): Promise<void>;
}> {
  const config = readConfig();
  const { ring, lock } = await openKeysToChange(config);
  const { file } = config.keys;
  return {
    ring,
    file,
    async change(changed) {
      const written = await replaceKeyFile(file, changed, lock);
      if (!written.ok) throw new Failed(`${file}: ${written.remedy}`);
    },
  };
}
