import { type PostId, parseId } from '../../domain/ids.ts';
import type { StaffContext } from '../../services/context.ts';
import { lockPost, type PostRow } from '../../services/posts/find.ts';
import type { AdminRequest } from '../env.ts';

/** The post that a request's address names, locked as the verbs lock it; undefined where there is none. */
export async function lockedPost(tx: StaffContext, c: AdminRequest): Promise<PostRow | undefined> {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  return postId === null ? undefined : lockPost(tx, postId);
}
