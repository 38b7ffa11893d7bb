import { type CaseId, type IncidentId, newId } from '../../domain/ids.ts';
import { type IncidentFacts, incidentAlert } from '../../domain/incident.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { FormattedText } from '../../domain/text/message.ts';
import { findCaseOrNone, personsOf } from '../cases/find.ts';
import type { StaffContext } from '../context.ts';
import type { TooLongRefusal } from '../hearings/fits.ts';
import { type IncidentFactsRefusal, refuseIncidentFacts, refuseOfCase } from './check.ts';
import { incidentFactsOf } from './facts.ts';
import { readIncident } from './find.ts';
import { refuseTooLongIncident } from './fits.ts';
import { renderIncidentAlert } from './render.ts';
import { incidentFactsToldBefore } from './told.ts';

export type PreviewIncidentRefusal =
  | IncidentFactsRefusal
  | TooLongRefusal
  | { readonly code: 'case-unknown' }
  | { readonly code: 'incident-unknown' };

/**
 * What followers would be told at once if a second person approved these facts at this moment, as a reader of one
 * language gets it; null: nobody is. Refused as recording them would be. Records nothing.
 */
export async function previewIncident(
  ctx: StaffContext,
  input: {
    readonly caseId: CaseId;
    /** Null: of a new incident. */
    readonly incidentId: IncidentId | null;
    readonly facts: IncidentFacts;
    readonly language: Language;
  },
): Promise<Result<FormattedText | null, PreviewIncidentRefusal>> {
  const { caseId, facts, language } = input;
  const now = ctx.clock.now();
  const fault = refuseIncidentFacts(facts, now);
  if (fault !== null) return refused(fault);
  const ofCase = await findCaseOrNone(ctx, caseId);
  if (ofCase === undefined) return refused({ code: 'case-unknown' });
  const found = input.incidentId === null ? null : await readIncident(ctx, input.incidentId);
  if (found === undefined) return refused({ code: 'incident-unknown' });
  const revision = (found?.revisions.at(-1)?.revision ?? 0) + 1;
  const inEffect = found?.revisions.find(({ state }) => state === 'in_effect');
  const before = inEffect === undefined ? null : incidentFactsOf(inEffect);
  const incidentId = input.incidentId ?? newId<IncidentId>();
  const unfit =
    (await refuseOfCase(ctx, caseId, facts)) ??
    (await refuseTooLongIncident(ctx, { incidentId, caseId, revision, facts, before }));
  if (unfit !== null) return refused(unfit);
  const told = await incidentFactsToldBefore(ctx, incidentId, revision);
  const kind = incidentAlert(told, facts, now)?.kind;
  if (kind === undefined) return done(null);
  const { name: caseName, fictional } = ofCase;
  const persons = await personsOf(ctx, caseId);
  const content = { kind, caseId, caseName, fictional, persons, facts, before: told, late: null };
  const { text, entities } = renderIncidentAlert(language, content);
  return done({ text, entities });
}
