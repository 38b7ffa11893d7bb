import { sql } from 'drizzle-orm';
import type { JsonValue } from '../../domain/canonical.ts';
import type { EndpointEventKind } from '../../domain/endpoint.ts';
import { type EndpointEventId, type EndpointId, parseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** An event in hand: when nothing is recorded of it within a minute, it is tried again. */
export interface ClaimedEvent {
  readonly id: EndpointEventId;
  readonly endpointId: EndpointId;
  readonly url: string;
  readonly sealedSecret: Uint8Array;
  readonly kind: EndpointEventKind;
  readonly data: JsonValue;
  readonly createdAt: Temporal.Instant;
  /** This one included. */
  readonly attempts: number;
}

/** Longer than an attempt may last. */
const LOST_AFTER = Temporal.Duration.from({ minutes: 1 });

/** Takes up to so many events in hand that are due; several processes may do so side by side. */
export async function claimEvents(ctx: CoreContext, limit: number): Promise<ClaimedEvent[]> {
  const now = ctx.clock.now();
  const rows = await ctx.db.execute<{
    id: string;
    endpoint_id: string;
    url: string;
    sealed_secret: Buffer;
    kind: EndpointEventKind;
    data: JsonValue;
    created_ms: number;
    attempts: number;
  }>(sql`
    with due as (
      select e.id from endpoint_events e join endpoints p on p.id = e.endpoint_id
      where p.campaign_id = ${ctx.campaignId} and p.ended_at is null and e.state = 'planned'
        and e.due_at <= ${now.toString()}
      order by e.due_at limit ${limit}
      for update of e skip locked)
    update endpoint_events e set due_at = ${now.add(LOST_AFTER).toString()}, attempts = e.attempts + 1
    from due, endpoints p where e.id = due.id and p.id = e.endpoint_id
    returning e.id, e.endpoint_id, p.url, p.sealed_secret, e.kind, e.data, e.attempts,
      (extract(epoch from e.created_at) * 1000)::float8 as created_ms`);
  return rows.flatMap((row) => {
    const [id, endpointId] = [parseId<EndpointEventId>(row.id), parseId<EndpointId>(row.endpoint_id)];
    if (id === null || endpointId === null) return [];
    const { url, kind, data, attempts } = row;
    const createdAt = Temporal.Instant.fromEpochMilliseconds(Math.round(row.created_ms));
    return [{ id, endpointId, url, sealedSecret: row.sealed_secret, kind, data, createdAt, attempts }];
  });
}

/** The earliest instant at which another event is due; null when none waits. */
export async function nextEventDue(ctx: CoreContext): Promise<Temporal.Instant | null> {
  const [row] = await ctx.db.execute<{ ms: number | null }>(sql`
    select extract(epoch from min(e.due_at))::float8 * 1000 as ms
    from endpoint_events e join endpoints p on p.id = e.endpoint_id
    where p.campaign_id = ${ctx.campaignId} and p.ended_at is null and e.state = 'planned'`);
  const ms = row?.ms ?? null;
  return ms === null ? null : Temporal.Instant.fromEpochMilliseconds(Math.ceil(ms));
}
