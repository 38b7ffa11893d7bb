import type { Context } from '../../services/context.ts';
import { doubtSuccessions as doubt } from '../../services/successions/doubt.ts';

/** Tells staff of successors whom somebody named that could name them no more. */
export async function doubtSuccessions(ctx: Context): Promise<void> {
  const count = await doubt(ctx);
  if (count > 0) ctx.log.warn('successions-doubted', { count });
}
