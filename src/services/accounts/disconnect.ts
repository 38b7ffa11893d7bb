import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import type { AccountId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { isPausedByPerson, lockAccount } from './find.ts';
import { connectors, mayForAll } from './may.ts';

export type DisconnectAccountRefusal =
  | { readonly code: 'not-a-connector' }
  | { readonly code: 'account-unknown' };

/**
 * Forgets an account's credentials. What waits for it waits on, until it is connected again or its window closes. One that
 * a person had paused is paused again once it is connected.
 */
export async function disconnectAccount(
  ctx: CoreContext,
  accountId: AccountId,
): Promise<Result<{ readonly state: 'disconnected' }, DisconnectAccountRefusal>> {
  if (!mayForAll(ctx.actor, ...connectors)) return refused({ code: 'not-a-connector' });
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === undefined) return refused({ code: 'account-unknown' });
    const stoppedFor = isPausedByPerson(account) ? 'staff' : 'credentials-forgotten';
    await tx.db
      .update(accounts)
      .set({ state: 'disconnected', stoppedFor, sealedCredentials: null })
      .where(eq(accounts.id, accountId));
    await audit(tx, { verb: 'accounts/disconnect', subject: { type: 'account', id: accountId } });
    return done({ state: 'disconnected' });
  });
}
