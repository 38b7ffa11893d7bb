import { asc, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';
import { type AccountRow, accountColumns } from './find.ts';
import { type Spending, spendingsOfAll } from './spending.ts';

/** An account as anybody may see it: everything but its credentials, and what it is expected to cost. */
export type Account = AccountRow & { readonly spending: Spending };

/** The accounts of the campaign, in the order in which they were connected. */
export async function listAccounts(ctx: CoreContext): Promise<Account[]> {
  const found = await ctx.db
    .select(accountColumns)
    .from(accounts)
    .where(eq(accounts.campaignId, ctx.campaignId))
    .orderBy(asc(accounts.id));
  const spendingOf = await spendingsOfAll(ctx);
  return found.map((account) => ({ ...account, spending: spendingOf(account.id) }));
}
