import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** A lease as it stands in the database. */
export interface SeenLease {
  readonly epoch: number;
  /** Milliseconds until it ends, by PostgreSQL's clock; 0 when it has ended. */
  readonly endsInMs: number;
  /** Changes with every renewal: two equal stamps mean that nobody renewed between them. */
  readonly stamp: string;
}

/** The lease of the bot's token; null when nobody ever held one. */
export async function lookAtLease(ctx: Context): Promise<SeenLease | null> {
  const [row] = await ctx.db.execute<{ epoch: number; endsInMs: number; stamp: string }>(sql`
    select epoch, expires_at::text as stamp,
      greatest(0, extract(epoch from expires_at - clock_timestamp()) * 1000)::float8 as "endsInMs"
    from leases where bot_id = ${ctx.botId}`);
  return row ?? null;
}
