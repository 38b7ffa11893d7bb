import type { ChargeDecision, HearingFacts } from '../../domain/hearing.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import { personsOf } from '../cases/find.ts';
import { shownName } from '../cases/shown-names.ts';
import type { CoreContext } from '../context.ts';

/** What was decided on one charge, with the person as readers are told of them. */
export interface ShownDecision extends ChargeDecision {
  readonly person: Localised;
}

/** What was decided per person and charge, in the order in which it was recorded. */
export async function shownDecisions(
  ctx: CoreContext,
  caseId: CaseId,
  { decided }: Pick<HearingFacts, 'decided'>,
): Promise<ShownDecision[]> {
  if (decided === undefined) return [];
  const persons = new Map((await personsOf(ctx, caseId)).map((person) => [person.id, shownName(person)]));
  return decided.map((decision) => {
    const person = persons.get(decision.personId);
    if (person === undefined) throw new Error('A decision names a person who is not of the case.');
    return { ...decision, person };
  });
}
