import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** Asks the database for nothing; throws when it does not answer. */
export async function databaseAnswers(ctx: Pick<Context, 'db'>): Promise<void> {
  await ctx.db.execute(sql`select 1`);
}
