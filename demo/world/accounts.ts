import type { AccountId } from '../../src/domain/ids.ts';
import { connectAccount } from '../../src/services/accounts/connect.ts';
import { addContacts } from '../../src/services/contacts/add.ts';
import { done } from './expect-done.ts';
import type { Staff } from './staff.ts';
import type { World } from './world.ts';

/** Connects the campaign's account on every network, as a coordinator does; in the order of the networks. */
export async function connectAccounts(world: World, staff: Staff): Promise<readonly AccountId[]> {
  const ctx = world.as(staff.author.actor);
  const accountIds: AccountId[] = [];
  for (const { name: network, language, credentials, contacts } of world.networks) {
    const connected = await connectAccount(ctx, { network, language, credentials });
    const { accountId } = done(`connect ${network}`, connected);
    if (contacts.length > 0) done('write down a contact', await addContacts(ctx, { accountId, contacts }));
    accountIds.push(accountId);
  }
  return accountIds;
}
