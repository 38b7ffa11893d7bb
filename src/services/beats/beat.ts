import { sql } from 'drizzle-orm';
import { beats } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** Says that a role is alive. By PostgreSQL's clock: it is asked about by people of today, never by a replay. */
export async function beat(ctx: Context, role: string): Promise<void> {
  await ctx.db
    .insert(beats)
    .values({ role, at: sql`now()` })
    .onConflictDoUpdate({ target: beats.role, set: { at: sql`now()` } });
}
