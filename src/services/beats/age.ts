import { eq, sql } from 'drizzle-orm';
import { beats } from '../../db/schema/index.ts';
import type { Context } from '../context.ts';

/** How many seconds ago a role last gave a sign of life, by PostgreSQL's clock; null when it never did. */
export async function beatAge(ctx: Pick<Context, 'db'>, role: string): Promise<number | null> {
  const [found] = await ctx.db
    .select({ seconds: sql<number>`extract(epoch from clock_timestamp() - ${beats.at})::float8` })
    .from(beats)
    .where(eq(beats.role, role));
  return found?.seconds ?? null;
}
