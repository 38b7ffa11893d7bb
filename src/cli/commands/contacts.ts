import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { systemClock } from '../../clock.ts';
import { createSealer } from '../../crypto/seal.ts';
import { contactFields } from '../../domain/contact.ts';
import { readContacts } from '../../domain/contact-file.ts';
import type { AccountId, ContactId } from '../../domain/ids.ts';
import { openNetworks } from '../../networks/index.ts';
import { type AddContactsRefusal, addContacts } from '../../services/contacts/add.ts';
import { type BounceRefusal, type RecordedBounce, recordBounce } from '../../services/contacts/bounce.ts';
import { listContacts } from '../../services/contacts/list.ts';
import { removeContact } from '../../services/contacts/remove.ts';
import { idFrom } from '../arguments.ts';
import { Failed, isForTheOperator, TryLater } from '../failed.ts';
import { explained } from '../file-faults.ts';
import { openKeys } from '../keys.ts';
import { asOperator, readConfig } from '../storage.ts';

const LISTS = 'There is no such account. Run: npm run bray -- accounts list';

export function contactCommands(program: Command): void {
  const contacts = program.command('contacts').description('whom an account writes to: the press list');
  contacts
    .command('list')
    .description('outlet, topic and state of each contact; who they are can be read by nobody')
    .argument('<account>', 'as `accounts list` shows it', idFrom<AccountId>('accounts list'))
    .action((accountId: AccountId) =>
      asOperator(async (ctx) => {
        const listed = await listContacts(ctx, accountId);
        if (!listed.ok) throw new Failed(LISTS);
        for (const { id, state, outlet, topic, consentedOn } of listed.value)
          console.log(`${id}  ${state}  ${consentedOn}  ${outlet}  ${topic}`);
      }),
    );
  contacts
    .command('import')
    .description(`put contacts on an account's list, from a CSV file with ${contactFields.join(', ')}`)
    .argument('<account>', 'as `accounts list` shows it', idFrom<AccountId>('accounts list'))
    .argument('<file>', 'a CSV file')
    .action((accountId: AccountId, path: string) =>
      asOperator(async (ctx) => {
        const bytes = await explained(path, () => readFile(path));
        // Letters of another encoding would be lost for good: the list cannot be read back.
        if (!isUtf8(bytes)) throw new Failed('The file is not in UTF-8. Save it as CSV, UTF-8.');
        const read = readContacts(bytes.toString('utf8'));
        if (!read.ok) throw new Failed(read.remedy);
        const keys = await openKeys(readConfig());
        const { networks, close } = openNetworks();
        try {
          const { seal } = createSealer(keys.public.sealing, systemClock);
          const added = await addContacts({ ...ctx, networks, seal }, { accountId, contacts: read.contacts });
          if (!added.ok) throw new Failed(whyNot(added.refusal));
          console.log(
            `Added: ${added.value.contactIds.length}. Delete the file: the list cannot be read back.`,
          );
        } finally {
          await close();
        }
      }),
    );
  contacts
    .command('bounce')
    .description(
      'take in a mail that came back, from standard input: who cannot be reached gets nothing more (docs/bounces.md)',
    )
    .action(async () => {
      const mail = await readMail();
      const recorded = await orLater(() => asOperator((ctx) => recordBounce(ctx, mail)));
      console.log(recorded.ok ? effects[recorded.value.effect] : whyNothing(recorded.refusal));
    });
  contacts
    .command('remove')
    .description('take a contact off its list and forget who it was')
    .argument('<id>', 'as `contacts list` shows it', idFrom<ContactId>('contacts list'))
    .action((contactId: ContactId) =>
      asOperator(async (ctx) => {
        const removed = await removeContact(ctx, contactId);
        if (!removed.ok)
          throw new Failed('No contact with this id is on a list. Run: npm run bray -- contacts list');
        console.log('The contact is removed.');
      }),
    );
}

/** Whatever keeps a mail from being judged, it is not the mail's: whoever gives it keeps it, and gives it again. */
async function orLater<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const why = isForTheOperator(error) ? error.message : 'Something failed, see the log.';
    throw new TryLater(`${why}\nThe mail was not taken in. Give it again later.`, { cause: error });
  }
}

/** As much as mail servers take; what comes back may carry the whole mail. */
const MAIL_MAX_BYTES = 30_000_000;

async function readMail(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const read = Buffer.from(chunk);
    size += read.length;
    if (size > MAIL_MAX_BYTES) throw new Failed('This is longer than any mail. Give one mail at a time.');
    chunks.push(read);
  }
  return Buffer.concat(chunks);
}

const effects = {
  nothing: 'Nothing has failed: the server still tries, or has delivered it.',
  known: 'This mail is known to have come back. Nothing was changed.',
  failed: 'The mail is recorded as failed. Its contact stays on the list.',
  'contact-off': 'The mail is recorded as failed, and its contact gets nothing more.',
} as const satisfies Record<RecordedBounce['effect'], string>;

/** A mailbox may be given whole: what is no report of a mail of ours is no fault. */
function whyNothing({ code }: BounceRefusal): string {
  switch (code) {
    case 'no-report':
      return 'This mail is no delivery report. Nothing was changed.';
    case 'report-incomplete':
      return 'This report does not say which mail came back and why. Nothing was changed.';
    case 'bounce-unmatched':
      return 'This report is about no mail to a contact. Nothing was changed.';
    case 'bounce-too-early':
      throw new TryLater('The mail that came back is still in hand. Give the report again later.');
    case 'not-a-connector':
      throw new Failed('Only who connects accounts may do this.');
  }
}

function whyNot(refusal: AddContactsRefusal): string {
  switch (refusal.code) {
    case 'contacts-refused':
      return refusal.faults.map(({ row, field, remedy }) => `Row ${row}, ${field}: ${remedy}`).join('\n');
    case 'contacts-too-many':
      return `At most ${refusal.limit} contacts are read at once. Split the file.`;
    case 'account-without-contacts':
      return 'This account writes to no contacts. Choose one of e-mail: npm run bray -- accounts list';
    default:
      return LISTS;
  }
}
