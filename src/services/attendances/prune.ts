import { and, eq, or } from 'drizzle-orm';
import { attendances, hearingRevisions } from '../../db/schema/index.ts';
import type { CoreContext } from '../context.ts';
import { attendedDay } from './day.ts';

/**
 * Forgets who will attend what no longer takes place on the day for which they said so: it is over where the court is,
 * was moved to another day, put off, cancelled, or closed to the public. Answers how many marks went.
 */
export async function pruneAttendances(ctx: CoreContext): Promise<number> {
  const now = ctx.clock.now();
  const counted = await ctx.db
    .selectDistinct({
      hearingId: attendances.hearingId,
      day: attendances.day,
      status: hearingRevisions.status,
      localDate: hearingRevisions.localDate,
      zone: hearingRevisions.zone,
      openness: hearingRevisions.openness,
    })
    .from(attendances)
    .innerJoin(
      hearingRevisions,
      and(eq(hearingRevisions.hearingId, attendances.hearingId), eq(hearingRevisions.state, 'in_effect')),
    );
  const over = counted.filter((one) => attendedDay(one, now) !== one.day);
  if (over.length === 0) return 0;
  const { count } = await ctx.db
    .delete(attendances)
    .where(
      or(
        ...over.map(({ hearingId, day }) =>
          and(eq(attendances.hearingId, hearingId), eq(attendances.day, day)),
        ),
      ),
    );
  return count;
}
