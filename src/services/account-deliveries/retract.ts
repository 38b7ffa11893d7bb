import { and, eq, inArray, not, or } from 'drizzle-orm';
import { accountDeliveries, accounts, translations } from '../../db/schema/index.ts';
import { retractAgainAfter } from '../../domain/account-delivery.ts';
import type { PostId } from '../../domain/ids.ts';
import { networkNames, type RetractOutcome } from '../../domain/network.ts';
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

/** What a retraction came to, counted in account deliveries. */
export interface Retracted {
  /** What had not gone out yet and never will. */
  readonly cancelled: number;
  /** What will be taken back. */
  readonly asked: number;
  /** What has gone out where nothing can be taken back. */
  readonly final: number;
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
): Promise<Result<Retracted, RetractPostRefusal>> {
  if (!may(ctx.actor, ...stoppers)) return refused({ code: 'not-a-stopper' });
  return inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, postId);
    if (post === undefined) return refused({ code: 'post-unknown' });
    await keepFromReaders(tx, [postId]);
    const cancelled = await tx.db
      .update(accountDeliveries)
      .set({ state: 'cancelled', outcome: 'retracted', settledAt: tx.clock.now() })
      .where(and(eq(accountDeliveries.postId, postId), neverAttempted))
      .returning({ id: accountDeliveries.id });
    const ofPost = eq(accountDeliveries.postId, postId);
    const hasGoneOut = eq(accountDeliveries.state, 'sent');
    const cannotBeTakenBack = inArray(accountDeliveries.accountId, accountsWithoutRetraction(tx));
    const final = await tx.db
      .update(accountDeliveries)
      .set({ retraction: 'failed', retractAt: tx.clock.now() })
      .where(and(ofPost, hasGoneOut, cannotBeTakenBack))
      .returning({ id: accountDeliveries.id });
    const asked = await tx.db
      .update(accountDeliveries)
      .set({ retraction: 'asked', retractAt: tx.clock.now() })
      // One that is being attempted, or that nobody knows of yet, is taken back once it is known to stand.
      .where(
        and(
          ofPost,
          or(
            inArray(accountDeliveries.state, ['attempting', 'unknown']),
            and(hasGoneOut, not(cannotBeTakenBack)),
          ),
        ),
      )
      .returning({ id: accountDeliveries.id });
    const perhaps = await takeBackOnceSeen(tx, ofPost);
    const counts = {
      cancelled: cancelled.length,
      asked: asked.length + perhaps,
      final: final.length,
    };
    const waiting = await tx.db.$count(
      translations,
      and(
        eq(translations.postId, postId),
        inArray(translations.state, ['in_review', 'approved', 'scheduled']),
      ),
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
