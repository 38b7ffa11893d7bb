import { sql } from 'drizzle-orm';
import type { AlertSubject } from '../../domain/alert.ts';
import { subjectColumn } from '../alerts/subject.ts';
import type { Context } from '../context.ts';
import { first } from '../deliveries/statement.ts';
import { reach } from '../fail-point.ts';
import { WITHDRAWN_AT_ONCE } from './withdraw-planned.ts';

/**
 * Ends every alert of a hearing or an incident that is still on its way, because newer facts are about to be told, or
 * because nothing of it may be told any more: whoever got the old hour after the new one would come by the old. A
 * cancelled broadcast is neither claimed nor repeated, and its notices open nothing. Answers how many deliveries were
 * taken back. What the sender has claimed and not sent it gives up before it claims anything newer; what is too much for
 * one statement is left to the job that withdraws.
 */
export async function overtakeAlerts(ctx: Context, subject: AlertSubject): Promise<number> {
  const result = await ctx.db.execute(sql`
    with overtaken as (
      update broadcasts b set state = 'cancelled' from alerts a
      where a.id = b.alert_id and a.${subjectColumn(subject)} = ${subject.id} and b.state <> 'cancelled'
      returning b.id
    ), stopped as (
      -- A row that somebody has locked is being claimed, erased or changed: to wait for it could mean a deadlock,
      -- and as its broadcast is cancelled, it goes no further.
      select d.place from overtaken
      cross join lateral (
        select d.ctid as place from deliveries d
        where d.broadcast_id = overtaken.id and d.waiting and d.state = 'planned'
        order by d.tier, d.due_at ${first(WITHDRAWN_AT_ONCE)}
        for update skip locked) d
      limit ${WITHDRAWN_AT_ONCE}
    )
    update deliveries d set state = 'cancelled', outcome = 'superseded',
      settled_at = ${ctx.clock.now().toString()}::timestamptz
    where d.ctid = any(array(select place from stopped))`);
  reach('overtake.done');
  return result.count;
}
