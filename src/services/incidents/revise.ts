import { factRecorders, hasRole } from '../../domain/actor.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { IncidentFacts } from '../../domain/incident.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { refuseClosedCase } from '../cases/refuse-closed.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import type { TooLongRefusal } from '../hearings/fits.ts';
import { addIncidentRevision, type RecordedIncidentRevision } from './add-revision.ts';
import type { IncidentQuestion } from './ask-for-approval.ts';
import { type IncidentFactsRefusal, refuseIncidentFacts, refuseOfCase } from './check.ts';
import { incidentFactsOf } from './facts.ts';
import { incidentRevisionIn, lockIncident, newestIncidentRevision } from './find.ts';
import { refuseTooLongIncident } from './fits.ts';

export type ReviseIncidentRefusal =
  | IncidentFactsRefusal
  | TooLongRefusal
  | { readonly code: 'not-a-recorder' }
  | { readonly code: 'incident-unknown' }
  | { readonly code: 'case-closed' }
  /** Somebody recorded another revision since the one that this change was based on. */
  | { readonly code: 'changed-since'; readonly newest: number };

/**
 * Records a change of an incident as its next revision: what more is known, what was wrong, or with what private facts
 * are taken back. What is in effect stays so until a second person approves the change; a revision still in review is
 * replaced by this one.
 */
export async function reviseIncident(
  ctx: StaffContext,
  input: { readonly incidentId: IncidentId; readonly basedOn: number; readonly facts: IncidentFacts },
): Promise<Result<RecordedIncidentRevision, ReviseIncidentRefusal>> {
  const { facts } = input;
  if (!hasRole(ctx.actor, ...factRecorders)) return refused({ code: 'not-a-recorder' });
  const fault = refuseIncidentFacts(facts, ctx.clock.now());
  if (fault !== null) return refused(fault);
  return inTransaction(ctx, async (tx) => {
    const incident = await lockIncident(tx, input.incidentId);
    if (incident === undefined) return refused({ code: 'incident-unknown' });
    const closed = await refuseClosedCase(tx, incident.caseId);
    if (closed !== null) return refused(closed);
    const newest = (await newestIncidentRevision(tx, incident.id))?.revision ?? 0;
    if (newest !== input.basedOn) return refused({ code: 'changed-since', newest });
    const inEffect = await incidentRevisionIn(tx, incident.id, 'in_effect');
    const next: IncidentQuestion = {
      incidentId: incident.id,
      caseId: incident.caseId,
      revision: newest + 1,
      facts,
      before: inEffect === undefined ? null : incidentFactsOf(inEffect),
    };
    const unfit = (await refuseOfCase(tx, incident.caseId, facts)) ?? (await refuseTooLongIncident(tx, next));
    if (unfit !== null) return refused(unfit);
    return done(await addIncidentRevision(tx, next));
  });
}
