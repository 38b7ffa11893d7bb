import { sql } from 'drizzle-orm';
import type { AlertId } from '../../domain/ids.ts';
import { isFor, type ReminderWish } from '../broadcasts/audience.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import { together } from '../together.ts';
import type { AlertRow } from './telling.ts';

/**
 * Who wants each of these reminders. After an outage several of the same start are due at once: each follower then gets
 * the last of those that they want, since the others would say the same.
 */
export async function findWishes(
  ctx: Context,
  reminders: readonly AlertRow[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<AlertId, ReminderWish>> {
  if (reminders.length === 0) return new Map();
  const [{ leadTimes: byDefault }, later] = await together([
    findCampaign(ctx),
    laterReminders(ctx, reminders, now),
  ]);
  return new Map(
    reminders.flatMap(({ id, leadTime }) =>
      leadTime === null ? [] : [[id, { leadTime, byDefault, unless: later.get(id) ?? [] }]],
    ),
  );
}

/** The lead times of those reminders of the same start that fell due after each of these. */
async function laterReminders(
  ctx: Context,
  reminders: readonly AlertRow[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<AlertId, readonly string[]>> {
  const rows = await ctx.db.execute<{ id: AlertId; leadTime: string }>(sql`
    select told.id, newer.lead_time as "leadTime" from alerts told
    join alerts newer on newer.hearing_id = told.hearing_id and newer.starts_on = told.starts_on
    where told.id = any(${uuidArray(reminders.map(({ id }) => id))})
      and newer.kind = 'reminder' and newer.state in ('pending', 'dispatched')
      and (newer.due_at, newer.id) > (told.due_at, told.id) and newer.due_at <= ${now.toString()}::timestamptz
      and newer.lead_time is not null`);
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, of]) => [id, of.map((row) => row.leadTime)]),
  );
}

/** Whether anybody is to get it: nobody may want it any more, or everybody a later one. */
export async function isWanted(ctx: Context, alert: AlertRow, reminder: ReminderWish): Promise<boolean> {
  if (reminder.unless.length === 0 && reminder.byDefault.includes(reminder.leadTime)) return true;
  const audience = { followedBy: alert.dueAt, reminder, inPlaceOf: [] };
  const [somebody] = await ctx.db.execute(sql`
    select from follows f join subscribers s on s.id = f.subscriber_id
    where f.case_id = ${alert.caseId} and s.bot_id = ${ctx.botId} and s.state = 'active' ${isFor(audience)}
    limit 1`);
  return somebody !== undefined;
}
