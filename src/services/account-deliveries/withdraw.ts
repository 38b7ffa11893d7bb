import { and } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { AccountDeliveryId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { may, stoppers } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { wake } from '../wake.ts';
import { lockDelivery } from './job.ts';
import { onRecord } from './on-record.ts';
import { neverAttempted, takeBackOnceSeen } from './take-back.ts';
import { fromPartOn } from './thread.ts';

export type WithdrawAccountDeliveryRefusal =
  | { readonly code: 'not-a-stopper' }
  | { readonly code: 'account-delivery-unknown' }
  | { readonly code: 'account-delivery-settled'; readonly state: DeliveryState };

/**
 * Takes back what has not gone out yet, with what would have followed it in its thread. What may stand there after all, of
 * an attempt before, is looked for and taken down when it does.
 */
export async function withdrawAccountDelivery(
  ctx: CoreContext,
  id: AccountDeliveryId,
): Promise<Result<{ readonly withdrawn: number }, WithdrawAccountDeliveryRefusal>> {
  if (!may(ctx.actor, ...stoppers)) return refused({ code: 'not-a-stopper' });
  return inTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, id);
    if (delivery === undefined) return refused({ code: 'account-delivery-unknown' });
    if (delivery.state !== 'planned')
      return refused({ code: 'account-delivery-settled', state: delivery.state });
    const withdrawn = await tx.db
      .update(accountDeliveries)
      .set({ state: 'cancelled', outcome: 'withdrawn', settledAt: tx.clock.now() })
      .where(and(fromPartOn(delivery), neverAttempted))
      .returning({ id: accountDeliveries.id });
    const counted = withdrawn.length + (await takeBackOnceSeen(tx, fromPartOn(delivery)));
    await audit(tx, {
      verb: 'account-deliveries/withdraw',
      subject: { type: 'account-delivery', id: delivery.id },
      details: { ...(await onRecord(tx, delivery)), withdrawn: counted },
    });
    await wake(tx, 'sender');
    return done({ withdrawn: counted });
  });
}
