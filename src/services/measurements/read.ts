import { sql } from 'drizzle-orm';
import { roundedCount } from '../../domain/shown-count.ts';
import type { AlertKind, AlertState, CallPurpose, DeliveryState } from '../../domain/words.ts';
import type { Context } from '../context.ts';
import { tierRows } from '../deliveries/statement.ts';
import { keyBeats } from '../keys/in-use.ts';
import { notPaused } from '../pauses/standing.ts';
import { maxAttempts } from '../updates/retry.ts';

/**
 * What is measured for operators: numbers of things, never of single people, and nothing that names anybody. Each delivery,
 * each call and each update that was taken is somebody's: they are told to the nearest ten, and not at all below 20, since
 * whoever asks again and again would see every single one come. What was given up is a fault, and told to the last.
 */
export interface Measurements {
  /** Deliveries of the broadcasts that began in the last 24 hours. */
  readonly deliveries: readonly {
    readonly state: DeliveryState;
    readonly outcome: string;
    readonly count: number;
  }[];
  /** Calls that wait or are being attempted; settled ones are deleted. */
  readonly calls: readonly {
    readonly purpose: CallPurpose;
    readonly state: DeliveryState;
    readonly count: number;
  }[];
  /** Updates of the last week: handled, waiting, or given up. */
  readonly updates: readonly { readonly state: 'handled' | 'waiting' | 'given-up'; readonly count: number }[];
  readonly alerts: readonly {
    readonly kind: AlertKind;
    readonly state: AlertState;
    readonly count: number;
  }[];
  /** How many seconds the oldest of what is due and not paused has been waiting; 0 when nothing is. */
  readonly lag: Readonly<Record<'deliveries' | 'calls' | 'updates' | 'alerts', number>>;
  /** Seconds since each role's last sign of life. */
  readonly beats: readonly { readonly role: string; readonly age: number }[];
}

/** Takes all measurements. Reads a day's deliveries, so ask every half minute and not for every scrape. */
export async function takeMeasurements(
  ctx: Pick<Context, 'db' | 'clock' | 'campaignId' | 'botId'>,
): Promise<Measurements> {
  const now = ctx.clock.now();
  const yesterday = now.subtract({ hours: 24 }).toString();
  const { db, campaignId, botId } = ctx;
  return {
    deliveries: rounded(
      await db.execute<Measurements['deliveries'][number] & Record<string, unknown>>(sql`
        select d.state, coalesce(d.outcome, 'none') as outcome, count(*)::int as count
        from deliveries d join broadcasts b on b.id = d.broadcast_id
        where b.campaign_id = ${campaignId} and b.created_at > ${yesterday}
        group by 1, 2`),
    ),
    calls: rounded(
      await db.execute<Measurements['calls'][number] & Record<string, unknown>>(sql`
        select purpose, state, count(*)::int as count from calls where bot_id = ${botId} group by 1, 2`),
    ),
    updates: rounded(
      await db.execute<Measurements['updates'][number] & Record<string, unknown>>(sql`
        select case when handled_at is not null then 'handled' when attempts >= ${maxAttempts} then 'given-up'
          else 'waiting' end as state, count(*)::int as count
        from updates where bot_id = ${botId} group by 1`),
      ({ state }) => state === 'given-up',
    ),
    alerts: [
      ...(await db.execute<Measurements['alerts'][number] & Record<string, unknown>>(sql`
        select kind, state, count(*)::int as count from alerts where campaign_id = ${campaignId} group by 1, 2`)),
    ],
    lag: await readLag(ctx),
    beats: [
      ...(await db.execute<Measurements['beats'][number] & Record<string, unknown>>(sql`
        select role, extract(epoch from clock_timestamp() - at)::float8 as age from beats
        where role not like ${keyBeats}`)),
    ],
  };
}

function rounded<Row extends { readonly count: number }>(
  rows: readonly Row[],
  exact: (row: Row) => boolean = () => false,
): Row[] {
  return rows.flatMap((row) => {
    const count = exact(row) ? row.count : roundedCount(row.count);
    return count === null ? [] : [{ ...row, count }];
  });
}

async function readLag(
  ctx: Pick<Context, 'db' | 'clock' | 'campaignId' | 'botId'>,
): Promise<Measurements['lag']> {
  const now = ctx.clock.now().toString();
  const [row] = await ctx.db.execute<Record<keyof Measurements['lag'], number | null>>(sql`
    select
      extract(epoch from ${now}::timestamptz - (
        select min(oldest.due_at) from broadcasts b cross join ${tierRows} as t(tier) cross join lateral (
          select d.due_at from deliveries d
          where d.broadcast_id = b.id and d.tier = t.tier and d.waiting and d.state = 'planned'
          order by d.due_at limit 1) oldest
        where b.bot_id = ${ctx.botId} and b.state = 'running' and ${notPaused}))::float8 as deliveries,
      extract(epoch from ${now}::timestamptz - (
        select min(due_at) from calls where state = 'planned' and bot_id = ${ctx.botId}))::float8 as calls,
      extract(epoch from ${now}::timestamptz - (
        select min(received_at) from updates
        where handled_at is null and attempts < ${maxAttempts} and bot_id = ${ctx.botId}))::float8 as updates,
      extract(epoch from ${now}::timestamptz - (
        select min(due_at) from alerts where state = 'pending' and campaign_id = ${ctx.campaignId}))::float8 as alerts`);
  const waited = (seconds: number | null | undefined): number => Math.max(0, seconds ?? 0);
  return {
    deliveries: waited(row?.deliveries),
    calls: waited(row?.calls),
    updates: waited(row?.updates),
    alerts: waited(row?.alerts),
  };
}
