import { type SQL, sql } from 'drizzle-orm';
import type { EndpointEventKind, EndpointEventSubject } from '../../domain/endpoint.ts';
import { type EndpointEventId, type EndpointId, parseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { pausedSince } from '../pauses/standing.ts';

/** An event in hand: when nothing is recorded of it within two minutes, it is tried again. */
export interface ClaimedEvent {
  readonly id: EndpointEventId;
  readonly endpointId: EndpointId;
  readonly url: string;
  readonly sealedSecret: Uint8Array;
  readonly kind: EndpointEventKind;
  readonly subject: EndpointEventSubject;
  readonly createdAt: Temporal.Instant;
  /** This one included. */
  readonly attempts: number;
}

/** Longer than an attempt may last. */
const LOST_AFTER = Temporal.Duration.from({ minutes: 2 });

/** The stop switch for posts keeps them from other systems too. */
const mayLeave = sql`not exists (
  select 1 from posts t
  where t.id = (e.data->>'postId')::uuid and ${pausedSince(sql`t.campaign_id`, sql`t.case_id`)})`;

/** Systems that are told, without those that somebody is just telling. */
const told = (ctx: CoreContext, busy: readonly EndpointId[]): SQL => sql`
  p.campaign_id = ${ctx.campaignId} and p.ended_at is null
  and ${busy.length === 0 ? sql`true` : sql`p.id not in ${[...busy]}`}`;

/** Takes in hand what is due, one event for each system; several processes may do so side by side. */
export async function claimEvents(
  ctx: CoreContext,
  { limit, busy }: { readonly limit: number; readonly busy: readonly EndpointId[] },
): Promise<ClaimedEvent[]> {
  const now = ctx.clock.now();
  const rows = await ctx.db.execute<{
    id: string;
    endpoint_id: string;
    url: string;
    sealed_secret: Buffer;
    kind: EndpointEventKind;
    data: EndpointEventSubject;
    created_ms: number;
    attempts: number;
  }>(sql`
    with due as (
      select one.id from endpoints p cross join lateral (
        select e.id, e.due_at from endpoint_events e
        where e.endpoint_id = p.id and e.state = 'planned' and e.due_at <= ${now.toString()} and ${mayLeave}
        order by e.due_at limit 1
        for update of e skip locked) one
      where ${told(ctx, busy)}
      order by one.due_at limit ${limit})
    update endpoint_events e
    set due_at = ${now.add(LOST_AFTER).toString()}, attempts = least(e.attempts + 1, 32767)
    from due, endpoints p where e.id = due.id and p.id = e.endpoint_id
    returning e.id, e.endpoint_id, p.url, p.sealed_secret, e.kind, e.data, e.attempts,
      (extract(epoch from e.created_at) * 1000)::float8 as created_ms`);
  return rows.flatMap((row) => {
    const [id, endpointId] = [parseId<EndpointEventId>(row.id), parseId<EndpointId>(row.endpoint_id)];
    if (id === null || endpointId === null) return [];
    const { url, kind, data: subject, attempts } = row;
    const createdAt = Temporal.Instant.fromEpochMilliseconds(Math.round(row.created_ms));
    return [{ id, endpointId, url, sealedSecret: row.sealed_secret, kind, subject, createdAt, attempts }];
  });
}

/** The earliest instant at which another event may be due; null when none waits. */
export async function nextEventDue(
  ctx: CoreContext,
  busy: readonly EndpointId[],
): Promise<Temporal.Instant | null> {
  const [row] = await ctx.db.execute<{ ms: number | null }>(sql`
    select extract(epoch from min(e.due_at))::float8 * 1000 as ms
    from endpoint_events e join endpoints p on p.id = e.endpoint_id
    where ${told(ctx, busy)} and e.state = 'planned' and ${mayLeave}`);
  const ms = row?.ms ?? null;
  return ms === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.ceil(ms));
}
