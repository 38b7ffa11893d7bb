import { and, eq } from 'drizzle-orm';
import { calls, subscribers } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { isSending } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { findSubscriber } from './find.ts';
import { mergeSubscribers } from './merge.ts';
import { recogniseChat } from './recognise.ts';

/**
 * A group has become a supergroup and with it got another id: its row follows. When the new id already has a
 * row (somebody spoke there first), that one stays and gets the follows of the old one and what is on its way.
 */
export async function migrateChat(
  ctx: BotContext,
  input: { readonly fromChatId: string; readonly toChatId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await recogniseChat(tx, { chatId: input.toChatId });
    const from = await findSubscriber(tx, { chatId: input.fromChatId });
    if (from === null) return;
    const to = await findSubscriber(tx, { chatId: input.toChatId });
    if (to === null) {
      await tx.db
        .update(subscribers)
        .set({
          chatIndex: tx.chatIndex(input.toChatId),
          sealedChat: tx.seal(input.toChatId, binding.subscriberChat(from.id)),
        })
        .where(eq(subscribers.id, from.id));
    } else {
      await mergeSubscribers(tx, from.id, to.id);
    }
    await moveCalls(tx, input);
    await audit(tx, { verb: 'subscribers/migrate', subject: { type: 'subscriber', id: null } });
  });
}

/** Replies that still wait would be refused at the old id. Message ids do not survive, so edits are dropped. */
async function moveCalls(
  tx: BotContext,
  { fromChatId, toChatId }: { readonly fromChatId: string; readonly toChatId: string },
): Promise<void> {
  const waiting = await tx.db
    .select({ id: calls.id, method: calls.method })
    .from(calls)
    .where(
      and(
        eq(calls.botId, tx.botId),
        eq(calls.chatIndex, tx.chatIndex(fromChatId)),
        eq(calls.state, 'planned'),
      ),
    )
    .for('update');
  for (const call of waiting) {
    if (!isSending(call.method)) {
      await tx.db.delete(calls).where(eq(calls.id, call.id));
      continue;
    }
    await tx.db
      .update(calls)
      .set({
        chatIndex: tx.chatIndex(toChatId),
        sealedChat: tx.seal(toChatId, binding.callChat(call.id)),
      })
      .where(eq(calls.id, call.id));
  }
}
