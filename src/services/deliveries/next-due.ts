import { type SQL, sql } from 'drizzle-orm';
import { priority } from '../../domain/priority.ts';
import type { Context } from '../context.ts';
import { jsonRows } from './statement.ts';

/**
 * Every priority there is, as rows of the statement. The claim's index leads with the priority: asked for each by
 * itself it answers at once, however many rows wait.
 */
export function everyPriority(): SQL {
  const rows = Object.values(priority).map((value) => ({ priority: value }));
  return sql`jsonb_to_recordset(${jsonRows(rows)}) as p(priority smallint)`;
}

/**
 * When the next delivery or call falls due that is not due yet; null when none is planned.
 */
export async function nextDue(ctx: Context): Promise<Temporal.Instant | null> {
  const now = ctx.clock.now().toString();
  const [row] = await ctx.db.execute<{ ms: number | null }>(sql`
    select (extract(epoch from min(due_at)) * 1000)::float8 as ms from (
      select next.due_at
      from ${everyPriority()}
      cross join lateral (
        select d.due_at from deliveries d
        where d.bot_id = ${ctx.botId} and d.state = 'planned' and d.priority = p.priority
          and d.due_at > ${now}::timestamptz
        order by d.due_at limit 1) next
      union all
      select min(c.due_at) from calls c
      where c.bot_id = ${ctx.botId} and c.state = 'planned' and c.due_at > ${now}::timestamptz
    ) dues`);
  const ms = row?.ms ?? null;
  return ms === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.ceil(ms));
}
