import { and, eq } from 'drizzle-orm';
import { attendances } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import { type ShownCount, shownCount } from '../../domain/shown-count.ts';
import type { BotContext } from '../context.ts';

/** What a reader may know of who will attend a hearing on a day: whether they said so themselves, and how many did. */
export async function readAttendance(
  ctx: BotContext,
  {
    hearingId,
    day,
    chatId,
  }: { readonly hearingId: HearingId; readonly day: string; readonly chatId: string },
): Promise<{ readonly own: boolean; readonly count: ShownCount }> {
  const ofDay = and(eq(attendances.hearingId, hearingId), eq(attendances.day, day));
  const mark = ctx.attendanceMark({ hearingId, day }, chatId);
  return {
    own: (await ctx.db.$count(attendances, and(ofDay, eq(attendances.mark, mark)))) > 0,
    count: shownCount(await ctx.db.$count(attendances, ofDay)),
  };
}
