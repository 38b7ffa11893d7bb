import { and, eq } from 'drizzle-orm';
import { accountDeliveries, posts } from '../../db/schema/index.ts';
import type { AccountDeliveryId } from '../../domain/ids.ts';
import { isUnderEmbargo } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { may, starters } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { wake } from '../wake.ts';
import { lockDelivery } from './job.ts';
import { fromPartOn } from './thread.ts';

export type MoveAccountDeliveryRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'window-past' }
  | { readonly code: 'outside-window' }
  /** Until then only contacts may have it. */
  | { readonly code: 'under-embargo' }
  | { readonly code: 'account-delivery-unknown' }
  | { readonly code: 'account-delivery-settled'; readonly state: DeliveryState };

/** Gives what has not gone out yet another time, within the window that was approved. */
export async function moveAccountDelivery(
  ctx: CoreContext,
  input: { readonly id: AccountDeliveryId; readonly dueAt: Temporal.Instant },
): Promise<Result<{ readonly moved: number }, MoveAccountDeliveryRefusal>> {
  if (!may(ctx.actor, ...starters)) return refused({ code: 'not-an-approver' });
  const { dueAt } = input;
  if (Temporal.Instant.compare(dueAt, ctx.clock.now()) < 0) return refused({ code: 'window-past' });
  return inTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, input.id);
    if (delivery === undefined) return refused({ code: 'account-delivery-unknown' });
    if (delivery.state !== 'planned')
      return refused({ code: 'account-delivery-settled', state: delivery.state });
    if (Temporal.Instant.compare(dueAt, delivery.notAfter) >= 0) return refused({ code: 'outside-window' });
    const [post] = await tx.db.select().from(posts).where(eq(posts.id, delivery.postId));
    if (delivery.contactId === null && post !== undefined && isUnderEmbargo(post, dueAt))
      return refused({ code: 'under-embargo' });
    const moved = await tx.db
      .update(accountDeliveries)
      .set({ dueAt })
      .where(and(fromPartOn(delivery), eq(accountDeliveries.state, 'planned')))
      .returning({ id: accountDeliveries.id });
    await audit(tx, {
      verb: 'account-deliveries/move',
      subject: { type: 'account-delivery', id: delivery.id },
      details: { moved: moved.length },
    });
    await wake(tx, 'sender');
    return done({ moved: moved.length });
  });
}
