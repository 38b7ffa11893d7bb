import { sql } from 'drizzle-orm';
import type { BroadcastId, SubscriberId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { first } from './statement.ts';

/**
 * How long it is kept who was sent what, from the moment it was settled: a weekend and a day for whoever looks into
 * what did not arrive. A discreet reader's button needs it for 48 h.
 */
const KEPT = Temporal.Duration.from({ hours: 72 });

/** So many rows are looked at in one statement: no lock of it lasts longer than the sender waits for a slot or two. */
const BATCH = 10_000;

/** Before every subscriber's id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Where in a broadcast's deliveries a batch ended. */
export interface PrunePlace {
  readonly subscriberId: SubscriberId;
  readonly part: number;
}

/** What one batch came to. */
export interface Pruned {
  readonly pruned: number;
  /** Where the next batch begins; null when the broadcast was walked to its end. */
  readonly next: PrunePlace | null;
}

/**
 * The broadcasts that are old enough to hold deliveries kept too long, and that hold any deliveries; those that
 * are over first, since all of theirs go. Costs one look into an index for every broadcast there ever was.
 */
export async function broadcastsToPrune(ctx: Context): Promise<BroadcastId[]> {
  const rows = await ctx.db.execute<{ id: BroadcastId }>(sql`
    select b.id from broadcasts b
    where b.created_at < ${cutoff(ctx)} and b.id = (
      -- The first that has any from this one on, as the index has it: whoever asks for one of this one may be given
      -- a look through the whole table.
      select d.broadcast_id from deliveries d where d.broadcast_id >= b.id order by d.broadcast_id limit 1)
    order by b.state not in ('finished', 'cancelled'), b.created_at, b.id`);
  return rows.map(({ id }) => id);
}

/**
 * Deletes a batch of a broadcast's deliveries that were settled 72 hours ago, and adds what they came to to its
 * totals, in one statement: live rows and totals together are the broadcast at every instant. Rows that somebody
 * has locked (a reader who is being erased) are left for the next time. What is not settled stays, whatever its age.
 */
export async function pruneDeliveries(
  ctx: Context,
  input: {
    readonly broadcastId: BroadcastId;
    /** Where the batch before ended; null for the first. */
    readonly after: PrunePlace | null;
    readonly limit?: number;
  },
): Promise<Pruned> {
  const { broadcastId, after, limit = BATCH } = input;
  // By their places in the table, which are found once, in the order of the index: neither statistics that are old,
  // nor a broadcast of a million among a thousand small ones, can make PostgreSQL look for them in another way.
  const [row] = await ctx.db.execute<
    { seen: number; pruned: number } & { [K in keyof PrunePlace]: PrunePlace[K] | null }
  >(sql`
    with seen as materialized (
      select d.ctid as place, d.subscriber_id, d.part, d.settled_at from deliveries d
      where (d.broadcast_id, d.subscriber_id, d.part)
          > (${broadcastId}::uuid, ${after?.subscriberId ?? FIRST}::uuid, ${after?.part ?? -1}::smallint)
        and d.broadcast_id <= ${broadcastId}::uuid
      order by d.broadcast_id, d.subscriber_id, d.part ${first(limit)}
    ), old as materialized (
      select d.ctid as place from deliveries d
      where d.ctid = any(array(select place from seen where settled_at < ${cutoff(ctx)}))
        and d.settled_at < ${cutoff(ctx)}
      for update skip locked
    ), gone as (
      delete from deliveries d where d.ctid = any(array(select place from old))
      returning d.state, coalesce(d.outcome, '') as outcome
    ), counted as (
      -- In order, so that two who prune at once do not wait for each other.
      insert into broadcast_totals (broadcast_id, state, outcome, count)
      select ${broadcastId}::uuid, state, outcome, count(*)::int from gone group by state, outcome
      order by state, outcome
      on conflict (broadcast_id, state, outcome) do update
        set count = broadcast_totals.count + excluded.count
    )
    select (select count(*)::int from seen) as seen, (select count(*)::int from gone) as pruned,
      last.subscriber_id as "subscriberId", last.part
    from (select 1) one
    left join lateral (
      select subscriber_id, part from seen order by subscriber_id desc, part desc limit 1) last on true`);
  if (row === undefined) throw new Error('A statement of counts answered no row.');
  const { seen, pruned, subscriberId, part } = row;
  const more = seen === limit && subscriberId !== null && part !== null;
  return { pruned, next: more ? { subscriberId, part } : null };
}

function cutoff(ctx: Context) {
  return sql`${ctx.clock.now().subtract(KEPT).toString()}::timestamptz`;
}
