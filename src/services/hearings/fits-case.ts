import { isSameFact } from '../../domain/hearing.ts';
import { personsOf } from '../cases/find.ts';
import type { CoreContext } from '../context.ts';
import type { HearingQuestion } from './ask-for-approval.ts';
import { hearingAfter } from './next-hearing.ts';

export type ResultRefusal =
  | { readonly code: 'person-unknown' }
  /** The next hearing is there by now, and has revisions of its own. */
  | { readonly code: 'next-hearing-made' };

/** Refuses rulings against somebody who is not of the case, and another next hearing than was made already. */
export async function refuseUnfitResult(
  ctx: CoreContext,
  { caseId, hearingId, facts, before }: HearingQuestion,
): Promise<ResultRefusal | null> {
  if (facts.decided !== undefined) {
    const known = new Set((await personsOf(ctx, caseId)).map(({ id }) => id));
    if (facts.decided.some(({ personId }) => !known.has(personId))) return { code: 'person-unknown' };
  }
  const next = facts.adjourned?.next ?? null;
  if (next === null || isSameFact(before?.adjourned?.next ?? null, next)) return null;
  return (await hearingAfter(ctx, hearingId)) === null ? null : { code: 'next-hearing-made' };
}
