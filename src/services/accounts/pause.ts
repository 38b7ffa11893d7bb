import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import type { AccountId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { AccountState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { lockAccount } from './find.ts';
import { mayForAll, stoppers } from './may.ts';

export type PauseAccountRefusal =
  | { readonly code: 'not-a-stopper' }
  | { readonly code: 'account-unknown' }
  | { readonly code: 'account-disconnected' };

/** Stops what goes out on an account, by one person; nothing of it leaves any more once this is committed. */
export async function pauseAccount(
  ctx: CoreContext,
  accountId: AccountId,
): Promise<Result<{ readonly state: AccountState }, PauseAccountRefusal>> {
  if (!mayForAll(ctx.actor, ...stoppers)) return refused({ code: 'not-a-stopper' });
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === undefined) return refused({ code: 'account-unknown' });
    if (account.state === 'disconnected') return refused({ code: 'account-disconnected' });
    await tx.db
      .update(accounts)
      .set({
        state: 'paused',
        stoppedFor: 'staff',
        pausedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
        resumeAskedBy: null,
        resumeAskedAt: null,
      })
      .where(eq(accounts.id, accountId));
    await audit(tx, { verb: 'accounts/pause', subject: { type: 'account', id: accountId } });
    return done({ state: 'paused' });
  });
}
