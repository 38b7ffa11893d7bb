import { sql } from 'drizzle-orm';
import type { AlertId, BroadcastId, HearingId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { withdrawPlanned } from './withdraw-planned.ts';

/**
 * Ends what is still on its way of the announcement of a hearing and of its earlier reminders, because a reminder that
 * says the same, and nearer to the day, is about to go to everybody: nobody is told of tomorrow and then that there
 * will be a hearing. What is too much for one statement is left to the job that withdraws; no more of it leaves.
 * Answers how many broadcasts.
 */
export async function overtakeReminded(
  ctx: Context,
  reminder: { readonly id: AlertId; readonly hearingId: HearingId },
): Promise<number> {
  const overtaken = await ctx.db.execute<{ id: BroadcastId }>(sql`
    update broadcasts b set state = 'cancelled' from alerts a
    where a.id = b.alert_id and a.hearing_id = ${reminder.hearingId} and a.id <> ${reminder.id}
      and a.kind in ('announced', 'reminder') and b.state in ('running', 'paused', 'halted')
      and exists (select 1 from deliveries d where d.broadcast_id = b.id and d.state in ('planned', 'attempting'))
    returning b.id`);
  for (const { id } of overtaken) await withdrawPlanned(ctx, id);
  return overtaken.length;
}
