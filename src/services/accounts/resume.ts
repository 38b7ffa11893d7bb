import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/index.ts';
import type { AccountId } from '../../domain/ids.ts';
import { judgeLift, type LiftVerdict, mayLift } from '../../domain/pause.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { AccountState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { standingRequest } from '../staff/standing-request.ts';
import { wake } from '../wake.ts';
import { type AccountRow, isPausedByPerson, lockAccount } from './find.ts';
import { mayForAll, starters } from './may.ts';

export type ResumeAccountRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'account-unknown' }
  | { readonly code: 'account-disconnected' };

/** How the account stands now, and whether a colleague must agree first. */
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
  if (!mayForAll(ctx.actor, ...starters)) return refused({ code: 'not-an-approver' });
  return inTransaction(ctx, async (tx) => {
    const account = await lockAccount(tx, accountId);
    if (account === undefined) return refused({ code: 'account-unknown' });
    const { state } = account;
    if (state === 'disconnected') return refused({ code: 'account-disconnected' });
    if (state === 'active') return done({ state, effect: 'done' });
    const verdict = await judge(tx, account);
    if (verdict.do === 'refuse') return refused({ code: verdict.code });
    if (verdict.do === 'ask') {
      if (!verdict.again) await ask(tx, accountId);
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

/** What a person had paused is lifted as a pause of posts is; anything else by one alone. */
async function judge(
  ctx: CoreContext,
  account: AccountRow,
): Promise<LiftVerdict | { readonly do: 'resume' }> {
  if (!isPausedByPerson(account) || ctx.actor.kind !== 'staff') return { do: 'resume' };
  const { resumeAskedBy: by, resumeAskedAt: at } = account;
  return judgeLift(
    await standingRequest(ctx, { by, at }, { roles: mayLift, caseId: null }),
    ctx.actor,
    ctx.clock.now(),
  );
}

async function ask(ctx: CoreContext, accountId: AccountId): Promise<void> {
  const resumeAskedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  await ctx.db
    .update(accounts)
    .set({ resumeAskedBy, resumeAskedAt: ctx.clock.now() })
    .where(eq(accounts.id, accountId));
  await audit(ctx, {
    verb: 'accounts/resume',
    subject: { type: 'account', id: accountId },
    details: { effect: 'awaits-second-person' },
  });
}
