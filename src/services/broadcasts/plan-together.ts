import { sql } from 'drizzle-orm';
import type { BroadcastId, CaseId } from '../../domain/ids.ts';
import { findCampaign } from '../campaigns/find.ts';
import { findCases, ofCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { jsonRows, uuidArray } from '../deliveries/statement.ts';
import type { Audience } from './audience.ts';
import { type QuietWait, quietWaits } from './due.ts';
import type { Added } from './messages.ts';
import { tierOf } from './tier.ts';

/** A new broadcast for the few followers of a case. */
export interface SmallBroadcast {
  readonly broadcastId: BroadcastId;
  readonly caseId: CaseId;
  readonly notAfter: Temporal.Instant | null;
  readonly audience: Audience;
  readonly passesQuietHours?: boolean;
  readonly texts: readonly Added[];
}

/**
 * Plans the first parts of many new broadcasts in one statement, since what one with few followers costs is the
 * statement; answers how many of each. Who gets what, and when, is what `planDeliveries` says for one by itself; what is
 * a constant there is a column here.
 */
export async function planTogether(
  ctx: Context,
  broadcasts: readonly SmallBroadcast[],
): Promise<readonly (readonly [BroadcastId, number])[]> {
  if (broadcasts.length === 0) return [];
  const now = ctx.clock.now().toString();
  const waitsOf = await waits(ctx, broadcasts);
  const plans = broadcasts.map((one) => {
    const { followedBy, reminder, inPlaceOf } = one.audience;
    return {
      broadcast_id: one.broadcastId,
      case_id: one.caseId,
      not_after: one.notAfter?.toString() ?? null,
      followed_by: followedBy.toString(),
      lead_time: reminder?.leadTime ?? null,
      by_default: reminder?.byDefault ?? [],
      unless: reminder?.unless ?? [],
      in_place_of: inPlaceOf,
      waits: Object.fromEntries(
        (waitsOf.get(one) ?? []).map(({ choice, until }) => [choice, until.toString()]),
      ),
    };
  });
  const texts = broadcasts.flatMap(({ broadcastId, texts }) =>
    texts.map(({ reader, partIds: [first], noticeId }) => ({
      broadcast_id: broadcastId,
      reader,
      message_id: first,
      notice_id: noticeId,
    })),
  );
  const rows = await ctx.db.execute<{ id: BroadcastId; count: number }>(sql`
    with planned as (
      insert into deliveries
        (id, bot_id, broadcast_id, message_id, subscriber_id, part, state, tier, due_at, not_after)
      select gen_random_uuid(), s.bot_id, p.broadcast_id, case when s.discreet then t.notice_id else t.message_id end,
        s.id, 0, 'planned', ${tierOf},
        case when s.kind = 'private' then coalesce((p.waits ->> s.quiet_hours)::timestamptz, ${now}::timestamptz)
          else ${now}::timestamptz end,
        p.not_after
      from jsonb_to_recordset(${jsonRows(plans)}) as p(broadcast_id uuid, case_id uuid, not_after timestamptz,
        followed_by timestamptz, lead_time text, by_default text[], unless text[], in_place_of uuid[], waits jsonb)
      join follows f on f.case_id = p.case_id
      join subscribers s on s.id = f.subscriber_id
      join jsonb_to_recordset(${jsonRows(texts)}) as t(broadcast_id uuid, reader text, message_id uuid, notice_id uuid)
        on t.broadcast_id = p.broadcast_id and t.reader = s.language
      -- Named once more, so that PostgreSQL knows how few they are and reads their index.
      where f.case_id = any(${uuidArray(new Set(broadcasts.map(({ caseId }) => caseId)))})
        and s.bot_id = ${ctx.botId} and s.state = 'active'
        and ((f.created_at <= p.followed_by and (p.lead_time is null or (
            coalesce(s.lead_times, p.by_default) @> array[p.lead_time]
            and not coalesce(s.lead_times, p.by_default) && p.unless)))
          or exists (
            select 1 from deliveries d where d.broadcast_id = any(p.in_place_of) and d.subscriber_id = s.id
              and d.waiting))
      for key share of s, f
      returning broadcast_id)
    select broadcast_id as id, count(*)::int as count from planned group by broadcast_id`);
  return rows.map(({ id, count }) => [id, count] as const);
}

/** Until when the followers of each wait, by the clock of the place where its case is. */
async function waits(
  ctx: Context,
  broadcasts: readonly SmallBroadcast[],
): Promise<ReadonlyMap<SmallBroadcast, readonly QuietWait[]>> {
  const waiting = broadcasts.filter(({ passesQuietHours = false }) => !passesQuietHours);
  if (waiting.length === 0) return new Map();
  const campaign = await findCampaign(ctx);
  const cases = await findCases(ctx, new Set(waiting.map(({ caseId }) => caseId)));
  return new Map(
    waiting.map((one) => {
      const { zone } = ofCase(cases, one.caseId);
      return [one, quietWaits(ctx, { zone, notAfter: one.notAfter }, campaign)];
    }),
  );
}
