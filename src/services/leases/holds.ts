import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** The condition that an epoch is still the token's, for statements that only its holder may carry out. */
export function holdsEpoch(ctx: Context, epoch: number): SQL {
  return sql`exists (select 1 from leases l where l.bot_id = ${ctx.botId} and l.epoch = ${epoch})`;
}
