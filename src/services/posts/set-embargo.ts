import type { PostId } from '../../domain/ids.ts';
import { judgeSchedule, type ScheduleFault } from '../../domain/post.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { StaffContext } from '../context.ts';
import { type ChangeSheetRefusal, changeSheet } from './change-sheet.ts';

export type SetPostEmbargoRefusal = ChangeSheetRefusal | ScheduleFault;

/** Says until when only contacts may have a post, or that all have it at the same time. */
export function setPostEmbargo(
  ctx: StaffContext,
  { postId, embargoUntil }: { readonly postId: PostId; readonly embargoUntil: Temporal.Instant | null },
): Promise<Result<{ readonly voided: number }, SetPostEmbargoRefusal>> {
  return changeSheet<ScheduleFault>(ctx, {
    postId,
    verb: 'posts/set-embargo',
    change: async (tx, post) => {
      const fault = judgeSchedule({ ...post, embargoUntil }, tx.clock.now());
      if (fault !== null) return refused(fault);
      const isSame = embargoUntil?.toString() === post.embargoUntil?.toString();
      return done(isSame ? null : { embargoUntil });
    },
  });
}
