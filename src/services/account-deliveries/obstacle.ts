import { isUnderEmbargo } from '../../domain/post.ts';
import { spendingOf } from '../accounts/spending.ts';
import { readStop } from '../bots/read-stop.ts';
import { isCardOutdated } from '../cards/of.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { arePostsPaused } from '../pauses/standing.ts';
import { approvedAt } from '../posts/approved.ts';
import type { Job } from './job.ts';
import { lastMoment } from './last-moment.ts';
import { answersWhatStands, pastOf } from './on-record.ts';

/** Why a delivery may not go out: for good, or not now. */
export type Obstacle =
  | {
      readonly kind: 'never';
      readonly outcome:
        | 'retracted'
        | 'withdrawn'
        | 'unapproved'
        | 'too-late'
        | 'contact-off'
        | 'case-closed'
        | 'card-outdated';
    }
  /** It stands there by the audit log, whatever its row says. */
  | { readonly kind: 'stands' }
  /** It would cost more than may be spent on its account this month. */
  | { readonly kind: 'over-budget' }
  | { readonly kind: 'waits' };

/**
 * What stands between a delivery and the network, from everything as it is at this moment; null when nothing does. The
 * approval is looked for anew: of this very payload, in a text that has gone out, by somebody who may still approve; and a
 * card is held against the facts as they are.
 */
export async function findObstacle(ctx: Context, job: Job): Promise<Obstacle | null> {
  const { delivery, account, contact, post, text, parcel } = job;
  const now = ctx.clock.now();
  const isPast = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) <= 0;
  // By its own row, and by its text's.
  if (delivery.retraction !== null || text.retractedAt !== null)
    return { kind: 'never', outcome: 'retracted' };
  const past = await pastOf(ctx, job);
  if (past !== null) return past === 'stands' ? { kind: past } : { kind: 'never', outcome: past };
  if (isPast(delivery.notAfter)) return { kind: 'never', outcome: 'too-late' };
  const mayBeApproved = job.isOfItsPlace && text.state === 'published';
  const since = mayBeApproved ? await approvedAt(ctx, post, text) : null;
  if (since === null || !(await answersWhatStands(ctx, job))) return { kind: 'never', outcome: 'unapproved' };
  const { contacts: writesToContacts, byBot } = ctx.networks[account.network].abilities;
  // Its row may have been given more time than was approved.
  if (isPast(await lastMoment(ctx, post, { approvedAt: since, toContacts: writesToContacts })))
    return { kind: 'never', outcome: 'too-late' };
  if (await isCardOutdated(ctx, post)) return { kind: 'never', outcome: 'card-outdated' };
  // Also one whose contact somebody took out of the row by hand.
  if (writesToContacts !== (contact?.state === 'active')) return { kind: 'never', outcome: 'contact-off' };
  const { status } = await findCase(ctx, post.caseId);
  if (status === 'closed') return { kind: 'never', outcome: 'case-closed' };
  const waits =
    account.state !== 'active' ||
    account.sealedCredentials === null ||
    (account.restsUntil !== null && !isPast(account.restsUntil)) ||
    !isPast(delivery.dueAt) ||
    (post.notBefore !== null && !isPast(post.notBefore)) ||
    (!writesToContacts && isUnderEmbargo(post, now)) ||
    (delivery.part > 0 && parcel.answers === null) ||
    (byBot && (await readStop(ctx)) !== null) ||
    (await arePostsPaused(ctx, post.caseId));
  if (waits) return { kind: 'waits' };
  return (await isOverBudget(ctx, job)) ? { kind: 'over-budget' } : null;
}

/** One that was begun before is in the sum already, and what stands of it was paid for. */
async function isOverBudget(ctx: Context, { account, delivery, costUsdMicros }: Job): Promise<boolean> {
  if (account.budgetUsdMicros === null || costUsdMicros === 0) return false;
  const { spent } = await spendingOf(ctx, delivery.accountId);
  return spent + costUsdMicros > account.budgetUsdMicros;
}
