import { judgeNewSchedule, type NewScheduleFault, type Schedule, sameSchedule } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { CoreContext, StaffContext } from '../context.ts';
import { type ChangeSheetRefusal, changeSheet, type SheetInput } from './change-sheet.ts';

export type SetPostScheduleRefusal = ChangeSheetRefusal | NewScheduleFault;

/** Says when a post may go out, and until when only contacts may have it. */
export function setPostSchedule(
  ctx: StaffContext,
  { postId, basedOn, ...wanted }: SheetInput & Schedule,
): Promise<Result<{ readonly voided: number }, SetPostScheduleRefusal>> {
  return changeSheet<NewScheduleFault>(ctx, {
    postId,
    basedOn,
    verb: 'posts/set-schedule',
    change: async (tx, post) => scheduleChange(tx, post, wanted),
  });
}

/** What changes of a post's schedule for another; null: nothing. */
export function scheduleChange(
  ctx: Pick<CoreContext, 'clock'>,
  standing: Schedule,
  { notBefore, notAfter, embargoUntil }: Schedule,
): Result<Schedule | null, NewScheduleFault> {
  const wanted: Schedule = { notBefore, notAfter, embargoUntil };
  const fault = judgeNewSchedule(wanted, standing, ctx.clock.now());
  if (fault !== null) return refused(fault);
  return done(sameSchedule(wanted, standing) ? null : wanted);
}
