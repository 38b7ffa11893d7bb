import type { PostId } from '../../domain/ids.ts';
import { done, type Result } from '../../domain/result.ts';
import type { ContentWarning } from '../../domain/words.ts';
import type { StaffContext } from '../context.ts';
import { type ChangeSheetRefusal, changeSheet } from './change-sheet.ts';

/** Says of what readers are warned before they see a post, where a network can; null: of nothing. */
export function setPostWarning(
  ctx: StaffContext,
  { postId, warning }: { readonly postId: PostId; readonly warning: ContentWarning | null },
): Promise<Result<{ readonly voided: number }, ChangeSheetRefusal>> {
  return changeSheet<never>(ctx, {
    postId,
    verb: 'posts/set-warning',
    change: async (_, post) => done(warning === post.warning ? null : { warning }),
  });
}
