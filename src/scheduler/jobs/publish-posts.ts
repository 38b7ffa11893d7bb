import type { SigningContext } from '../../services/context.ts';
import { duePosts } from '../../services/posts/due.ts';
import { publishPost } from '../../services/posts/publish.ts';

/**
 * Publishes approved texts whose window has opened and lets those expire whose window has closed. A post that fails
 * keeps back none of the others; the run fails once they are out.
 */
export async function publishPosts(
  ctx: SigningContext,
  safeError: (error: unknown) => string,
): Promise<void> {
  let failed = 0;
  for (const postId of await duePosts(ctx)) {
    try {
      const { unapproved } = await publishPost(ctx, postId);
      if (unapproved.length > 0) ctx.log.error('approval-missing', { id: postId, count: unapproved.length });
    } catch (error) {
      ctx.log.error('post-failed', { id: postId, error: safeError(error) });
      failed += 1;
    }
  }
  if (failed > 0) throw new Error('Posts could not be published; see the log.');
}
