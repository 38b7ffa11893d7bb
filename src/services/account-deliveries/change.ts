import { and, eq, gte } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { AccountDeliveryId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { may, starters, stoppers } from '../accounts/may.ts';
import { audit } from '../audit.ts';
import { type CoreContext, inTransaction } from '../context.ts';
import { wake } from '../wake.ts';
import type { AccountDeliveryRow } from './job.ts';
import { neverAttempted, takeBackOnceSeen } from './take-back.ts';

/** Nothing of it stands there: nothing is left to be taken back. */
const takenBack = { state: 'cancelled', outcome: 'retracted', retraction: null, retractAt: null } as const;

type Unknown = { readonly code: 'account-delivery-unknown' };
type Impossible = { readonly code: 'account-delivery-settled'; readonly state: DeliveryState };

export type WithdrawAccountDeliveryRefusal = { readonly code: 'not-a-stopper' } | Unknown | Impossible;
export type MoveAccountDeliveryRefusal =
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'window-past' }
  | { readonly code: 'outside-window' }
  | Unknown
  | Impossible;
export type SettleAccountDeliveryRefusal = { readonly code: 'not-an-approver' } | Unknown | Impossible;

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
    const delivery = await lock(tx, id);
    if (delivery === undefined) return refused({ code: 'account-delivery-unknown' });
    if (delivery.state !== 'planned')
      return refused({ code: 'account-delivery-settled', state: delivery.state });
    const withdrawn = await tx.db
      .update(accountDeliveries)
      .set({ state: 'cancelled', outcome: 'withdrawn', settledAt: tx.clock.now() })
      .where(and(followedBy(delivery), neverAttempted))
      .returning({ id: accountDeliveries.id });
    const counted = withdrawn.length + (await takeBackOnceSeen(tx, followedBy(delivery)));
    await record(tx, delivery, 'withdraw', { withdrawn: counted });
    await wake(tx, 'sender');
    return done({ withdrawn: counted });
  });
}

/** Gives what has not gone out yet another time, within the window that was approved. */
export async function moveAccountDelivery(
  ctx: CoreContext,
  input: { readonly id: AccountDeliveryId; readonly dueAt: Temporal.Instant },
): Promise<Result<{ readonly moved: number }, MoveAccountDeliveryRefusal>> {
  if (!may(ctx.actor, ...starters)) return refused({ code: 'not-an-approver' });
  const { dueAt } = input;
  if (Temporal.Instant.compare(dueAt, ctx.clock.now()) < 0) return refused({ code: 'window-past' });
  return inTransaction(ctx, async (tx) => {
    const delivery = await lock(tx, input.id);
    if (delivery === undefined) return refused({ code: 'account-delivery-unknown' });
    if (delivery.state !== 'planned')
      return refused({ code: 'account-delivery-settled', state: delivery.state });
    if (Temporal.Instant.compare(dueAt, delivery.notAfter) >= 0) return refused({ code: 'outside-window' });
    const moved = await tx.db
      .update(accountDeliveries)
      .set({ dueAt })
      .where(and(followedBy(delivery), eq(accountDeliveries.state, 'planned')))
      .returning({ id: accountDeliveries.id });
    await record(tx, delivery, 'move', { moved: moved.length });
    await wake(tx, 'sender');
    return done({ moved: moved.length });
  });
}

/**
 * Records what a person has seen of a delivery whose outcome could not be found out. `stands`: what follows it goes out;
 * otherwise it has its turn again, or ends if it was taken back meanwhile.
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
    const delivery = await lock(tx, input.id);
    if (delivery === undefined) return refused({ code: 'account-delivery-unknown' });
    if (delivery.state !== 'unknown')
      return refused({ code: 'account-delivery-settled', state: delivery.state });
    const now = tx.clock.now();
    const { stands } = input;
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
    await record(tx, delivery, 'settle', { state });
    await wake(tx, 'sender');
    return done({ state });
  });
}

async function lock(ctx: CoreContext, id: AccountDeliveryId): Promise<AccountDeliveryRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(accountDeliveries)
    .where(and(eq(accountDeliveries.id, id), eq(accountDeliveries.campaignId, ctx.campaignId)))
    .for('update');
  return found;
}

function followedBy({ postId, accountId, part }: AccountDeliveryRow) {
  return and(
    eq(accountDeliveries.postId, postId),
    eq(accountDeliveries.accountId, accountId),
    gte(accountDeliveries.part, part),
  );
}

function record(
  ctx: CoreContext,
  { id }: AccountDeliveryRow,
  verb: 'withdraw' | 'move' | 'settle',
  details: Readonly<Record<string, string | number>>,
): Promise<void> {
  return audit(ctx, {
    verb: `account-deliveries/${verb}`,
    subject: { type: 'account-delivery', id },
    details,
  });
}
