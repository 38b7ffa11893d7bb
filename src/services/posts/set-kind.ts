import type { PostId } from '../../domain/ids.ts';
import { done, type Result } from '../../domain/result.ts';
import type { PostKind } from '../../domain/words.ts';
import type { StaffContext } from '../context.ts';
import { type ChangeSheetRefusal, changeSheet } from './change-sheet.ts';

/** Says what a post is, by which its campaign's policy asks for approvals. */
export function setPostKind(
  ctx: StaffContext,
  { postId, kind }: { readonly postId: PostId; readonly kind: PostKind },
): Promise<Result<{ readonly voided: number }, ChangeSheetRefusal>> {
  return changeSheet<never>(ctx, {
    postId,
    verb: 'posts/set-kind',
    change: async (_, post) => done(kind === post.kind ? null : { kind }),
  });
}
