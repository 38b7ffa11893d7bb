import type { Photo } from '../../domain/media.ts';
import type { CoreContext } from '../context.ts';
import { readMedia } from '../media/read.ts';
import type { PostRow } from './find.ts';

/** The image of a post, as its approvals are bound to it; null when it has none. */
export async function photoOf(ctx: CoreContext, post: Pick<PostRow, 'mediaId'>): Promise<Photo | null> {
  if (post.mediaId === null) return null;
  const found = await readMedia(ctx, post.mediaId);
  if (found === undefined) throw new Error('A post names an image that does not exist.');
  return { mediaId: found.mediaId, sha256: found.sha256 };
}
