import { and, eq } from 'drizzle-orm';
import { attendances } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { audit } from '../audit.ts';
import { findCampaign } from '../campaigns/find.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { findHearingInEffect } from '../hearings/find.ts';
import { attendedDay } from './day.ts';

export type SetAttendanceRefusal = { readonly code: 'attendance-off' } | { readonly code: 'hearing-over' };

/**
 * Counts a chat among those who will attend a hearing, or no longer. Saying the same twice changes nothing. The audit
 * holds neither the chat nor the hearing: from it nobody is to count what is too few to be shown.
 */
export async function setAttendance(
  ctx: BotContext,
  { hearingId, chatId, on }: { readonly hearingId: HearingId; readonly chatId: string; readonly on: boolean },
): Promise<Result<null, SetAttendanceRefusal>> {
  return inTransaction(ctx, async (tx) => {
    if (!(await findCampaign(tx)).attendanceAllowed) return refused({ code: 'attendance-off' });
    const found = await findHearingInEffect(tx, hearingId);
    const day = found === undefined ? null : attendedDay(found.facts, tx.clock.now());
    if (day === null) return refused({ code: 'hearing-over' });
    const mark = tx.attendanceMark({ hearingId, day }, chatId);
    const changed = on
      ? await tx.db.insert(attendances).values({ hearingId, day, mark }).onConflictDoNothing()
      : await tx.db
          .delete(attendances)
          .where(
            and(eq(attendances.hearingId, hearingId), eq(attendances.day, day), eq(attendances.mark, mark)),
          );
    if (changed.count > 0) {
      await audit(tx, { verb: 'attendances/set', subject: { type: 'hearing', id: null }, details: { on } });
    }
    return done(null);
  });
}
