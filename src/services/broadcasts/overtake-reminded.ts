import { sql } from 'drizzle-orm';
import type { AlertId, BroadcastId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import { withdrawPlanned } from './withdraw-planned.ts';

/**
 * What is still on its way of the announcement of a hearing and of its earlier reminders, for each of these reminders of
 * different hearings: a reminder that says the same, and nearer to the day, takes its place for whoever it has not
 * reached. Nobody is told of tomorrow and then that there will be a hearing. Locked until the transaction ends.
 */
export async function findReminded(
  ctx: Context,
  reminders: readonly AlertId[],
): Promise<ReadonlyMap<AlertId, readonly BroadcastId[]>> {
  if (reminders.length === 0) return new Map();
  const rows = await ctx.db.execute<{ id: BroadcastId; reminder: AlertId }>(sql`
    select b.id, newer.id as reminder from alerts newer
    join alerts told on told.hearing_id = newer.hearing_id and told.id <> newer.id
    join broadcasts b on b.alert_id = told.id
    where newer.id = any(${uuidArray(reminders)}) and b.bot_id = ${ctx.botId}
      and told.kind in ('announced', 'reminder') and b.state in ('running', 'paused', 'halted')
      and exists (select 1 from deliveries d where d.broadcast_id = b.id and d.waiting)
    order by b.id for no key update of b`);
  return new Map(
    [...Map.groupBy(rows, ({ reminder }) => reminder)].map(([id, of]) => [id, of.map((row) => row.id)]),
  );
}

/**
 * Ends these broadcasts, once what takes their place is planned. What is too much for one statement is left to the job
 * that withdraws; no more of it leaves.
 */
export async function overtakeReminded(ctx: Context, overtaken: readonly BroadcastId[]): Promise<void> {
  if (overtaken.length === 0) return;
  await ctx.db.execute(sql`
    update broadcasts set state = 'cancelled' where id = any(${uuidArray(overtaken)})`);
  for (const id of overtaken) await withdrawPlanned(ctx, id);
}
