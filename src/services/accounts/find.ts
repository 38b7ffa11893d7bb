import { and, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

export type AccountRow = typeof accounts.$inferSelect;

/** An account of this campaign, if there is one. */
export async function findAccount(ctx: CoreContext, accountId: AccountId): Promise<AccountRow | undefined> {
  const [found] = await ctx.db.select().from(accounts).where(ours(ctx, accountId));
  return found;
}

/** The same, locked until the transaction ends: whatever goes out there waits. */
export async function lockAccount(ctx: CoreContext, accountId: AccountId): Promise<AccountRow | undefined> {
  const [found] = await ctx.db.select().from(accounts).where(ours(ctx, accountId)).for('update');
  return found;
}

function ours(ctx: CoreContext, accountId: AccountId) {
  return and(eq(accounts.id, accountId), eq(accounts.campaignId, ctx.campaignId));
}
