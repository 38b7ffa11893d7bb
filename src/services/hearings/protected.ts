import type { HearingFacts } from '../../domain/hearing.ts';
import type { CaseId } from '../../domain/ids.ts';
import { fieldThatNames } from '../cases/protected-names.ts';
import type { CoreContext } from '../context.ts';

/** Facts that name somebody who appears by role only. */
export interface ProtectedNameRefusal {
  readonly code: 'name-protected';
  readonly field: 'court' | 'room' | 'judge' | 'outcome' | 'decided' | 'disagree' | 'sources';
}

/** Refuses facts of a hearing that name a minor, a witness or a victim of the case. */
export async function refuseProtectedNames(
  ctx: CoreContext,
  caseId: CaseId,
  facts: HearingFacts,
): Promise<ProtectedNameRefusal | null> {
  const { court, room, judge, outcome, decided = null, disagree = null, sources } = facts;
  const told = { court, room, judge, outcome, decided, disagree, sources };
  const field = await fieldThatNames(ctx, caseId, told);
  return field === null ? null : { code: 'name-protected', field };
}
