import { sql } from 'drizzle-orm';
import type { BroadcastId } from '../../domain/ids.ts';
import type { Other } from '../../domain/progress.ts';
import type { DeliveryState } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import type { BroadcastRow } from './find.ts';

/** How many deliveries of each broadcast are in each state, those that are no longer kept among them. Never shown. */
export type Counts = Readonly<Record<DeliveryState, number>>;

/** Counts the deliveries of broadcasts, in one statement; those without any have none in any state. */
export async function countDeliveries(
  ctx: CoreContext,
  broadcastIds: readonly BroadcastId[],
): Promise<ReadonlyMap<BroadcastId, Counts>> {
  const counts = new Map(broadcastIds.map((id) => [id, { ...none }]));
  if (broadcastIds.length === 0) return counts;
  const ids = uuidArray(broadcastIds);
  const rows = await ctx.db.execute<{ broadcastId: BroadcastId; state: DeliveryState; count: number }>(sql`
    select broadcast_id as "broadcastId", state, sum(count)::float8 as count from (
      select broadcast_id, state, count(*) from deliveries where broadcast_id = any(${ids}) group by 1, 2
      union all
      select broadcast_id, state, count from broadcast_totals where broadcast_id = any(${ids})
    ) kept_and_gone
    group by 1, 2`);
  for (const { broadcastId, state, count } of rows) {
    const of = counts.get(broadcastId);
    if (of !== undefined) of[state] = count;
  }
  return counts;
}

const none: Record<DeliveryState, number> = {
  planned: 0,
  attempting: 0,
  sent: 0,
  failed: 0,
  unknown: 0,
  cancelled: 0,
};

/** What of a broadcast is planned and not due yet. */
export async function countLater(
  ctx: CoreContext,
  broadcastId: BroadcastId,
): Promise<{
  readonly later: number;
  readonly nextDue: Temporal.Instant | null;
  readonly lastDue: Temporal.Instant | null;
}> {
  const [row] = await ctx.db.execute<{ later: number; next: number | null; last: number | null }>(sql`
    select count(*)::int as later, (extract(epoch from min(due_at)) * 1000)::float8 as next,
      (extract(epoch from max(due_at)) * 1000)::float8 as last
    from deliveries
    where broadcast_id = ${broadcastId} and waiting and state = 'planned' and due_at > ${ctx.clock.now().toString()}::timestamptz`);
  return { later: row?.later ?? 0, nextDue: instantOf(row?.next), lastDue: instantOf(row?.last) };
}

function instantOf(ms: number | null | undefined): Temporal.Instant | null {
  return ms === null || ms === undefined ? null : Temporal.Instant.fromEpochMilliseconds(Math.ceil(ms));
}

/** What is due of the running broadcasts that go before this one or take turns with it; see `domain/turns.ts`. */
export async function countOthers(ctx: CoreContext, broadcast: BroadcastRow): Promise<Other[]> {
  const { id, botId, caseId, priority } = broadcast;
  const rows = await ctx.db.execute<Record<string, unknown> & Other>(sql`
    select goes, id, sum(due)::float8 as left from (
      select
        case when b.priority < ${priority} then 'before' when b.case_id is not distinct from ${caseId}::uuid then 'same-case'
          else 'other-case' end as goes,
        case when b.priority = ${priority} and b.case_id is distinct from ${caseId}::uuid then b.case_id else b.id end as id,
        (select count(*) from deliveries d where d.broadcast_id = b.id and d.waiting and d.state = 'planned'
          and d.due_at <= ${ctx.clock.now().toString()}::timestamptz) as due
      from broadcasts b
      where b.bot_id = ${botId} and b.state = 'running' and b.id <> ${id}
        and (b.priority < ${priority} or (b.priority = ${priority} and (
          b.case_id is distinct from ${caseId}::uuid or (b.created_at, b.id) < (
            select o.created_at, o.id from broadcasts o where o.id = ${id}))))
    ) ahead
    group by 1, 2`);
  return rows.map(({ goes, id: other, left }) => ({ goes, id: other, left }));
}
