import { incidents } from '../../db/schema/index.ts';
import { factRecorders, hasRole } from '../../domain/actor.ts';
import { type CaseId, type IncidentId, newId } from '../../domain/ids.ts';
import type { IncidentFacts } from '../../domain/incident.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { findCaseOrNone } from '../cases/find.ts';
import { refuseClosedCase } from '../cases/refuse-closed.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import type { TooLongRefusal } from '../hearings/fits.ts';
import { addIncidentRevision, type RecordedIncidentRevision } from './add-revision.ts';
import { type IncidentFactsRefusal, refuseIncidentFacts, refuseOfCase } from './check.ts';
import { refuseTooLongIncident } from './fits.ts';

export type RecordIncidentRefusal =
  | IncidentFactsRefusal
  | TooLongRefusal
  | { readonly code: 'not-a-recorder' }
  | { readonly code: 'nothing-to-retract' }
  | { readonly code: 'case-unknown' }
  | { readonly code: 'case-closed' };

/**
 * Records an incident of a case, also of one without a court. It takes effect, and followers are told, once a second
 * person has approved its facts.
 */
export async function recordIncident(
  ctx: StaffContext,
  input: { readonly caseId: CaseId; readonly facts: IncidentFacts },
): Promise<Result<RecordedIncidentRevision, RecordIncidentRefusal>> {
  const { caseId } = input;
  const facts: IncidentFacts = { ...input.facts, amendment: 'adds' };
  if (!hasRole(ctx.actor, ...factRecorders)) return refused({ code: 'not-a-recorder' });
  if (facts.status === 'retracted') return refused({ code: 'nothing-to-retract' });
  const fault = refuseIncidentFacts(facts, ctx.clock.now());
  if (fault !== null) return refused(fault);
  return inTransaction(ctx, async (tx) => {
    const found = await findCaseOrNone(tx, caseId);
    if (found === undefined) return refused({ code: 'case-unknown' });
    const closed = await refuseClosedCase(tx, caseId);
    if (closed !== null) return refused(closed);
    const incidentId = newId<IncidentId>();
    const next = { incidentId, caseId, revision: 1, facts, before: null };
    const unfit = (await refuseOfCase(tx, caseId, facts)) ?? (await refuseTooLongIncident(tx, next));
    if (unfit !== null) return refused(unfit);
    await tx.db
      .insert(incidents)
      .values({ id: incidentId, campaignId: tx.campaignId, caseId, createdAt: tx.clock.now() });
    return done(await addIncidentRevision(tx, next));
  });
}
