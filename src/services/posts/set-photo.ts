import type { MediaId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { StaffContext } from '../context.ts';
import { readVisibleMedia } from '../media/read.ts';
import { type ChangeSheetRefusal, changeSheet, type SheetInput } from './change-sheet.ts';

export type SetPostPhotoRefusal = ChangeSheetRefusal | { readonly code: 'media-unknown' };

/** Gives a post its image, another one, or none, also in place of its cards. All languages share it. */
export function setPostPhoto(
  ctx: StaffContext,
  { postId, basedOn, mediaId }: SheetInput & { readonly mediaId: MediaId | null },
): Promise<Result<{ readonly voided: number }, SetPostPhotoRefusal>> {
  return changeSheet<{ readonly code: 'media-unknown' }>(ctx, {
    postId,
    basedOn,
    verb: 'posts/set-photo',
    change: async (tx, post) => {
      if (mediaId !== null && (await readVisibleMedia(tx, mediaId)) === undefined)
        return refused({ code: 'media-unknown' });
      const isSet = mediaId === post.mediaId && post.card === null;
      return done(isSet ? null : { mediaId, card: null });
    },
  });
}
