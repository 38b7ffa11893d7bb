import type { Context } from '../../services/context.ts';
import { pruneUpdates as prune } from '../../services/updates/prune.ts';

/** Forgets the numbers of updates that Telegram can no longer repeat. */
export async function pruneUpdates(ctx: Context): Promise<void> {
  const count = await prune(ctx);
  if (count > 0) ctx.log.info('updates-pruned', { count });
}
