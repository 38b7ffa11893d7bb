import { eq } from 'drizzle-orm';
import { accountDeliveries, accounts } from '../../db/schema/index.ts';
import {
  FAILURES_MAX,
  judgeCommit,
  judgeFailure,
  judgeLook,
  type StepEnd,
} from '../../domain/account-delivery.ts';
import type { CommitOutcome, ReconcileOutcome, StepFailure } from '../../domain/network.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { lockAccount } from '../accounts/find.ts';
import { stopAccount } from '../accounts/stop.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { endDelivery } from './end.ts';
import type { Job } from './job.ts';

/** Records that a delivery could not be prepared: nothing of it has gone out. */
export function recordUnprepared(ctx: Context, job: Job, failure: StepFailure): Promise<void> {
  return record(ctx, job, { state: 'planned', epoch: null }, () =>
    judgeFailure(failure, job.account.failures + 1),
  );
}

/** Records how an attempt ended, while it is still the one that was begun. */
export function recordCommit(
  ctx: Context,
  job: Job,
  input: { readonly epoch: number; readonly outcome: CommitOutcome },
): Promise<void> {
  const { repeat } = ctx.networks[job.account.network].abilities;
  return record(ctx, job, { state: 'attempting', epoch: input.epoch }, () =>
    judgeCommit(input.outcome, repeat, job.delivery.attempts),
  );
}

/** Records what was seen of a delivery whose outcome was unknown. */
export function recordLook(ctx: Context, job: Job, outcome: ReconcileOutcome): Promise<void> {
  const { repeat } = ctx.networks[job.account.network].abilities;
  const { attemptedAt } = job.delivery;
  return record(ctx, job, { state: 'unknown', epoch: null }, () =>
    judgeLook(outcome, repeat, secondsSince(ctx, attemptedAt)),
  );
}

function secondsSince(ctx: Context, instant: Temporal.Instant | null): number {
  return instant === null ? 0 : ctx.clock.now().since(instant).total('seconds');
}

async function record(
  ctx: Context,
  job: Job,
  found: { readonly state: DeliveryState; readonly epoch: number | null },
  judge: () => StepEnd,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    // The account first, as everywhere: what goes out there waits for one another.
    await lockAccount(tx, job.account.id);
    const [still] = await tx.db
      .select({ state: accountDeliveries.state, epoch: accountDeliveries.epoch })
      .from(accountDeliveries)
      .where(eq(accountDeliveries.id, job.delivery.id))
      .for('update');
    // Somebody else has decided about it meanwhile: whoever took the lease over, or a person.
    if (still?.state !== found.state || (found.epoch !== null && still.epoch !== found.epoch)) return;
    await apply(tx, job, judge());
  });
}

async function apply(ctx: Context, job: Job, end: StepEnd): Promise<void> {
  const { delivery } = job;
  const now = ctx.clock.now();
  const set = (values: Partial<typeof accountDeliveries.$inferInsert>) =>
    ctx.db.update(accountDeliveries).set(values).where(eq(accountDeliveries.id, delivery.id));
  switch (end.do) {
    case 'sent':
      await set({
        state: 'sent',
        outcome: null,
        lookAt: null,
        settledAt: now,
        remoteId: end.at.id,
        url: end.at.url,
      });
      await audit(ctx, {
        verb: 'account-deliveries/publish',
        subject: { type: 'account-delivery', id: delivery.id },
        details: { account: delivery.accountId, part: delivery.part, attempts: delivery.attempts },
      });
      await changeAccount(ctx, job, { failures: 0 });
      return;
    case 'fail':
      await endDelivery(ctx, job, { state: 'failed', outcome: end.outcome });
      return;
    case 'park':
      await endDelivery(ctx, job, { state: 'unknown', outcome: end.outcome });
      return;
    case 'look':
      await set({ state: 'unknown', outcome: end.outcome, lookAt: after(now, end.seconds) });
      return;
    case 'disconnect':
      // Of one that may stand there it stays unknown; it is looked for once the account is connected again.
      await set({
        outcome: end.outcome,
        ...(delivery.state === 'unknown' ? { lookAt: now } : { state: 'planned' }),
      });
      await stopAccount(ctx, job.account, 'disconnected', end.outcome);
      return;
    case 'again': {
      const dueAt = after(now, end.seconds);
      await set({ state: 'planned', outcome: end.outcome, lookAt: null, dueAt });
      if (end.rest) await changeAccount(ctx, job, { restsUntil: dueAt });
      if (!end.counts) return;
      const failures = job.account.failures + 1;
      if (failures >= FAILURES_MAX) await stopAccount(ctx, job.account, 'paused', end.outcome);
      else await changeAccount(ctx, job, { failures });
      return;
    }
  }
}

function after(now: Temporal.Instant, seconds: number): Temporal.Instant {
  return now.add({ milliseconds: Math.ceil(seconds * 1000) });
}

async function changeAccount(
  ctx: Context,
  job: Job,
  values: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await ctx.db.update(accounts).set(values).where(eq(accounts.id, job.account.id));
}
