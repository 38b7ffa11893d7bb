import { and, eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { BotContext } from '../context.ts';

/** A subscriber as the bot sees them: everything that is stored, except the sealed chat. */
export type Subscriber = Pick<
  typeof subscribers.$inferSelect,
  | 'id'
  | 'kind'
  | 'language'
  | 'discreet'
  | 'quietHours'
  | 'standing'
  | 'tellFirst'
  | 'leadTimes'
  | 'digest'
  | 'state'
>;

/** The columns of a `Subscriber`; the sealed chat is left where it is. */
export const subscriberColumns = {
  id: subscribers.id,
  kind: subscribers.kind,
  language: subscribers.language,
  discreet: subscribers.discreet,
  quietHours: subscribers.quietHours,
  standing: subscribers.standing,
  tellFirst: subscribers.tellFirst,
  leadTimes: subscribers.leadTimes,
  digest: subscribers.digest,
  state: subscribers.state,
};

/** The row of a chat that speaks to us; null when nothing is stored about it. */
export async function findSubscriber(
  ctx: BotContext,
  input: { readonly chatId: string },
): Promise<Subscriber | null> {
  const [found] = await ctx.db
    .select(subscriberColumns)
    .from(subscribers)
    .where(and(eq(subscribers.botId, ctx.botId), eq(subscribers.chatIndex, ctx.chatIndex(input.chatId))));
  return found ?? null;
}
