import type { RecorderContext } from '../context.ts';
import type { HearingQuestion } from './ask-for-approval.ts';
import { type PostponedWithDateRefusal, refuseNewDate } from './check.ts';
import { refuseTooLong, type TooLongRefusal } from './fits.ts';
import { type ResultRefusal, refuseUnfitResult } from './fits-case.ts';
import { type ProtectedNameRefusal, refuseProtectedNames } from './protected.ts';

/** Why facts that can be by themselves cannot be those of this hearing of this case. */
export type UnfitRefusal = PostponedWithDateRefusal | ResultRefusal | ProtectedNameRefusal | TooLongRefusal;

/** Refuses facts that do not go with what was in effect, with the case, or with what a message has room for. */
export async function refuseUnfit(ctx: RecorderContext, next: HearingQuestion): Promise<UnfitRefusal | null> {
  return (
    refuseNewDate(next.before, next.facts) ??
    (await refuseUnfitResult(ctx, next)) ??
    (await refuseProtectedNames(ctx, next.caseId, next.facts)) ??
    (await refuseTooLong(ctx, next, ctx.actor.name))
  );
}
