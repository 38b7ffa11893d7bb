import { type Duty, lossesWith } from '../../domain/drill.ts';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { readSituation } from './situation.ts';

/** What would be lost, and is not done unless somebody says that they know it. */
export interface WouldBreak {
  readonly code: 'would-break';
  readonly duties: readonly Duty[];
}

/**
 * What nobody could do any more, by the rule of the drill, if a person were gone, or worked on none but `keeps`. What they
 * hold outside the service is not asked about.
 */
export async function lossesBy(
  ctx: CoreContext,
  { staffId, keeps }: { readonly staffId: StaffId; readonly keeps: readonly CaseId[] | null },
): Promise<readonly Duty[]> {
  const situation = await readSituation(ctx, { keys: 'open', holders: [] });
  const left = situation.people.flatMap((person) => {
    if (person.id !== staffId) return [person];
    return keeps === null ? [] : [{ ...person, cases: keeps }];
  });
  return lossesWith(left, situation);
}
