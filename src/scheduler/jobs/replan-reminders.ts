import { replanInSteps } from '../../services/alerts/replan.ts';
import type { Context } from '../../services/context.ts';

/**
 * Measures the reminders of every hearing ahead anew: a newer runtime may bring other zone rules, and the court's
 * hour is what counts.
 */
export async function replanReminders(ctx: Context): Promise<void> {
  await replanInSteps(ctx);
}
