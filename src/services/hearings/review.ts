import { type DecisionRefusal, mayDecideFacts } from '../../domain/approval.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import type { FormattedText } from '../../domain/text/message.ts';
import { type Decision, decisions } from '../../domain/words.ts';
import { findCase } from '../cases/find.ts';
import { namedCaseAndPersons } from '../cases/named.ts';
import { shownNames } from '../cases/shown-names.ts';
import type { StaffContext } from '../context.ts';
import { hasLapsed } from './approved.ts';
import { renderQuestion, whatFollowsOf } from './ask-for-approval.ts';
import { factsOf, hearingContentHash, type RevisionRow } from './facts.ts';
import { readHearing } from './find.ts';
import { recorderOf } from './recorder.ts';
import { shownDecisions } from './shown-decisions.ts';

/** All that a decider has to see of a hearing's facts, and exactly what their decision covers. */
export interface FactsReview {
  readonly caseName: Localised;
  readonly recorder: string | null;
  /** What can be decided: either while they are in review; only to approve again once no approval of them counts. */
  readonly decidable: readonly Decision[];
  /** What changed put first, then all facts; court and outcome in every language in which they go out. */
  readonly rendered: FormattedText;
  readonly contentHash: ContentHash;
  /** Why whoever asks may not decide; null when they may. */
  readonly refusal: DecisionRefusal | null;
}

/** One revision of a hearing's facts with all that belongs to deciding on it; undefined when there is none. */
export async function reviewFacts(
  ctx: StaffContext,
  input: { readonly hearingId: HearingId; readonly revision: number; readonly language: Language },
): Promise<FactsReview | undefined> {
  const found = await readHearing(ctx, input.hearingId);
  const revision = found?.revisions.find((one) => one.revision === input.revision);
  if (found === undefined || revision === undefined) return undefined;
  const { hearing, revisions } = found;
  const facts = factsOf(revision);
  const inEffect = revisions.find(({ state }) => state === 'in_effect');
  const { name: caseName } = await findCase(ctx, hearing.caseId);
  const recorder = await recorderOf(ctx, revision);
  const question = {
    hearingId: hearing.id,
    caseId: hearing.caseId,
    revision: revision.revision,
    facts,
    before: inEffect === undefined || inEffect === revision ? null : factsOf(inEffect),
  };
  const { text, entities } = renderQuestion(input.language, question, {
    caseName,
    persons: await shownNames(ctx, hearing.caseId),
    decided: await shownDecisions(ctx, hearing.caseId, facts),
    recorder: recorder.name,
    byPartner: revision.partnerId !== null,
    follows: await whatFollowsOf(ctx, question),
    above: null,
  });
  return {
    caseName,
    recorder: recorder.name === '' ? null : recorder.name,
    decidable: await decidableNow(ctx, revision),
    rendered: { text, entities },
    contentHash: hearingContentHash(
      hearing.id,
      revision.revision,
      facts,
      await namedCaseAndPersons(ctx, hearing.caseId),
    ),
    refusal: mayDecideFacts(ctx.actor, revision),
  };
}

async function decidableNow(ctx: StaffContext, revision: RevisionRow): Promise<readonly Decision[]> {
  if (revision.state === 'in_review') return decisions;
  return (await hasLapsed(ctx, revision)) ? ['approved'] : [];
}
