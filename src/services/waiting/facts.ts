import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import { cases, hearingRevisions, hearings, incidentRevisions, incidents } from '../../db/schema/index.ts';
import { mayDecideFacts } from '../../domain/approval.ts';
import type { HearingId, IncidentId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { StaffContext } from '../context.ts';
import { hasLapsed } from '../hearings/approved.ts';
import { inEffectAhead } from '../hearings/ask-again.ts';

/** A revision of a hearing that waits for this reader's decision. */
export interface WaitingFacts {
  readonly hearingId: HearingId;
  readonly revision: number;
  readonly caseName: Localised;
  readonly since: Temporal.Instant;
}

/** The same of an incident. */
export type WaitingIncident = Omit<WaitingFacts, 'hearingId'> & { readonly incidentId: IncidentId };

/** The revisions of hearings on which whoever asks may decide, the longest waiting first. */
export async function waitingHearings(ctx: StaffContext): Promise<WaitingFacts[]> {
  const found = await ctx.db
    .select({ revision: hearingRevisions, caseName: cases.name })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .where(
      and(
        ofOwnCases(ctx, cases.id),
        or(
          and(eq(hearings.campaignId, ctx.campaignId), eq(hearingRevisions.state, 'in_review')),
          // Asked about anew, and perhaps approved since.
          and(inEffectAhead(ctx), isNotNull(hearingRevisions.askedAgainAt)),
        ),
      ),
    )
    .orderBy(asc(hearingRevisions.recordedAt));
  const waiting: WaitingFacts[] = [];
  for (const { revision: row, caseName } of found) {
    if (mayDecideFacts(ctx.actor, row) !== null) continue;
    if (row.state !== 'in_review' && !(await hasLapsed(ctx, row))) continue;
    const { hearingId, revision, recordedAt, askedAgainAt } = row;
    const since = row.state === 'in_review' ? recordedAt : (askedAgainAt ?? recordedAt);
    waiting.push({ hearingId, revision, caseName, since });
  }
  return waiting;
}

/** The revisions of incidents on which whoever asks may decide, the longest waiting first. */
export async function waitingIncidents(ctx: StaffContext): Promise<WaitingIncident[]> {
  const found = await ctx.db
    .select({ revision: incidentRevisions, caseName: cases.name })
    .from(incidentRevisions)
    .innerJoin(incidents, eq(incidents.id, incidentRevisions.incidentId))
    .innerJoin(cases, eq(cases.id, incidents.caseId))
    .where(
      and(
        eq(incidents.campaignId, ctx.campaignId),
        ofOwnCases(ctx, cases.id),
        eq(incidentRevisions.state, 'in_review'),
      ),
    )
    .orderBy(asc(incidentRevisions.recordedAt));
  return found
    .filter(({ revision }) => mayDecideFacts(ctx.actor, revision) === null)
    .map(({ revision: { incidentId, revision, recordedAt }, caseName }) => ({
      incidentId,
      revision,
      caseName,
      since: recordedAt,
    }));
}
