import { sql } from 'drizzle-orm';
import type { AccountDeliveryId } from '../../domain/ids.ts';
import type { JsonObject } from '../../domain/network.ts';
import { stopAccount } from '../accounts/stop.ts';
import { type Context, inTransaction } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { endDelivery, endPlanned } from './end.ts';
import { type Job, lockJob } from './job.ts';
import { findObstacle } from './obstacle.ts';

/** Whether a delivery may be carried out; `gone`: it is somebody else's, or it has ended. */
export type Turn =
  | { readonly kind: 'go'; readonly job: Job }
  | { readonly kind: 'waits' }
  | { readonly kind: 'gone' };

/** Looks at a delivery before anything is done for it. What can never go out ends here. */
export async function lookAtTurn(ctx: Context, id: AccountDeliveryId): Promise<Turn> {
  return inTransaction(ctx, async (tx) => {
    const job = await lockJob(tx, id);
    if (job === undefined || job.delivery.state !== 'planned') return { kind: 'gone' };
    return judge(tx, job);
  });
}

/**
 * Begins an attempt: with the delivery and its account locked, everything is looked at once more, and `attempting` is
 * committed with what was prepared, before a byte of it leaves. Whoever comes second finds it taken, and who has lost the
 * lease takes nothing.
 */
export async function beginAttempt(
  ctx: Context,
  input: { readonly id: AccountDeliveryId; readonly epoch: number; readonly prepared: JsonObject },
): Promise<Turn> {
  return inTransaction(ctx, async (tx) => {
    const job = await lockJob(tx, input.id);
    if (job === undefined || job.delivery.state !== 'planned') return { kind: 'gone' };
    const turn = await judge(tx, job);
    if (turn.kind !== 'go') return turn;
    const now = tx.clock.now();
    const attempts = job.delivery.attempts + 1;
    const begun = await tx.db.execute(sql`
      update account_deliveries d set state = 'attempting', epoch = ${input.epoch}, attempts = ${attempts},
        prepared = ${JSON.stringify(input.prepared)}::text::jsonb, attempted_at = ${now.toString()}::timestamptz,
        first_attempted_at = coalesce(d.first_attempted_at, ${now.toString()}::timestamptz)
      where d.id = ${input.id} and ${holdsEpoch(tx, input.epoch)} and not exists (
        select 1 from account_deliveries o where o.account_id = d.account_id and o.state = 'attempting')`);
    if (begun.count !== 1) return { kind: 'waits' };
    return { kind: 'go', job: { ...job, delivery: { ...job.delivery, attempts, attemptedAt: now } } };
  });
}

async function judge(ctx: Context, job: Job): Promise<Turn> {
  const obstacle = await findObstacle(ctx, job);
  if (obstacle === null) return { kind: 'go', job };
  if (obstacle.kind === 'waits') return obstacle;
  if (obstacle.kind === 'over-budget') {
    await stopAccount(ctx, job.account, 'paused', 'budget');
    return { kind: 'waits' };
  }
  if (obstacle.kind === 'stands') {
    // Somebody has changed its row by hand: what stands is not sent once more, and a person looks.
    ctx.log.error('account-delivery-altered', { id: job.delivery.id });
    await endDelivery(ctx, job, { state: 'unknown', outcome: 'stands-already' });
    return { kind: 'gone' };
  }
  await endPlanned(ctx, job, { state: 'cancelled', outcome: obstacle.outcome });
  return { kind: 'gone' };
}
