import type { ChargeDecision, HearingFacts } from '../../domain/hearing.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import { type PersonRow, personsOf } from '../cases/find.ts';
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
  return decided === undefined ? [] : decisionsShown(await personsOf(ctx, caseId), decided);
}

/** The same, of a case whose persons were read already. */
export function decisionsShown(
  persons: readonly PersonRow[],
  decided: readonly ChargeDecision[],
): ShownDecision[] {
  const names = new Map(persons.map((person) => [person.id, shownName(person)]));
  return decided.map((decision) => {
    const person = names.get(decision.personId);
    if (person === undefined) throw new Error('A decision names a person who is not of the case.');
    return { ...decision, person };
  });
}
