import { type SQL, sql } from 'drizzle-orm';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import { quietWaits } from '../broadcasts/due.ts';
import type { Context } from '../context.ts';
import { first, tierRows } from './statement.ts';

/** By zone and by what a follower chose: until when it is quiet, where it is quiet now. */
export interface QuietNow {
  /** By whose clock a digest goes, which is about several cases. */
  readonly zone: string;
  readonly until: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** So many rows are put off at once: in a moment, since nothing is claimed meanwhile. */
const PUT_OFF_AT_ONCE = 2000;

/**
 * Where it is quiet now, of the cases of which something is going out that can wait; null where it is nowhere. A delivery
 * is planned for when its follower may get it, but a large broadcast lasts into the night, and one may be paused by day and
 * go on by night.
 */
export async function quietNow(ctx: Context): Promise<QuietNow | null> {
  const [campaign] = await ctx.db.execute<{
    zone: string;
    quietHours: QuietHours | null;
    zones: string[] | null;
  }>(sql`
    select p.zone, p.quiet_hours as "quietHours", (
      select json_agg(distinct coalesce(c.zone, p.zone)) from broadcasts b left join cases c on c.id = b.case_id
      where b.bot_id = ${ctx.botId} and b.state = 'running' and b.kind <> 'alert') as zones
    from campaigns p where p.id = ${ctx.campaignId}`);
  if (campaign === undefined) throw new Error('The campaign of this context does not exist.');
  const until: Record<string, Record<string, string>> = {};
  for (const zone of campaign.zones ?? []) {
    const waits = quietWaits(ctx, { zone, notAfter: null }, campaign);
    if (waits.length > 0)
      until[zone] = Object.fromEntries(waits.map(({ choice, until: end }) => [choice, end.toString()]));
  }
  return Object.keys(until).length === 0 ? null : { zone: campaign.zone, until };
}

/**
 * In SQL, of a delivery `d` to `s` of a broadcast `b`: until when it waits for the end of quiet hours; null when it does
 * not. Alerts do not: whether they wait was decided when they were planned, and who waits in a queue since then may be
 * told of today. What would be of no use any more at that time goes out before, rather than never; and a message of which
 * one part has arrived goes on.
 */
export function quietUntilOf({ zone, until }: QuietNow): SQL {
  return sql`(
    select quiet.until from (select (${JSON.stringify(until)}::text::jsonb -> coalesce(
      (select c.zone from cases c where c.id = b.case_id), ${zone}) ->> s.quiet_hours)::timestamptz as until) quiet
    where b.kind <> 'alert' and s.kind = 'private' and d.part = 0
      and (d.not_after is null or d.not_after > quiet.until))`;
}

/**
 * Puts off what is due of broadcasts that can wait, and whose follower is in quiet hours, until these are over: the first
 * rows of each; call it again while it answers more than 0. Answers how many it put off.
 */
export async function putOffQuiet(ctx: Context, quiet: QuietNow): Promise<number> {
  const result = await ctx.db.execute(sql`
    with waiting as materialized (
      select d.place, ${quietUntilOf(quiet)} as until
      from broadcasts b
      cross join ${tierRows} as t(tier)
      cross join lateral (
        select d.ctid as place, d.subscriber_id, d.part, d.not_after from deliveries d
        where d.broadcast_id = b.id and d.tier = t.tier and d.waiting and d.state = 'planned'
          and d.due_at <= ${ctx.clock.now().toString()}::timestamptz
        order by d.due_at ${first(PUT_OFF_AT_ONCE)}
        for no key update skip locked) d
      -- One by one, and by their places below: whatever PostgreSQL believes about these tables, it reads no more of them.
      cross join lateral (
        select s.kind, s.quiet_hours from subscribers s where s.id = d.subscriber_id ${first(1)}) s
      where b.bot_id = ${ctx.botId} and b.state = 'running' and b.kind <> 'alert'
    )
    update deliveries d set due_at = waiting.until
    from waiting
    where d.ctid = any(array(select place from waiting where until is not null)) and d.ctid = waiting.place`);
  return result.count;
}
