import { and, eq, inArray } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { AccountDeliveryId, PostId } from '../../domain/ids.ts';
import type { RetractOutcome } from '../../domain/network.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { may, stoppers } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction, type StaffContext } from '../context.ts';
import { lockPost } from '../posts/find.ts';
import { wake } from '../wake.ts';
import { neverAttempted, takeBackOnceSeen } from './take-back.ts';

export type RetractPostRefusal = { readonly code: 'not-a-stopper' } | { readonly code: 'post-unknown' };

export interface Retracted {
  /** What had not gone out yet and never will. */
  readonly cancelled: number;
  /** What will be taken back, where the network can. */
  readonly asked: number;
}

/** Takes a post back from all its accounts: what is planned never goes out, what stands there is taken down. One person may. */
export async function retractPost(
  ctx: StaffContext,
  postId: PostId,
): Promise<Result<Retracted, RetractPostRefusal>> {
  if (!may(ctx.actor, ...stoppers)) return refused({ code: 'not-a-stopper' });
  return inTransaction(ctx, async (tx) => {
    if ((await lockPost(tx, postId)) === undefined) return refused({ code: 'post-unknown' });
    const cancelled = await tx.db
      .update(accountDeliveries)
      .set({ state: 'cancelled', outcome: 'retracted', settledAt: tx.clock.now() })
      .where(and(eq(accountDeliveries.postId, postId), neverAttempted))
      .returning({ id: accountDeliveries.id });
    const asked = await tx.db
      .update(accountDeliveries)
      .set({ retraction: 'asked', retractAt: tx.clock.now() })
      // One that is being attempted, or that nobody knows of yet, is taken back once it is known to stand.
      .where(
        and(
          eq(accountDeliveries.postId, postId),
          inArray(accountDeliveries.state, ['sent', 'attempting', 'unknown']),
        ),
      )
      .returning({ id: accountDeliveries.id });
    const perhaps = await takeBackOnceSeen(tx, eq(accountDeliveries.postId, postId));
    const counts = { cancelled: cancelled.length, asked: asked.length + perhaps };
    await audit(tx, {
      verb: 'account-deliveries/retract',
      subject: { type: 'post', id: postId },
      details: counts,
    });
    await wake(tx, 'sender');
    return done(counts);
  });
}

/** Records what became of taking something back. What failed for a reason that passes is tried again. */
export async function recordRetraction(
  ctx: Context,
  input: { readonly id: AccountDeliveryId; readonly outcome: RetractOutcome },
): Promise<void> {
  const { outcome } = input;
  const again = ctx.clock.now().add({ seconds: outcome.kind === 'rate-limited' ? outcome.seconds : 60 });
  const set = (() => {
    switch (outcome.kind) {
      case 'retracted':
      case 'gone':
        return { retraction: 'done' as const, retractAt: ctx.clock.now() };
      case 'rejected':
        return { retraction: 'failed' as const, retractAt: ctx.clock.now() };
      default:
        return { retractAt: again };
    }
  })();
  await inTransaction(ctx, async (tx) => {
    await tx.db.update(accountDeliveries).set(set).where(eq(accountDeliveries.id, input.id));
    await audit(tx, {
      verb: 'account-deliveries/record-retraction',
      subject: { type: 'account-delivery', id: input.id },
      details: { outcome: outcome.kind },
    });
  });
}
