import { mayDecideFacts } from '../../domain/approval.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { decisions } from '../../domain/words.ts';
import { findCase, personsOf } from '../cases/find.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import type { StaffContext } from '../context.ts';
import type { FactsReview } from '../hearings/review.ts';
import { staffName } from '../staff/find.ts';
import { renderIncidentQuestion, whatFollowsOfIncident } from './ask-for-approval.ts';
import { incidentContentHash, incidentFactsOf } from './facts.ts';
import { readIncident } from './find.ts';

/** One revision of an incident's facts with all that belongs to deciding on it; undefined when there is none. */
export async function reviewIncident(
  ctx: StaffContext,
  input: { readonly incidentId: IncidentId; readonly revision: number; readonly language: Language },
): Promise<FactsReview | undefined> {
  const found = await readIncident(ctx, input.incidentId);
  const revision = found?.revisions.find((one) => one.revision === input.revision);
  if (found === undefined || revision === undefined) return undefined;
  const { incident, revisions } = found;
  const { id: incidentId, caseId } = incident;
  const facts = incidentFactsOf(revision);
  const inEffect = revisions.find(({ state }) => state === 'in_effect');
  const before = inEffect === undefined || inEffect === revision ? null : incidentFactsOf(inEffect);
  const { name: caseName } = await findCase(ctx, caseId);
  const recorder = revision.recordedBy === null ? null : await staffName(ctx, revision.recordedBy);
  const question = { incidentId, caseId, revision: revision.revision, facts, before };
  const { text, entities } = renderIncidentQuestion(input.language, question, {
    caseName,
    persons: await personsOf(ctx, caseId),
    recorder: recorder ?? '',
    follows: await whatFollowsOfIncident(ctx, question),
  });
  const named = await namedCaseAndPersons(ctx, caseId);
  return {
    caseName,
    recorder,
    decidable: revision.state === 'in_review' ? decisions : [],
    rendered: { text, entities },
    contentHash: incidentContentHash(incidentId, revision.revision, facts, named),
    refusal: mayDecideFacts(ctx.actor, revision),
  };
}
