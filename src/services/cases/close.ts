import { and, asc, eq, inArray, isNotNull, ne, notInArray, or } from 'drizzle-orm';
import {
  accountDeliveries,
  alerts,
  broadcasts,
  cases,
  hearingRevisions,
  hearings,
  incidentRevisions,
  incidents,
  posts,
  translations,
} from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import type { CaseId, PostId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { neverAttempted } from '../account-deliveries/take-back.ts';
import { audit } from '../audit.ts';
import { withdrawPlanned } from '../broadcasts/withdraw-planned.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { keepFromReaders } from '../posts/keep-from-readers.ts';
import { wake } from '../wake.ts';
import type { CaseRow } from './find.ts';
import { lockCase } from './lock.ts';
import { tellOfClosing } from './tell-of-case.ts';

export type CloseCaseRefusal =
  | { readonly code: 'not-a-coordinator' }
  | { readonly code: 'case-unknown' }
  | { readonly code: 'case-not-over' };

/**
 * Closes a case, of which nothing new is expected; a case is never deleted, since its address stays its own. What is
 * still to go out about it is taken back: texts that wait are withdrawn, posts on their way to followers and to accounts are
 * cancelled, and who waits for the end of an embargo gets nothing. Everybody else who works on it is told.
 *
 * Refused while a hearing or an incident of it waits for a decision or has followers to tell: alerts are never stopped by one person's
 * word. What was on its way when it was closed stays cancelled when the case is opened again.
 */
export async function closeCase(
  ctx: StaffContext,
  input: { readonly caseId: CaseId },
): Promise<Result<CaseRow, CloseCaseRefusal>> {
  if (!hasRole(ctx.actor, 'coordinator', 'admin')) return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    // In the order in which they are locked by whoever publishes: the post, then its case.
    const postIds = await lockPosts(tx, input.caseId);
    const found = await lockCase(tx, input.caseId);
    if (found === undefined) return refused({ code: 'case-unknown' });
    if (found.status === 'closed') return done(found);
    if (await hasNews(tx, found)) return refused({ code: 'case-not-over' });
    await tx.db.update(cases).set({ status: 'closed' }).where(eq(cases.id, found.id));
    const withdrawn = await withdrawTexts(tx, postIds);
    await keepFromReaders(tx, await withWaitingReaders(tx, postIds));
    const cancelled = await cancelBroadcasts(tx, found.id);
    const toAccounts = await cancelAccountDeliveries(tx, postIds);
    await audit(tx, {
      verb: 'cases/close',
      subject: { type: 'case', id: found.id },
      details: { withdrawn, cancelled, toAccounts },
    });
    const closed: CaseRow = { ...found, status: 'closed' };
    await tellOfClosing(tx, closed);
    return done(closed);
  });
}

async function lockPosts(ctx: StaffContext, caseId: CaseId) {
  const rows = await ctx.db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.caseId, caseId), eq(posts.campaignId, ctx.campaignId)))
    .orderBy(asc(posts.id))
    .for('update');
  return rows.map(({ id }) => id);
}

/** Whether facts wait for a decision, or followers are still to be told, or being told, of a hearing or an incident. */
async function hasNews(ctx: StaffContext, { id }: CaseRow): Promise<boolean> {
  const undecided = await ctx.db
    .select({ id: hearings.id })
    .from(hearings)
    .innerJoin(hearingRevisions, eq(hearingRevisions.hearingId, hearings.id))
    .where(and(eq(hearings.caseId, id), eq(hearingRevisions.state, 'in_review')))
    .limit(1);
  const untold = await ctx.db
    .select({ id: alerts.id })
    .from(alerts)
    .leftJoin(broadcasts, eq(broadcasts.alertId, alerts.id))
    .where(
      and(
        eq(alerts.caseId, id),
        or(eq(alerts.state, 'pending'), inArray(broadcasts.state, ['running', 'paused', 'halted'])),
      ),
    )
    .limit(1);
  const undecidedIncidents = await ctx.db
    .select({ id: incidents.id })
    .from(incidents)
    .innerJoin(incidentRevisions, eq(incidentRevisions.incidentId, incidents.id))
    .where(and(eq(incidents.caseId, id), eq(incidentRevisions.state, 'in_review')))
    .limit(1);
  return undecided.length + untold.length + undecidedIncidents.length > 0;
}

async function withdrawTexts(ctx: StaffContext, postIds: readonly PostId[]): Promise<number> {
  if (postIds.length === 0) return 0;
  const withdrawn = await ctx.db
    .update(translations)
    .set({ state: 'withdrawn' })
    .where(
      and(
        inArray(translations.postId, [...postIds]),
        inArray(translations.state, ['in_review', 'approved', 'scheduled']),
      ),
    )
    .returning({ id: translations.id });
  return withdrawn.length;
}

/** The posts of which followers are still to get, at the end of an embargo, what contacts have. */
async function withWaitingReaders(ctx: StaffContext, postIds: readonly PostId[]): Promise<PostId[]> {
  if (postIds.length === 0) return [];
  const rows = await ctx.db
    .select({ id: posts.id })
    .from(posts)
    .where(and(inArray(posts.id, [...postIds]), isNotNull(posts.readersDueAt)));
  return rows.map(({ id }) => id);
}

/** Of one that may stand there already the sender finds out, and ends it as it must. */
async function cancelAccountDeliveries(ctx: StaffContext, postIds: readonly PostId[]): Promise<number> {
  if (postIds.length === 0) return 0;
  const cancelled = await ctx.db
    .update(accountDeliveries)
    .set({ state: 'cancelled', outcome: 'case-closed', settledAt: ctx.clock.now() })
    .where(and(inArray(accountDeliveries.postId, [...postIds]), neverAttempted))
    .returning({ id: accountDeliveries.id });
  return cancelled.length;
}

async function cancelBroadcasts(ctx: StaffContext, caseId: CaseId): Promise<number> {
  const cancelled = await ctx.db
    .update(broadcasts)
    .set({ state: 'cancelled', haltedFor: null, asked: null, askedBy: null, askedAt: null })
    .where(
      and(
        eq(broadcasts.caseId, caseId),
        ne(broadcasts.kind, 'alert'),
        notInArray(broadcasts.state, ['finished', 'cancelled']),
      ),
    )
    .returning({ id: broadcasts.id });
  // What is too much for one statement is left to the job that withdraws.
  for (const { id } of cancelled) await withdrawPlanned(ctx, id);
  if (cancelled.length > 0) {
    await wake(ctx, 'sender');
    await wake(ctx, 'scheduler');
  }
  return cancelled.length;
}
