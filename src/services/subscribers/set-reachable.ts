import { and, eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { type BotContext, inTransaction } from '../context.ts';

/**
 * Records that a chat shut us out (blocked, removed) or let us in again. Follows stay for the day it comes
 * back; nothing is planned until then. A chat of which nothing is stored stays unknown.
 */
export async function setReachable(
  ctx: BotContext,
  input: { readonly chatId: string; readonly reachable: boolean },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const changed = await tx.db
      .update(subscribers)
      .set({ state: input.reachable ? 'active' : 'unreachable' })
      .where(and(eq(subscribers.botId, tx.botId), eq(subscribers.chatIndex, tx.chatIndex(input.chatId))))
      .returning({ id: subscribers.id });
    if (changed.length === 0) return;
    await audit(tx, {
      verb: 'subscribers/set-reachable',
      subject: { type: 'subscriber', id: null },
      details: { reachable: input.reachable },
    });
  });
}
