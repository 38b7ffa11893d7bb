import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import type { AccountId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { lockAccount } from './find.ts';
import { connectors, mayForAll } from './may.ts';

export type SetBudgetRefusal = { readonly code: 'not-a-connector' } | { readonly code: 'account-unknown' };

/**
 * Says what may be spent on an account in a calendar month (UTC), in millionths of a US dollar; null: as much as it takes.
 * An account that was paused for its budget stays paused until somebody resumes it.
 */
export async function setBudget(
  ctx: CoreContext,
  input: { readonly accountId: AccountId; readonly usdMicros: number | null },
): Promise<Result<{ readonly budgetUsdMicros: number | null }, SetBudgetRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  const { accountId, usdMicros } = input;
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === undefined) return refused({ code: 'account-unknown' });
    await tx.db.update(accounts).set({ budgetUsdMicros: usdMicros }).where(eq(accounts.id, accountId));
    await audit(tx, {
      verb: 'accounts/set-budget',
      subject: { type: 'account', id: accountId },
      details: { before: account.budgetUsdMicros, usdMicros },
    });
    return done({ budgetUsdMicros: usdMicros });
  });
}
