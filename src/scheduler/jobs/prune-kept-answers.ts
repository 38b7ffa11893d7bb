import type { Context } from '../../services/context.ts';
import { forgetOldAnswers } from '../../services/kept-answers/forget.ts';

/** Forgets what requests were answered a day ago, also where no other request comes. */
export async function pruneKeptAnswers(ctx: Context): Promise<void> {
  const count = await forgetOldAnswers(ctx);
  if (count > 0) ctx.log.info('kept-answers-pruned', { count });
}
