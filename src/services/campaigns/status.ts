import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';

/** How things stand, in numbers. Followers are rounded: an exact count tells who came and went. */
export interface Status {
  readonly cases: number;
  readonly subscribersRounded: number;
  readonly hearingsAhead: number;
  readonly waitingForApproval: number;
  readonly deliveriesPlanned: number;
  readonly deliveriesUnknown: number;
  readonly callsPlanned: number;
  readonly updatesOpen: number;
}

/** Reads how the campaign stands. */
export async function readStatus(ctx: Pick<Context, 'db' | 'clock' | 'campaignId'>): Promise<Status> {
  const { campaignId } = ctx;
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
  const [row] = await ctx.db.execute<{ [K in keyof Status]: number }>(sql`
    select
      (select count(*)::int from cases where campaign_id = ${campaignId}) as "cases",
      (select (round(count(*) / 10.0) * 10)::int from subscribers where campaign_id = ${campaignId})
        as "subscribersRounded",
      (select count(*)::int from hearing_revisions r join hearings h on h.id = r.hearing_id
        where h.campaign_id = ${campaignId} and r.state = 'in_effect' and r.status = 'scheduled'
          and r.local_date >= ${today}) as "hearingsAhead",
      (select count(*)::int from translations t join posts p on p.id = t.post_id
        where p.campaign_id = ${campaignId} and t.state = 'in_review')
        + (select count(*)::int from hearing_revisions r join hearings h on h.id = r.hearing_id
        where h.campaign_id = ${campaignId} and r.state = 'in_review') as "waitingForApproval",
      (select count(*)::int from deliveries where waiting and state = 'planned') as "deliveriesPlanned",
      (select count(*)::int from deliveries where state = 'unknown') as "deliveriesUnknown",
      (select count(*)::int from calls where state = 'planned') as "callsPlanned",
      (select count(*)::int from updates where handled_at is null) as "updatesOpen"`);
  if (row === undefined) throw new Error('A statement of counts answered no row.');
  return row;
}
