import { and, arrayContains, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { broadcasts, consents, incidentRevisions, incidents } from '../../db/schema/index.ts';
import { factRecorders, hasRole } from '../../domain/actor.ts';
import type { CaseId, ConsentId } from '../../domain/ids.ts';
import { missingConsent } from '../../domain/incident.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { shownCount } from '../../domain/shown-count.ts';
import { supersedePending } from '../alerts/supersede-pending.ts';
import { audit } from '../audit.ts';
import { overtakeAlerts } from '../broadcasts/overtake.ts';
import { withdrawPlanned } from '../broadcasts/withdraw-planned.ts';
import { ofOwnCases } from '../cases/scope.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { type IncidentRevisionRow, incidentFactsOf } from '../incidents/facts.ts';
import { wake } from '../wake.ts';
import type { ConsentRow } from './list.ts';
import { standingConsents } from './standing.ts';

export type WithdrawConsentRefusal =
  | { readonly code: 'not-a-recorder' }
  | { readonly code: 'consent-unknown' }
  | { readonly code: 'consent-withdrawn' };

/** What the withdrawal stopped. */
export interface WithdrawnConsent {
  /** Revisions that waited for a second person, or were in effect, and are told no more. */
  readonly revisions: number;
  /** Deliveries that were still on their way. */
  readonly takenBack: number;
}

/**
 * Records that a consent was withdrawn, by one person's word, and stops at once what is told by it: revisions in review
 * are rejected, those in effect leave the timeline, their alerts are superseded, and what was on its way goes no
 * further. What has gone out cannot be taken back; a revision that says less can be recorded, and followers are told
 * of it without the facts that were removed.
 */
export async function withdrawConsent(
  ctx: StaffContext,
  input: { readonly consentId: ConsentId },
): Promise<Result<WithdrawnConsent, WithdrawConsentRefusal>> {
  if (!hasRole(ctx.actor, ...factRecorders)) return refused({ code: 'not-a-recorder' });
  return inTransaction(ctx, async (tx) => {
    const [consent] = await tx.db
      .select()
      .from(consents)
      .where(
        and(
          eq(consents.id, input.consentId),
          eq(consents.campaignId, tx.campaignId),
          ofOwnCases(tx, consents.caseId),
        ),
      )
      .for('update');
    if (consent === undefined) return refused({ code: 'consent-unknown' });
    if (consent.withdrawnAt !== null) return refused({ code: 'consent-withdrawn' });
    await tx.db
      .update(consents)
      .set({ withdrawnAt: tx.clock.now(), withdrawnBy: tx.actor.id })
      .where(eq(consents.id, consent.id));
    const revisions = await revisionsWithoutConsent(tx, consent);
    // What waited for a second person no digest has told.
    const wasTold = revisions.some(({ state }) => state === 'in_effect');
    let takenBack = wasTold ? await takeBackDigests(tx, consent.caseId) : 0;
    for (const revision of revisions) takenBack += await stop(tx, revision);
    await audit(tx, {
      verb: 'consents/withdraw',
      subject: { type: 'consent', id: consent.id },
      details: {
        caseId: consent.caseId,
        covers: consent.covers,
        revisions: revisions.length,
        takenBack: shownCount(takenBack),
      },
    });
    return done({ revisions: revisions.length, takenBack });
  });
}

/** A digest that is on its way may name the kind of what is told no more. */
async function takeBackDigests(ctx: StaffContext, caseId: CaseId): Promise<number> {
  const cancelled = await ctx.db
    .update(broadcasts)
    .set({ state: 'cancelled' })
    .where(
      and(
        isNotNull(broadcasts.digestId),
        arrayContains(broadcasts.digestCaseIds, [caseId]),
        inArray(broadcasts.state, ['running', 'paused', 'halted']),
      ),
    )
    .returning({ id: broadcasts.id });
  let takenBack = 0;
  // What is too much for one statement is left to the job that withdraws.
  for (const { id } of cancelled) takenBack += await withdrawPlanned(ctx, id);
  return takenBack;
}

/** Of the case's incidents, each locked first: whoever is deciding on one at this moment comes before or after. */
async function revisionsWithoutConsent(
  ctx: StaffContext,
  { caseId }: ConsentRow,
): Promise<IncidentRevisionRow[]> {
  const locked = await ctx.db
    .select({ id: incidents.id })
    .from(incidents)
    .where(eq(incidents.caseId, caseId))
    .orderBy(asc(incidents.id))
    .for('update');
  if (locked.length === 0) return [];
  const told = await ctx.db
    .select()
    .from(incidentRevisions)
    .where(
      and(
        inArray(
          incidentRevisions.incidentId,
          locked.map(({ id }) => id),
        ),
        inArray(incidentRevisions.state, ['in_review', 'in_effect']),
      ),
    );
  const given = await standingConsents(ctx, caseId);
  return told.filter((revision) => missingConsent(incidentFactsOf(revision), given) !== null);
}

async function stop(ctx: StaffContext, revision: IncidentRevisionRow): Promise<number> {
  const { incidentId } = revision;
  const state = revision.state === 'in_review' ? 'rejected' : 'superseded';
  await ctx.db
    .update(incidentRevisions)
    .set({ state })
    .where(
      and(eq(incidentRevisions.incidentId, incidentId), eq(incidentRevisions.revision, revision.revision)),
    );
  if (revision.state === 'in_review') return 0;
  const subject = { type: 'incident', id: incidentId } as const;
  // In this order: an alert that is being dispatched at this moment is waited for, and its broadcast then found.
  await supersedePending(ctx, subject, null);
  const takenBack = await overtakeAlerts(ctx, subject);
  await wake(ctx, 'sender');
  await wake(ctx, 'scheduler');
  return takenBack;
}
