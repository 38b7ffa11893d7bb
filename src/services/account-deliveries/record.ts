import { eq } from 'drizzle-orm';
import { accountDeliveries, accounts } from '../../db/schema/index.ts';
import {
  FAILURES_MAX,
  judgeCommit,
  judgeFailure,
  judgeLook,
  restAfter,
  type StepEnd,
} from '../../domain/account-delivery.ts';
import type { CommitOutcome, ReconcileOutcome, StepFailure } from '../../domain/network.ts';
import type { DeliveryState } from '../../domain/words.ts';
import { stopAccount } from '../accounts/stop.ts';
import { audit } from '../audit.ts';
import { endContact } from '../contacts/end.ts';
import { endIfUnreached, wasUnreached } from '../contacts/end-if-unreached.ts';
import { type Context, inTransaction } from '../context.ts';
import { endDelivery, endPlanned } from './end.ts';
import { type Job, lockJob, readJob } from './job.ts';
import { findObstacle } from './obstacle.ts';
import { onRecord, placeOnRecord } from './on-record.ts';

/** So much later what an account that is stopped already does not let us see is looked for again. */
const LOOK_AGAIN_SECONDS = 300;

/** Records that a delivery could not be prepared: nothing of it has gone out. */
export function recordUnprepared(ctx: Context, job: Job, failure: StepFailure): Promise<void> {
  return record(ctx, job, { state: 'planned', epoch: null }, ({ account, delivery }) =>
    judgeFailure(failure, { failures: account.failures + 1, attempts: delivery.attempts + 1 }),
  );
}

/** Records how an attempt ended, while it is still the one that was begun. */
export function recordCommit(
  ctx: Context,
  job: Job,
  input: { readonly epoch: number; readonly outcome: CommitOutcome },
): Promise<void> {
  const { repeat } = ctx.networks[job.account.network].abilities;
  return record(ctx, job, { state: 'attempting', epoch: input.epoch }, ({ account, delivery }) =>
    judgeCommit(input.outcome, repeat, { failures: account.failures + 1, attempts: delivery.attempts }),
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
  judge: (job: Job) => StepEnd,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    // As it stands now: it may have been taken back while the network was asked.
    const now = await lockJob(tx, job.delivery.id);
    // Somebody else has decided about it meanwhile: whoever took the lease over, or a person.
    if (now?.delivery.state !== found.state || (found.epoch !== null && now.delivery.epoch !== found.epoch))
      return;
    await apply(tx, now, judge(now));
  });
}

/** Whether an attempt before this step may have arrived: the first that was not answered with a plain no. */
function mayStandOfBefore({ delivery: { state, firstAttemptedAt: first, attemptedAt } }: Job): boolean {
  if (first === null) return false;
  return state === 'planned' || attemptedAt === null || !first.equals(attemptedAt);
}

async function apply(ctx: Context, job: Job, end: StepEnd): Promise<void> {
  const { delivery } = job;
  const isOnce = ctx.networks[job.account.network].abilities.repeat.kind === 'created-once';
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
        details: {
          ...(await onRecord(ctx, delivery)),
          place: placeOnRecord(end.at.id),
          attempts: delivery.attempts,
        },
      });
      await changeAccount(ctx, job, { failures: 0 });
      return;
    case 'fail':
      // The no is to this attempt. One before it may have arrived, and nobody has looked yet.
      if (isOnce && mayStandOfBefore(job)) {
        await set({ state: 'unknown', outcome: end.outcome, lookAt: now });
        return;
      }
      await endDelivery(ctx, job, { state: 'failed', outcome: end.outcome });
      if (job.contact !== null && wasUnreached(end.outcome)) await endIfUnreached(ctx, job.contact.id);
      return;
    case 'switch-off':
      await set({
        state: 'failed',
        outcome: end.outcome,
        lookAt: null,
        settledAt: now,
        retraction: null,
        retractAt: null,
      });
      if (job.contact !== null) await endContact(ctx, job.contact.id, 'refused');
      return;
    case 'park':
      await endDelivery(ctx, job, { state: 'unknown', outcome: end.outcome });
      return;
    case 'look':
      await set({ state: 'unknown', outcome: end.outcome, lookAt: after(now, end.seconds) });
      return;
    case 'disconnect':
      // Of one that may stand there it stays unknown; it is looked for once the account is connected again. A pause by
      // staff outlasts this: its account is not stopped once more, and the network is not asked without a rest.
      await set({
        outcome: end.outcome,
        ...(delivery.state === 'unknown'
          ? { lookAt: after(now, job.account.state === 'active' ? 0 : LOOK_AGAIN_SECONDS) }
          : { state: 'planned', ...(!mayStandOfBefore(job) && { firstAttemptedAt: null }) }),
      });
      await stopAccount(ctx, job.account, 'disconnected', end.outcome);
      return;
    case 'again': {
      const dueAt = after(now, end.seconds);
      const isForgotten =
        end.leaves === 'absent' ? isOnce : end.leaves === 'nothing' && !mayStandOfBefore(job);
      await set({
        state: 'planned',
        outcome: end.outcome,
        lookAt: null,
        dueAt,
        ...(isForgotten && { firstAttemptedAt: null }),
      });
      await (end.counts ? countFailure(ctx, job, end.outcome) : rest(ctx, job, end.rest ? dueAt : null));
      await endWhatMayNotGo(ctx, job, end.leaves);
      return;
    }
  }
}

/** What was taken back, or may no longer go out, while the network was asked has no other turn. */
async function endWhatMayNotGo(
  ctx: Context,
  job: Job,
  leaves: 'perhaps' | 'absent' | 'nothing',
): Promise<void> {
  const now = await readJob(ctx, job.delivery.id);
  const obstacle = now === undefined ? null : await findObstacle(ctx, now);
  if (now === undefined || obstacle?.kind !== 'never') return;
  const delivery = leaves === 'absent' ? { ...now.delivery, firstAttemptedAt: null } : now.delivery;
  await endPlanned(ctx, { ...now, delivery }, { state: 'cancelled', outcome: obstacle.outcome });
}

/** What fails while the account rests fails for what it rests for, and is not counted once more. */
async function countFailure(ctx: Context, job: Job, outcome: string): Promise<void> {
  const now = ctx.clock.now();
  const { restsUntil } = job.account;
  if (restsUntil !== null && Temporal.Instant.compare(restsUntil, now) > 0) return;
  const failures = job.account.failures + 1;
  if (failures >= FAILURES_MAX) await stopAccount(ctx, job.account, 'paused', outcome);
  else await changeAccount(ctx, job, { failures, restsUntil: after(now, restAfter(failures)) });
}

async function rest(ctx: Context, job: Job, restsUntil: Temporal.Instant | null): Promise<void> {
  if (restsUntil !== null) await changeAccount(ctx, job, { restsUntil });
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
