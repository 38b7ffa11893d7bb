import { and, eq, getTableColumns } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** Everything of an account but its credentials: only the sender's database role may read those, sealed as they are. */
export type AccountRow = Omit<typeof accounts.$inferSelect, 'sealedCredentials'>;

const { sealedCredentials: _, ...readable } = getTableColumns(accounts);

/** All columns but the sealed credentials, which only the sender may read. */
export const accountColumns = readable;

/** An account of this campaign, if there is one. */
export async function findAccount(ctx: CoreContext, accountId: AccountId): Promise<AccountRow | undefined> {
  const [found] = await ctx.db.select(accountColumns).from(accounts).where(ours(ctx, accountId));
  return found;
}

/** The same, locked until the transaction ends: whatever goes out there waits. */
export async function lockAccount(ctx: CoreContext, accountId: AccountId): Promise<AccountRow | undefined> {
  const [found] = await ctx.db
    .select(accountColumns)
    .from(accounts)
    .where(ours(ctx, accountId))
    .for('update');
  return found;
}

/** Whether a person has paused it, at the machine too; so it stays when it loses its credentials and is given new ones. */
export function isPausedByPerson({ pausedBy, stoppedFor }: AccountRow): boolean {
  return pausedBy !== null || stoppedFor === 'staff';
}

function ours(ctx: CoreContext, accountId: AccountId) {
  return and(eq(accounts.id, accountId), eq(accounts.campaignId, ctx.campaignId));
}
