import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import { stands } from '../../domain/broadcast-action.ts';
import type { AccountId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { AccountState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { wake } from '../wake.ts';
import { type AccountRow, isPausedByPerson, lockAccount } from './find.ts';
import { may, starters } from './may.ts';

export type ResumeAccountRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'account-unknown' }
  | { readonly code: 'account-disconnected' };

export interface ResumedAccount {
  readonly state: AccountState;
  readonly effect: 'done' | 'awaits-second-person';
}

/**
 * Lets an account go on. What a person had paused takes two, within half an hour of each other; what the sender had
 * paused, after too many failures, takes one. Whoever sits at the machine needs nobody.
 */
export async function resumeAccount(
  ctx: CoreContext,
  accountId: AccountId,
): Promise<Result<ResumedAccount, ResumeAccountRefusal>> {
  if (!may(ctx.actor, ...starters)) return refused({ code: 'not-an-approver' });
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === undefined) return refused({ code: 'account-unknown' });
    const { state } = account;
    if (state === 'disconnected') return refused({ code: 'account-disconnected' });
    if (state === 'active') return done({ state, effect: 'done' });
    if (needsAnother(tx, account)) {
      const resumeAskedBy = tx.actor.kind === 'staff' ? tx.actor.id : null;
      await tx.db
        .update(accounts)
        .set({ resumeAskedBy, resumeAskedAt: tx.clock.now() })
        .where(eq(accounts.id, accountId));
      await audit(tx, {
        verb: 'accounts/resume',
        subject: { type: 'account', id: accountId },
        details: { effect: 'awaits-second-person' },
      });
      return done({ state, effect: 'awaits-second-person' });
    }
    await tx.db
      .update(accounts)
      .set({
        state: 'active',
        stoppedFor: null,
        pausedBy: null,
        failures: 0,
        restsUntil: null,
        resumeAskedBy: null,
        resumeAskedAt: null,
      })
      .where(eq(accounts.id, accountId));
    await audit(tx, {
      verb: 'accounts/resume',
      subject: { type: 'account', id: accountId },
      details: { effect: 'done' },
    });
    await wake(tx, 'sender');
    return done({ state: 'active', effect: 'done' });
  });
}

function needsAnother({ actor, clock }: CoreContext, account: AccountRow): boolean {
  if (!isPausedByPerson(account) || actor.kind !== 'staff') return false;
  const { resumeAskedBy: by, resumeAskedAt: at } = account;
  return by === null || at === null || by === actor.id || !stands({ at }, clock.now());
}
