import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../../clock.ts';
import { createSealer } from '../../crypto/seal.ts';
import { contactFields } from '../../domain/contact.ts';
import { readContacts } from '../../domain/contact-file.ts';
import { type AccountId, type ContactId, type Id, parseId } from '../../domain/ids.ts';
import { openNetworks } from '../../networks/index.ts';
import { type AddContactsRefusal, addContacts } from '../../services/contacts/add.ts';
import { listContacts } from '../../services/contacts/list.ts';
import { removeContact } from '../../services/contacts/remove.ts';
import { Failed } from '../failed.ts';
import { openKeys } from '../keys.ts';
import { asOperator, readConfig } from '../storage.ts';

const LISTS = 'There is no such account. Run: npm run bray -- accounts list';

export function contactCommands(program: Command): void {
  const contacts = program.command('contacts').description('whom an account writes to: the press list');
  contacts
    .command('list')
    .description('outlet, topic and state of each contact; who they are can be read by nobody')
    .argument('<account>', 'as `accounts list` shows it', readId<AccountId>)
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
    .argument('<account>', 'as `accounts list` shows it', readId<AccountId>)
    .argument('<file>', 'a CSV file')
    .action((accountId: AccountId, path: string) =>
      asOperator(async (ctx) => {
        const read = readContacts(await readText(path));
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
    .command('remove')
    .description('take a contact off its list and forget who it was')
    .argument('<id>', 'as `contacts list` shows it', readId<ContactId>)
    .action((contactId: ContactId) =>
      asOperator(async (ctx) => {
        const removed = await removeContact(ctx, contactId);
        if (!removed.ok)
          throw new Failed('No contact with this id is on a list. Run: npm run bray -- contacts list');
        console.log('The contact is removed.');
      }),
    );
}

function readId<T extends Id<string>>(text: string): T {
  const id = parseId<T>(text);
  if (id === null) throw new InvalidArgumentError('Copy the id as `list` shows it.');
  return id;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Failed(`${path} cannot be read. Check its name and that you may read it.`, { cause });
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
