import type { Context } from '../../services/context.ts';
import { forgetDrafts } from '../../services/posts/forget-drafts.ts';

/** Forgets what was typed a week ago and never saved. */
export async function pruneDrafts(ctx: Context): Promise<void> {
  const count = await forgetDrafts(ctx);
  if (count > 0) ctx.log.info('drafts-pruned', { count });
}
