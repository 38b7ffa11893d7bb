import { and, eq, inArray, isNull, lt, ne } from 'drizzle-orm';
import { calls, deliveries, follows, staff, subscribers, updates } from '../../db/schema/index.ts';
import { eraseAttendances } from '../attendances/erase.ts';
import { audit } from '../audit.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { wake } from '../wake.ts';
import { findSubscriber, type Subscriber } from './find.ts';

/** What was erased, for the one reply that remains. */
export interface Forgotten {
  /** Null when no row was there. */
  readonly subscriber: Subscriber | null;
  readonly follows: number;
  /** Messages that had not left yet. */
  readonly pending: number;
  /** Messages in the chat whose deletion is now under way. */
  readonly deletions: number;
  /** Hearings of which the chat had said that it will attend. */
  readonly attendances: number;
  /** Whether the chat was joined to a staff account. */
  readonly staff: boolean;
}

/**
 * Erases at once everything that is stored about a chat: its row with follows and deliveries, replies that
 * wait, updates that wait or are being retried, its link to a staff account. Deletions of messages in the chat
 * are not erased but made due now, since they are what the person asks for.
 */
export async function forgetChat(
  ctx: BotContext,
  input: { readonly chatId: string /** The update that asks for it. */; readonly updateId: number },
): Promise<Forgotten> {
  return inTransaction(ctx, async (tx) => {
    const subscriber = await findSubscriber(tx, input);
    const erased = subscriber === null ? { follows: 0, deliveries: 0 } : await eraseRow(tx, subscriber);
    const chatIndex = tx.chatIndex(input.chatId);
    const replies = await tx.db
      .delete(calls)
      .where(
        and(
          eq(calls.botId, tx.botId),
          eq(calls.chatIndex, chatIndex),
          eq(calls.state, 'planned'),
          ne(calls.purpose, 'deletion'),
        ),
      )
      .returning({ id: calls.id });
    const deletions = await tx.db
      .update(calls)
      .set({ dueAt: tx.clock.now() })
      .where(
        and(
          eq(calls.botId, tx.botId),
          eq(calls.chatIndex, chatIndex),
          eq(calls.state, 'planned'),
          eq(calls.purpose, 'deletion'),
        ),
      )
      .returning({ id: calls.id });
    const attended = await eraseAttendances(tx, input);
    const wasStaff = await unlinkStaff(tx, chatIndex);
    await eraseUpdates(tx, chatIndex, input.updateId);
    const forgotten: Forgotten = {
      subscriber,
      follows: erased.follows,
      pending: erased.deliveries + replies.length,
      deletions: deletions.length,
      attendances: attended,
      staff: wasStaff,
    };
    await audit(tx, {
      verb: 'subscribers/forget',
      subject: { type: 'subscriber', id: null },
      details: { follows: forgotten.follows, pending: forgotten.pending, deletions: forgotten.deletions },
    });
    if (deletions.length > 0) await wake(tx, 'sender');
    return forgotten;
  });
}

async function eraseRow(
  tx: BotContext,
  subscriber: Subscriber,
): Promise<{ readonly follows: number; readonly deliveries: number }> {
  const followed = await tx.db.$count(follows, eq(follows.subscriberId, subscriber.id));
  const waiting = await tx.db.$count(
    deliveries,
    and(eq(deliveries.subscriberId, subscriber.id), inArray(deliveries.state, ['planned', 'attempting'])),
  );
  // Follows and deliveries go with it by the foreign keys.
  await tx.db.delete(subscribers).where(eq(subscribers.id, subscriber.id));
  return { follows: followed, deliveries: waiting };
}

/** A staff member who forgets gets no more requests; a coordinator can link a chat again. */
async function unlinkStaff(tx: BotContext, chatIndex: Uint8Array): Promise<boolean> {
  const unlinked = await tx.db
    .update(staff)
    .set({ botId: null, chatIndex: null, sealedChat: null })
    .where(and(eq(staff.botId, tx.botId), eq(staff.chatIndex, chatIndex)))
    .returning({ id: staff.id });
  for (const { id } of unlinked) {
    await tx.db.delete(calls).where(and(eq(calls.staffId, id), eq(calls.state, 'planned')));
    await audit(tx, { verb: 'staff/unlink-chat', subject: { type: 'staff', id } });
  }
  return unlinked.length > 0;
}

/**
 * What the chat said before and what is not handled yet (set aside after a fault) must not be carried out after
 * the person was forgotten: it would make a new row. What it says afterwards is a new beginning, by its own wish.
 */
async function eraseUpdates(tx: BotContext, chatIndex: Uint8Array, before: number): Promise<void> {
  await tx.db
    .update(updates)
    .set({ sealed: null, chatIndex: null, handledAt: tx.clock.now(), fault: 'forgotten' })
    .where(
      and(
        eq(updates.botId, tx.botId),
        eq(updates.chatIndex, chatIndex),
        isNull(updates.handledAt),
        lt(updates.updateId, before),
      ),
    );
}
