import { and, eq, sql } from 'drizzle-orm';
import { calls, subscribers } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import { isSending } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import { findSubscriber } from './find.ts';

/**
 * A group has become a supergroup and with it got another id: its row follows. When the new id already has a
 * row (somebody spoke there first), that one stays and gets the follows of the old one and what is on its way.
 */
export async function migrateChat(
  ctx: BotContext,
  input: { readonly fromChatId: string; readonly toChatId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
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
      await merge(tx, from.id, to.id);
    }
    await moveCalls(tx, input);
    await audit(tx, { verb: 'subscribers/migrate', subject: { type: 'subscriber', id: null } });
  });
}

async function merge(tx: BotContext, from: SubscriberId, to: SubscriberId): Promise<void> {
  // Before their deliveries, as whoever records what became of one does: the two must not wait for each other.
  await tx.db.execute(sql`
    select 1 from subscribers where id = any(${uuidArray([from, to])}) order by id for update`);
  await tx.db.execute(sql`
    insert into follows (subscriber_id, case_id, created_at)
    select ${to}, case_id, created_at from follows where subscriber_id = ${from}
    on conflict do nothing`);
  // What the group was sent in one of its two forms, or is being sent, it is not sent again. What is being sent to the old id
  // comes along: Telegram refuses it there, and it is sent to the new one then.
  await tx.db.execute(sql`
    update deliveries d set subscriber_id = ${to}
    where d.subscriber_id = ${from} and d.state in ('planned', 'attempting') and not exists (
      select 1 from deliveries e
      where e.broadcast_id = d.broadcast_id and e.subscriber_id = ${to} and e.part = d.part)`);
  // With the follows and deliveries that are left, by the foreign keys.
  await tx.db.delete(subscribers).where(eq(subscribers.id, from));
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
