import { and, eq, inArray, sql } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { isFor, type ReminderWish } from '../broadcasts/audience.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import { isAbout, subjectOf } from './subject.ts';
import type { AlertRow } from './telling.ts';

/**
 * Who wants a reminder. After an outage several of the same start are due at once: each follower then gets the last of
 * those that they want, since the others would say the same.
 */
export async function findWish(
  ctx: Context,
  alert: AlertRow,
  leadTime: string,
  now: Temporal.Instant,
): Promise<ReminderWish> {
  const { leadTimes: byDefault } = await findCampaign(ctx);
  const later =
    alert.startsOn === null
      ? []
      : await ctx.db
          .select({ leadTime: alerts.leadTime })
          .from(alerts)
          .where(
            and(
              isAbout(subjectOf(alert)),
              eq(alerts.kind, 'reminder'),
              eq(alerts.startsOn, alert.startsOn),
              inArray(alerts.state, ['pending', 'dispatched']),
              sql`(due_at, id) > (${alert.dueAt.toString()}, ${alert.id})`,
              sql`due_at <= ${now.toString()}`,
            ),
          );
  return { leadTime, byDefault, unless: later.flatMap((one) => one.leadTime ?? []) };
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
