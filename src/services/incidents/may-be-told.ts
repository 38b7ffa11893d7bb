import { missingConsent, type StandingConsent } from '../../domain/incident.ts';
import type { Context } from '../context.ts';
import { isIncidentApproved } from './approved.ts';
import { type IncidentRevisionRow, incidentFactsOf } from './facts.ts';

/** Whether a revision may be told now: it is what a second person approved, and what it takes is consented to. */
export async function mayBeTold(
  ctx: Context,
  revision: IncidentRevisionRow,
  /** The consents of the case that stand. */
  given: readonly StandingConsent[],
): Promise<boolean> {
  return (
    missingConsent(incidentFactsOf(revision), given) === null && (await isIncidentApproved(ctx, revision))
  );
}
