import { and, eq } from 'drizzle-orm';
import { incidentRevisions } from '../../db/schema/index.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { IncidentId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { StaffContext } from '../context.ts';
import { askForIncidentApproval, type IncidentQuestion } from './ask-for-approval.ts';
import { incidentContentHash } from './facts.ts';

/** What was recorded, and who is asked about it. */
export interface RecordedIncidentRevision {
  readonly incidentId: IncidentId;
  readonly revision: number;
  /** How many people were asked in the bot to confirm it. */
  readonly asked: number;
}

/** Writes a checked revision in review, in the place of one that was, and asks for the second person. */
export async function addIncidentRevision(
  ctx: StaffContext,
  next: IncidentQuestion,
): Promise<RecordedIncidentRevision> {
  const { incidentId, revision, facts } = next;
  await ctx.db
    .update(incidentRevisions)
    .set({ state: 'superseded' })
    .where(and(eq(incidentRevisions.incidentId, incidentId), eq(incidentRevisions.state, 'in_review')));
  const contentHash = incidentContentHash(
    incidentId,
    revision,
    facts,
    await namedCaseAndPersons(ctx, next.caseId),
  );
  await ctx.db.insert(incidentRevisions).values({
    incidentId,
    revision,
    state: 'in_review',
    ...facts,
    personIds: [...facts.personIds],
    discloses: [...facts.discloses],
    sources: [...facts.sources],
    happenedAt: facts.localTime === null ? null : (resolveStart(facts)?.earliest ?? null),
    contentHash,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.clock.now(),
  });
  const asked = await askForIncidentApproval(ctx, next);
  await audit(ctx, {
    verb: revision === 1 ? 'incidents/record' : 'incidents/revise',
    subject: { type: 'incident', id: incidentId },
    details: { revision, contentHash, asked },
  });
  return { incidentId, revision, asked };
}
