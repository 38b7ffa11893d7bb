import { and, eq, isNull } from 'drizzle-orm';
import { staff } from '../../db/schema/index.ts';
import type { StaffActor } from '../../domain/actor.ts';
import type { Language } from '../../domain/language.ts';
import type { BotContext } from '../context.ts';
import { actorOf, staffColumns } from './find.ts';

/** The staff member whose linked private chat this is, as an actor who speaks through the bot; null if nobody's. */
export async function staffByChat(
  ctx: BotContext,
  chatId: string,
): Promise<{ readonly actor: StaffActor; readonly language: Language } | null> {
  const [member] = await ctx.db
    .select(staffColumns)
    .from(staff)
    .where(
      and(
        eq(staff.campaignId, ctx.campaignId),
        eq(staff.botId, ctx.botId),
        eq(staff.chatIndex, ctx.chatIndex(chatId)),
        isNull(staff.revokedAt),
      ),
    );
  if (member === undefined) return null;
  return { actor: actorOf(member, 'bot'), language: member.language };
}
