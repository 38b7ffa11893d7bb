import { nextAlertDue } from '../services/alerts/dispatch.ts';
import type { SigningContext } from '../services/context.ts';
import { nextDigest } from '../services/digests/dispatch.ts';
import { nextRingDue } from '../services/hearings/ring.ts';
import { nextPostDue } from '../services/posts/due.ts';
import { askAgain } from './jobs/ask-again.ts';
import { chainAudit } from './jobs/chain-audit.ts';
import { dispatchAlerts } from './jobs/dispatch-alerts.ts';
import { doubtSuccessions } from './jobs/doubt-successions.ts';
import { pruneAttendances } from './jobs/prune-attendances.ts';
import { pruneDeliveries } from './jobs/prune-deliveries.ts';
import { pruneDrafts } from './jobs/prune-drafts.ts';
import { pruneEndpointEvents } from './jobs/prune-endpoint-events.ts';
import { pruneKeptAnswers } from './jobs/prune-kept-answers.ts';
import { pruneReports } from './jobs/prune-reports.ts';
import { pruneUpdates } from './jobs/prune-updates.ts';
import { publishPosts } from './jobs/publish-posts.ts';
import { replanReminders } from './jobs/replan-reminders.ts';
import { ringDeciders } from './jobs/ring-deciders.ts';
import { sendDigests } from './jobs/send-digests.ts';
import { signAuditHead } from './jobs/sign-audit-head.ts';
import { takeStatistics } from './jobs/take-statistics.ts';
import { warnOfEnds } from './jobs/warn-of-ends.ts';
import { nextWithdrawal, withdrawDeliveries } from './jobs/withdraw-deliveries.ts';

/** One kind of recurring work. Every run looks for itself what is due: a run too many does nothing. */
export interface Job {
  /** A cron expression in UTC: so often it runs at the least, whatever wakes it besides. */
  readonly every: string;
  /** `safeError`: what may be logged of an error. Rejects when the work, or a part of it, failed. */
  readonly run: (ctx: SigningContext, safeError: (error: unknown) => string) => Promise<void>;
  /** Whether it also runs whenever a scheduler starts, after what is due. */
  readonly atStart?: boolean;
  /**
   * For work that is due at an instant: when the next is, by the injected clock. The scheduler wakes the job
   * then, and whenever somebody says that due instants changed.
   */
  readonly next?: (ctx: SigningContext) => Promise<Temporal.Instant | null>;
}

/** All recurring work of the service, on one page. */
export const jobs = {
  'dispatch-alerts': { every: '* * * * *', run: dispatchAlerts, next: nextAlertDue },
  'ring-deciders': { every: '* * * * *', run: ringDeciders, next: nextRingDue },
  'publish-posts': { every: '* * * * *', run: publishPosts, next: nextPostDue },
  'send-digests': { every: '23 * * * *', run: sendDigests, next: nextDigest, atStart: true },
  'withdraw-deliveries': { every: '* * * * *', run: withdrawDeliveries, next: nextWithdrawal },
  'replan-reminders': { every: '41 3 * * *', run: replanReminders, atStart: true },
  'ask-again': { every: '*/5 * * * *', run: askAgain, atStart: true },
  'doubt-successions': { every: '*/5 * * * *', run: doubtSuccessions, atStart: true },
  'chain-audit': { every: '* * * * *', run: chainAudit },
  'sign-audit-head': { every: '7 * * * *', run: signAuditHead, atStart: true },
  'prune-updates': { every: '17 * * * *', run: pruneUpdates },
  'prune-reports': { every: '47 4 * * *', run: pruneReports },
  'prune-endpoint-events': { every: '53 4 * * *', run: pruneEndpointEvents },
  'prune-kept-answers': { every: '27 * * * *', run: pruneKeptAnswers, atStart: true },
  'prune-drafts': { every: '57 4 * * *', run: pruneDrafts, atStart: true },
  'prune-attendances': { every: '*/15 * * * *', run: pruneAttendances, atStart: true },
  'take-statistics': { every: '3 * * * *', run: takeStatistics, atStart: true },
  'warn-of-ends': { every: '33 * * * *', run: warnOfEnds, atStart: true },
  'prune-deliveries': { every: '37 * * * *', run: pruneDeliveries },
} as const satisfies Record<string, Job>;
