import { and, eq, inArray, isNull, not, or, type SQL } from 'drizzle-orm';
import { accountDeliveries, accounts, translations } from '../../db/schema/index.ts';
import { retractAgainAfter } from '../../domain/account-delivery.ts';
import type { AccountId, PostId } from '../../domain/ids.ts';
import { networkNames, type RetractOutcome } from '../../domain/network.ts';
import { handedIn } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { lockAccount } from '../accounts/find.ts';
import { may, stoppers } from '../accounts/may.ts';
import { stopAccount } from '../accounts/stop.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction, type StaffContext } from '../context.ts';
import { lockPost } from '../posts/find.ts';
import { keepFromReaders } from '../posts/keep-from-readers.ts';
import { wake } from '../wake.ts';
import type { Job } from './job.ts';
import { neverAttempted, takeBackOnceSeen } from './take-back.ts';

export type RetractPostRefusal = { readonly code: 'not-a-stopper' } | { readonly code: 'post-unknown' };
/** Why a post is not taken back from one of its accounts. */
export type RetractFromAccountRefusal =
  | RetractPostRefusal
  /** Nothing of the post has ever been planned there. */
  | { readonly code: 'account-unknown' };

/** What a retraction came to, counted in account deliveries. */
export interface Retracted {
  /** What had not gone out yet and never will. */
  readonly cancelled: number;
  /** What will be taken back. */
  readonly asked: number;
  /** What has gone out where nothing can be taken back. */
  readonly final: number;
}

export interface RetractedPost extends Retracted {
  /** Texts of it, in other languages, that have not gone out: they still may, until somebody withdraws them. */
  readonly waiting: number;
}

/**
 * Takes a post back from all its accounts: what is planned never goes out, what stands there is taken down. One person
 * may. It is about what has gone out by now: a text that is still in review, approved or scheduled goes its way, to
 * accounts too, unless it is withdrawn (`posts/withdraw`). How many there are is answered. Followers who wait for the end of
 * an embargo get nothing of what has gone out, then or with a text that is approved later.
 */
export async function retractPost(
  ctx: StaffContext,
  postId: PostId,
): Promise<Result<RetractedPost, RetractPostRefusal>> {
  if (!may(ctx.actor, ...stoppers)) return refused({ code: 'not-a-stopper' });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    await keepFromReaders(tx, [postId]);
    const counts = await takeBack(tx, eq(accountDeliveries.postId, postId));
    const waiting = await tx.db.$count(
      translations,
      and(eq(translations.postId, postId), inArray(translations.state, [...handedIn])),
    );
    await audit(tx, {
      verb: 'account-deliveries/retract',
      subject: { type: 'post', id: postId },
      details: { ...counts, waiting },
    });
    await wake(tx, 'sender');
    return done({ ...counts, waiting });
  });
}

/**
 * The same from one of its accounts, with all parts of a thread: everywhere else it stays, and its followers get it as
 * before.
 */
export async function retractFromAccount(
  ctx: StaffContext,
  { postId, accountId }: { readonly postId: PostId; readonly accountId: AccountId },
): Promise<Result<Retracted, RetractFromAccountRefusal>> {
  if (!may(ctx.actor, ...stoppers)) return refused({ code: 'not-a-stopper' });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    const there = and(eq(accountDeliveries.postId, postId), eq(accountDeliveries.accountId, accountId));
    if ((await tx.db.$count(accountDeliveries, there)) === 0) return refused({ code: 'account-unknown' });
    const counts = await takeBack(tx, there);
    await audit(tx, {
      verb: 'account-deliveries/retract-from-account',
      subject: { type: 'post', id: postId },
      details: { account: accountId, ...counts },
    });
    await wake(tx, 'sender');
    return done(counts);
  });
}

async function takeBack(tx: StaffContext, which: SQL | undefined): Promise<Retracted> {
  const now = tx.clock.now();
  const ended = { state: 'cancelled', outcome: 'retracted', settledAt: now } as const;
  const cancelled = await tx.db
    .update(accountDeliveries)
    .set(ended)
    .where(and(which, neverAttempted))
    .returning({ id: accountDeliveries.id });
  // What ended for want of an approval would have its turn again with the next one.
  const unapproved = and(
    eq(accountDeliveries.state, 'cancelled'),
    eq(accountDeliveries.outcome, 'unapproved'),
  );
  await tx.db.update(accountDeliveries).set(ended).where(and(which, unapproved));
  const { state, retraction } = accountDeliveries;
  const isNew = isNull(retraction);
  const hasGoneOut = eq(state, 'sent');
  const cannotBeTakenBack = inArray(accountDeliveries.accountId, accountsWithoutRetraction(tx));
  const final = await tx.db
    .update(accountDeliveries)
    .set({ retraction: 'failed', retractAt: now })
    .where(and(which, hasGoneOut, isNew, cannotBeTakenBack))
    .returning({ id: accountDeliveries.id });
  const asked = await tx.db
    .update(accountDeliveries)
    .set({ retraction: 'asked', retractAt: now })
    // One that is being attempted, or that nobody knows of yet, is taken back once it is known to stand.
    .where(
      and(
        which,
        or(
          and(inArray(state, ['attempting', 'unknown']), isNew),
          // What a network refused to take back may be asked of it once more.
          and(hasGoneOut, or(isNew, eq(retraction, 'failed')), not(cannotBeTakenBack)),
        ),
      ),
    )
    .returning({ id: accountDeliveries.id });
  const perhaps = await takeBackOnceSeen(tx, which);
  return { cancelled: cancelled.length, asked: asked.length + perhaps, final: final.length };
}

/** Of networks that take nothing back: thousands of mails need not be asked about one after the other. */
function accountsWithoutRetraction(ctx: StaffContext) {
  const names = networkNames.filter((name) => !ctx.networks[name].abilities.retract);
  return ctx.db.select({ id: accounts.id }).from(accounts).where(inArray(accounts.network, names));
}

/**
 * Records what became of taking something back. What failed for a reason that passes is tried again, after a longer time
 * each time (`tries`: with this one) and without an entry in the audit log; what needs other credentials waits for them.
 */
export async function recordRetraction(
  ctx: Context,
  job: Job,
  input: { readonly outcome: RetractOutcome; readonly tries: number },
): Promise<void> {
  const { outcome, tries } = input;
  const { id } = job.delivery;
  await inTransaction(ctx, async (tx) => {
    await lockAccount(tx, job.account.id);
    const now = tx.clock.now();
    const retraction = endOf(outcome);
    if (retraction === null) {
      const seconds = 'seconds' in outcome ? outcome.seconds : retractAgainAfter(tries);
      await tx.db
        .update(accountDeliveries)
        .set({ retractAt: now.add({ seconds: Math.ceil(seconds) }) })
        .where(eq(accountDeliveries.id, id));
      if (outcome.kind === 'reconnect') await stopAccount(tx, job.account, 'disconnected', outcome.reason);
      return;
    }
    await tx.db
      .update(accountDeliveries)
      .set({ retraction, retractAt: now })
      .where(eq(accountDeliveries.id, id));
    await audit(tx, {
      verb: 'account-deliveries/record-retraction',
      subject: { type: 'account-delivery', id },
      details: { outcome: outcome.kind },
    });
  });
}

/** How a retraction has ended; null: it is tried again. */
export function endOf({ kind }: RetractOutcome): 'done' | 'failed' | null {
  if (kind === 'retracted' || kind === 'gone') return 'done';
  return kind === 'rejected' ? 'failed' : null;
}
