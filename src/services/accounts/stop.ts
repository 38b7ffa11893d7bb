import { and, eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import { EXPIRED, SUSPENDED } from '../../domain/network.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';
import type { AccountRow } from './find.ts';
import { tellOfAccount } from './tell-staff.ts';

/**
 * Stops an account for a reason of the sender's own, and tells staff. Only what is active is stopped: staff may have done
 * so in the meantime, for reasons of their own. Call it in the transaction that finds the reason.
 */
export async function stopAccount(
  ctx: Context,
  account: Pick<AccountRow, 'id' | 'network' | 'handle'>,
  state: 'paused' | 'disconnected',
  stoppedFor: string,
): Promise<void> {
  const stopped = await ctx.db
    .update(accounts)
    .set({ state, stoppedFor, pausedBy: null })
    .where(and(eq(accounts.id, account.id), eq(accounts.state, 'active')))
    .returning({ id: accounts.id });
  if (stopped.length === 0) return;
  await audit(ctx, {
    verb: 'accounts/stop',
    subject: { type: 'account', id: account.id },
    details: { state, stoppedFor },
  });
  await tellOfAccount(ctx, account, told(state, stoppedFor));
}

function told(state: 'paused' | 'disconnected', stoppedFor: string) {
  if (state === 'paused') return stoppedFor === 'budget' ? 'budget' : state;
  return stoppedFor === SUSPENDED || stoppedFor === EXPIRED ? stoppedFor : state;
}
