import { sql } from 'drizzle-orm';
import type { CoreContext } from './context.ts';

/** What can be woken: the sender, when there is something to send; the scheduler, when due instants changed. */
export const wakeChannels = { sender: 'bray_sender', scheduler: 'bray_scheduler', bot: 'bray_bot' } as const;

/** Who can be woken. */
export type Wakeable = keyof typeof wakeChannels;

/**
 * Wakes a role, in whichever process it runs, once the present transaction has been committed
 * (PostgreSQL delivers a NOTIFY on commit and drops it on rollback). Losing one costs a moment, nothing more:
 * every role also looks by itself.
 */
export async function wake(ctx: Pick<CoreContext, 'db'>, role: Wakeable): Promise<void> {
  await ctx.db.execute(sql`select pg_notify(${wakeChannels[role]}, '')`);
}
