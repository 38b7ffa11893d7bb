import type { Context } from '../../services/context.ts';
import { pruneEndpointEvents as prune } from '../../services/endpoints/prune.ts';

/** Forgets events that other systems were told, or could not be told, long ago. */
export async function pruneEndpointEvents(ctx: Context): Promise<void> {
  const count = await prune(ctx);
  if (count > 0) ctx.log.info('endpoint-events-pruned', { count });
}
