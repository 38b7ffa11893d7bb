import type { Context } from '../../services/context.ts';
import { takeStatistics as take } from '../../services/statistics/take.ts';

/** Keeps the day in numbers; logs none of them. */
export async function takeStatistics(ctx: Context): Promise<void> {
  await take(ctx);
}
