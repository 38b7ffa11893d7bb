import { broadcastsToWithdraw, withdrawPlanned } from '../../services/broadcasts/withdraw-planned.ts';
import type { Context } from '../../services/context.ts';

/** Takes back what is still planned for broadcasts that were cancelled: they go out no more in any case. */
export async function withdrawDeliveries(ctx: Context): Promise<void> {
  for (const id of await broadcastsToWithdraw(ctx)) {
    while ((await withdrawPlanned(ctx, id)) > 0);
  }
}

/** Soon, while something is left that somebody had locked. */
export async function nextWithdrawal(ctx: Context): Promise<Temporal.Instant | null> {
  return (await broadcastsToWithdraw(ctx)).length > 0 ? ctx.clock.now().add({ seconds: 1 }) : null;
}
