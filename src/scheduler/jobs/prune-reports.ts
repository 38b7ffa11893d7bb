import type { Context } from '../../services/context.ts';
import { pruneReports as prune } from '../../services/partners/prune.ts';

/** Forgets the ids of partners' reports that nobody repeats any more. */
export async function pruneReports(ctx: Context): Promise<void> {
  const count = await prune(ctx);
  if (count > 0) ctx.log.info('reports-pruned', { count });
}
