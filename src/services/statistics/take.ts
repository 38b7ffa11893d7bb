import { and, eq, lt, sql } from 'drizzle-orm';
import { cases, statistics } from '../../db/schema/index.ts';
import type { Language } from '../../domain/language.ts';
import { roundedCount } from '../../domain/shown-count.ts';
import type { Statistic } from '../../domain/statistics.ts';
import { findCampaign } from '../campaigns/find.ts';
import { type Context, inTransaction } from '../context.ts';
import { DAYS_MAX } from './read.ts';

/**
 * Takes the day's snapshot, once: who follows as it begins, and what the day before came to. A second run on the same day
 * changes nothing. What nobody reads any more is forgotten. Answers how many numbers were written. Counts are rounded here and leave this function in no other form.
 */
export async function takeStatistics(ctx: Context): Promise<number> {
  const { zone, languages } = await findCampaign(ctx);
  const today = ctx.clock.now().toZonedDateTimeISO(zone).startOfDay();
  const day = today.toPlainDate().toString();
  if (await isTaken(ctx, day)) return 0;
  const yesterday: Span = { from: today.subtract({ days: 1 }).toInstant(), to: today.toInstant() };
  const before = today.subtract({ days: 1 }).toPlainDate().toString();
  return inTransaction(ctx, async (tx) => {
    const found: Statistic[] = [
      ...(await countFollowers(tx, languages)).map((one) => ({ day, ...one })),
      ...(await countMessages(tx, yesterday, zone)).map((one) => ({ day: before, ...one })),
      ...(await measureAlerts(tx, yesterday)).map((one) => ({ day: before, ...one })),
    ];
    const oldest = today.subtract({ days: DAYS_MAX }).toPlainDate().toString();
    await tx.db
      .delete(statistics)
      .where(and(eq(statistics.campaignId, tx.campaignId), lt(statistics.day, oldest)));
    const written = await tx.db
      .insert(statistics)
      .values(found.map((one) => ({ campaignId: tx.campaignId, ...one })))
      .onConflictDoNothing()
      .returning({ day: statistics.day });
    return written.length;
  });
}

/** An alert that the sender was away for is counted on the day on which it arrived. */
const SENT_WITHIN = Temporal.Duration.from({ hours: 48 });

interface Span {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

type Counted = Omit<Statistic, 'day'>;

async function isTaken(ctx: Context, day: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ day: statistics.day })
    .from(statistics)
    .where(
      and(
        eq(statistics.campaignId, ctx.campaignId),
        eq(statistics.day, day),
        eq(statistics.kind, 'followers'),
      ),
    );
  return row !== undefined;
}

/** None is told like few: that the first came, or the last left, would be told of one person. */
async function countFollowers(ctx: Context, languages: readonly Language[]): Promise<Counted[]> {
  const { db, campaignId } = ctx;
  const rows = await db.execute<{ caseId: string | null; language: string | null; count: number }>(sql`
    select f.case_id as "caseId", s.language, count(distinct s.id)::int as count
    from subscribers s join follows f on f.subscriber_id = s.id
    where s.campaign_id = ${campaignId} and s.state = 'active'
    group by grouping sets ((), (f.case_id), (s.language))`);
  const known = await db.select({ id: cases.id }).from(cases).where(eq(cases.campaignId, campaignId));
  const counted = (of: (row: (typeof rows)[number]) => boolean) => roundedCount(rows.find(of)?.count ?? 0);
  return [
    {
      kind: 'followers',
      about: '',
      value: counted(({ caseId, language }) => caseId === null && language === null),
    },
    ...known.map(({ id }) => ({
      kind: 'case-followers' as const,
      about: id,
      value: counted(({ caseId }) => caseId === id),
    })),
    ...languages.map((one) => ({
      kind: 'language-followers' as const,
      about: one,
      value: counted(({ language }) => language === one),
    })),
  ];
}

async function countMessages(
  { db, campaignId }: Context,
  { from, to }: Span,
  zone: string,
): Promise<Counted[]> {
  const rows = await db.execute<{ hour: string; count: number }>(sql`
    select to_char(d.settled_at at time zone ${zone}, 'HH24') as hour, count(*)::int as count
    from deliveries d join broadcasts b on b.id = d.broadcast_id
    where b.campaign_id = ${campaignId} and d.state = 'sent'
      and d.settled_at >= ${from.toString()} and d.settled_at < ${to.toString()}
    group by 1`);
  return Array.from({ length: 24 }, (_, hour) => {
    const about = String(hour).padStart(2, '0');
    const count = rows.find((row) => row.hour === about)?.count ?? 0;
    return { kind: 'hour-messages', about, value: roundedCount(count) };
  });
}

/** By when the first follower had it, of those whose quiet hours did not keep it from them. */
async function measureAlerts({ db, campaignId }: Context, { from, to }: Span): Promise<Counted[]> {
  const [row] = await db.execute<{ half: number | null; most: number | null }>(sql`
    select percentile_disc(0.5) within group (order by late)::int as half,
      percentile_disc(0.99) within group (order by late)::int as most
    from (
      select round(extract(epoch from min(d.settled_at) - a.due_at) * 1000) as late
      from alerts a join broadcasts b on b.alert_id = a.id join deliveries d on d.broadcast_id = b.id
      where a.campaign_id = ${campaignId} and d.state = 'sent' and d.due_at <= a.dispatched_at
        and a.dispatched_at >= ${from.subtract(SENT_WITHIN).toString()}
      group by a.id
      having min(d.settled_at) >= ${from.toString()} and min(d.settled_at) < ${to.toString()}) as measured`);
  if (row === undefined || row.half === null || row.most === null) return [];
  return [
    { kind: 'alert-half-within', about: '', value: row.half },
    { kind: 'alert-99-within', about: '', value: row.most },
  ];
}
