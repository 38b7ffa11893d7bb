import { and, eq, inArray } from 'drizzle-orm';
import { attendances, hearings } from '../../db/schema/index.ts';
import type { BotContext, CoreContext } from '../context.ts';

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
  let erased = 0;
  // A chat's marks have nothing in common: each is looked for where it would be.
  for (const hearing of counted) {
    const { count } = await ctx.db
      .delete(attendances)
      .where(
        and(
          eq(attendances.hearingId, hearing.hearingId),
          eq(attendances.day, hearing.day),
          eq(attendances.mark, ctx.attendanceMark(hearing, chatId)),
        ),
      );
    erased += count;
  }
  return erased;
}

/** Forgets all counts of the campaign: it no longer lets anybody say that they will attend. */
export async function eraseAllAttendances(ctx: CoreContext): Promise<void> {
  const own = ctx.db
    .select({ id: hearings.id })
    .from(hearings)
    .where(eq(hearings.campaignId, ctx.campaignId));
  await ctx.db.delete(attendances).where(inArray(attendances.hearingId, own));
}
