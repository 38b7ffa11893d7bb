import { sql } from 'drizzle-orm';
import { type PostId, parseId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { pausedSince } from '../pauses/standing.ts';

const isPaused = pausedSince(sql`p.campaign_id`, sql`p.case_id`);

/**
 * The posts with a text whose time has come: its window has opened and no pause stands, or it has closed; and those whose
 * readers have waited for the end of an embargo.
 */
export async function duePosts(ctx: Context): Promise<PostId[]> {
  const now = ctx.clock.now().toString();
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select distinct p.id
    from translations t join posts p on p.id = t.post_id
    where t.state in ('in_review', 'approved', 'scheduled') and p.campaign_id = ${ctx.campaignId}
      and ((t.state <> 'in_review' and (p.not_before is null or p.not_before <= ${now}) and not ${isPaused})
        or p.not_after <= ${now}
        or (t.state = 'approved' and p.not_before > ${now}))
    union
    select p.id from posts p
    where p.campaign_id = ${ctx.campaignId} and p.readers_due_at <= ${now} and not ${isPaused}`);
  return rows.flatMap(({ id }) => parseId<PostId>(id) ?? []);
}

/**
 * When the next post's window opens or closes; null when none is waited for. An approved text is due now, also
 * without a window: whoever lost the wake of its approval learns of it here.
 */
export async function nextPostDue(ctx: Context): Promise<Temporal.Instant | null> {
  const [row] = await ctx.db.execute<{ due: string | null }>(sql`
    select to_char(least(
        (select min(p.readers_due_at) from posts p
          where p.campaign_id = ${ctx.campaignId} and not ${isPaused}),
        min(p.not_before) filter (where t.state = 'scheduled' and not ${isPaused}), min(p.not_after),
        max(${ctx.clock.now().toString()}::timestamptz) filter (where t.state = 'approved' and not ${isPaused})
      ) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as due
    from translations t join posts p on p.id = t.post_id
    where t.state in ('in_review', 'approved', 'scheduled') and p.campaign_id = ${ctx.campaignId}`);
  return row?.due == null ? null : Temporal.Instant.from(row.due);
}
