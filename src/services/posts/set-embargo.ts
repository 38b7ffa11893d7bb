import type { PostId } from '../../domain/ids.ts';
import type { NewScheduleFault } from '../../domain/post.ts';
import type { Result } from '../../domain/result.ts';
import type { StaffContext } from '../context.ts';
import { type ChangeSheetRefusal, changeSheet } from './change-sheet.ts';
import { scheduleChange } from './set-schedule.ts';

export type SetPostEmbargoRefusal = ChangeSheetRefusal | NewScheduleFault;

/** Says until when only contacts may have a post, or that all have it at the same time. */
export function setPostEmbargo(
  ctx: StaffContext,
  { postId, embargoUntil }: { readonly postId: PostId; readonly embargoUntil: Temporal.Instant | null },
): Promise<Result<{ readonly voided: number }, SetPostEmbargoRefusal>> {
  return changeSheet<NewScheduleFault>(ctx, {
    postId,
    verb: 'posts/set-embargo',
    change: async (tx, post) => scheduleChange(tx, post, { ...post, embargoUntil }),
  });
}
