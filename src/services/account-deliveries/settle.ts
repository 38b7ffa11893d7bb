import { and, eq, gt, inArray } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { AccountDeliveryId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { may, starters } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { wake } from '../wake.ts';
import { type AccountDeliveryRow, lockDelivery } from './job.ts';
import { isSeenByAnother, onRecord, placeOnRecord } from './on-record.ts';
import { toSameReader } from './thread.ts';

export type SettleAccountDeliveryRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'account-delivery-unknown' }
  | { readonly code: 'account-delivery-settled'; readonly state: DeliveryState };

/** Nothing of it stands there: nothing is left to be taken back. */
const takenBack = { state: 'cancelled', outcome: 'retracted', retraction: null, retractAt: null } as const;

/**
 * Records what a person has seen of a delivery whose outcome could not be found out. `stands`: what follows it goes out;
 * otherwise it has its turn again, or ends if it was taken back meanwhile. A part of a thread that goes on takes two who each
 * name the same place, and stays `unknown` until then: whoever named another's post alone would put our words below it.
 */
export async function settleAccountDelivery(
  ctx: CoreContext,
  input: {
    readonly id: AccountDeliveryId;
    readonly stands: { readonly remoteId: string; readonly url: string | null } | null;
  },
): Promise<Result<{ readonly state: DeliveryState }, SettleAccountDeliveryRefusal>> {
  if (!may(ctx.actor, ...starters)) return refused({ code: 'not-an-approver' });
  return inTransaction(ctx, async (tx) => {
    const delivery = await lockDelivery(tx, input.id);
    if (delivery === undefined) return refused({ code: 'account-delivery-unknown' });
    if (delivery.state !== 'unknown')
      return refused({ code: 'account-delivery-settled', state: delivery.state });
    const now = tx.clock.now();
    const { stands } = input;
    if (stands !== null && (await goesOn(tx, delivery)) && !(await isSeenByAnother(tx, delivery, stands))) {
      await audit(tx, {
        verb: 'account-deliveries/see',
        subject: { type: 'account-delivery', id: delivery.id },
        details: { ...(await onRecord(tx, delivery)), place: placeOnRecord(stands.remoteId) },
      });
      return done({ state: delivery.state });
    }
    const set = (() => {
      if (stands !== null)
        return { state: 'sent' as const, outcome: 'seen', lookAt: null, settledAt: now, ...stands };
      const absent = { firstAttemptedAt: null, lookAt: null };
      return delivery.retraction === null
        ? { ...absent, state: 'planned' as const, outcome: 'seen-absent', dueAt: now, settledAt: null }
        : { ...absent, ...takenBack, settledAt: now };
    })();
    const { state } = set;
    await tx.db.update(accountDeliveries).set(set).where(eq(accountDeliveries.id, delivery.id));
    await audit(tx, {
      verb: 'account-deliveries/settle',
      subject: { type: 'account-delivery', id: delivery.id },
      details: {
        ...(await onRecord(tx, delivery)),
        ...(stands !== null && { place: placeOnRecord(stands.remoteId) }),
        state,
      },
    });
    await wake(tx, 'sender');
    return done({ state });
  });
}

/** Whether more of its thread is to go out below it. */
async function goesOn(ctx: CoreContext, delivery: AccountDeliveryRow): Promise<boolean> {
  const later = await ctx.db.$count(
    accountDeliveries,
    and(
      toSameReader(delivery),
      gt(accountDeliveries.part, delivery.part),
      inArray(accountDeliveries.state, ['planned', 'attempting', 'unknown']),
    ),
  );
  return later > 0;
}
