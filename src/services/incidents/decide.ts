import { and, eq } from 'drizzle-orm';
import { incidentRevisions } from '../../db/schema/index.ts';
import type { IncidentId } from '../../domain/ids.ts';
import { type Result, refused } from '../../domain/result.ts';
import type { Decision, RevisionState } from '../../domain/words.ts';
import { planIncidentAlert } from '../alerts/plan-incident.ts';
import type { DecisionProof } from '../approvals/prove.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { StaffContext } from '../context.ts';
import { type Decidable, type DecideRevisionRefusal, decideRevision } from '../revisions/decide.ts';
import { tellRecorder } from '../revisions/tell-recorder.ts';
import { type ConsentMissing, refuseWithoutConsent } from './check.ts';
import { type IncidentRevisionRow, incidentContentHash, incidentFactsOf } from './facts.ts';
import {
  findIncidentRevision,
  type IncidentRow,
  incidentRevisionIn,
  lockIncident,
  newestIncidentRevision,
} from './find.ts';

/** Somebody's decision on one revision. */
export interface DecideIncident {
  readonly incidentId: IncidentId;
  /** The revision that the decider saw. */
  readonly revision: number;
  readonly decision: Decision;
  /** By the decider's own key; needed on the staff site only. */
  readonly proof?: DecisionProof;
}

export type DecideIncidentRefusal =
  | Exclude<DecideRevisionRefusal, { readonly code: 'not-there' }>
  | ConsentMissing
  | { readonly code: 'incident-unknown' };

/**
 * Records a second person's decision on an incident's facts. Approved facts take effect at once and followers are told
 * of them; not when a consent that they need was withdrawn since they were recorded.
 */
export async function decideIncident(
  ctx: StaffContext,
  { incidentId, revision, decision, proof }: DecideIncident,
): Promise<Result<{ readonly state: RevisionState }, DecideIncidentRefusal>> {
  const decided = await decideRevision(
    ctx,
    { subject: { type: 'incident', id: incidentId }, revision, decision, proof },
    decidable(incidentId),
  );
  if (decided.ok) return decided;
  const { refusal } = decided;
  return refused(refusal.code === 'not-there' ? { code: 'incident-unknown' } : refusal);
}

function decidable(incidentId: IncidentId): Decidable<IncidentRow, IncidentRevisionRow, ConsentMissing> {
  return {
    lock: (tx) => lockIncident(tx, incidentId),
    find: (tx, revision) => findIncidentRevision(tx, incidentId, revision),
    newest: async (tx) => (await newestIncidentRevision(tx, incidentId))?.revision ?? 0,
    hashOf: async (tx, { caseId }, row) => {
      const named = await namedCaseAndPersons(tx, caseId);
      return incidentContentHash(incidentId, row.revision, incidentFactsOf(row), named);
    },
    unfit: (tx, incident, row) => refuseWithoutConsent(tx, incident.caseId, incidentFactsOf(row)),
    inEffect: async (tx) => (await incidentRevisionIn(tx, incidentId, 'in_effect')) ?? null,
    move: async (tx, row, to) => {
      await tx.db
        .update(incidentRevisions)
        .set(to)
        .where(
          and(eq(incidentRevisions.incidentId, incidentId), eq(incidentRevisions.revision, row.revision)),
        );
    },
    followUp: async (tx, incident, row, { approved }) => {
      if (approved) {
        return planIncidentAlert(tx, incident, { revision: row.revision, after: incidentFactsOf(row) });
      }
      const { caseId } = incident;
      await tellRecorder(tx, { what: 'incident-rejected', caseId, recordedBy: row.recordedBy });
      return { overtaken: 0 };
    },
  };
}
