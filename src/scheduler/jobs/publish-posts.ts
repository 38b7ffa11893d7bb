import type { Context } from '../../services/context.ts';
import { duePosts, nextPostDue } from '../../services/posts/due.ts';
import { publishPost } from '../../services/posts/publish.ts';

/** Publishes approved texts whose window has opened and lets those expire whose window has closed. */
export async function publishPosts(ctx: Context): Promise<void> {
  for (const postId of await duePosts(ctx)) {
    const { unapproved } = await publishPost(ctx, postId);
    if (unapproved.length > 0) ctx.log.error('approval-missing', { id: postId, count: unapproved.length });
  }
}

export const nextPublish = nextPostDue;
