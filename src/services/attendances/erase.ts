import { eq, inArray, sql } from 'drizzle-orm';
import { attendances, hearings } from '../../db/schema/index.ts';
import type { BotContext, CoreContext } from '../context.ts';
import { jsonRows } from '../deliveries/statement.ts';

/** Takes a chat out of every count; answers of how many it was a part. */
export async function eraseAttendances(
  ctx: BotContext,
  { chatId }: { readonly chatId: string },
): Promise<number> {
  const counted = await ctx.db
    .selectDistinct({ hearingId: attendances.hearingId, day: attendances.day })
    .from(attendances)
    .innerJoin(hearings, eq(hearings.id, attendances.hearingId))
    .where(eq(hearings.campaignId, ctx.campaignId));
  // A chat's marks have nothing in common: each is looked for where it would be.
  const marks = counted.map((hearing) => ({
    ...hearing,
    mark: Buffer.from(ctx.attendanceMark(hearing, chatId)).toString('hex'),
  }));
  const { count } = await ctx.db.execute(sql`
    delete from attendances a using jsonb_to_recordset(${jsonRows(marks)}) as m("hearingId" uuid, day date, mark text)
    where a.hearing_id = m."hearingId" and a.day = m.day and a.mark = decode(m.mark, 'hex')`);
  return count;
}

/** Forgets all counts of the campaign: it no longer lets anybody say that they will attend. */
export async function eraseAllAttendances(ctx: CoreContext): Promise<void> {
  const own = ctx.db
    .select({ id: hearings.id })
    .from(hearings)
    .where(eq(hearings.campaignId, ctx.campaignId));
  await ctx.db.delete(attendances).where(inArray(attendances.hearingId, own));
}
