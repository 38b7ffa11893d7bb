import { and, eq, gte, isNull, lt } from 'drizzle-orm';
import { updates } from '../../db/schema/index.ts';
import { inTransaction } from '../context.ts';
import { reach } from '../fail-point.ts';
import type { InboxContext } from './inbox.ts';
import { maxAttempts, orderedAttempts } from './retry.ts';

/** What became of the attempt to handle an update. */
export type Handled =
  /** Done, in the transaction that marked it so. `overtook`: earlier wishes of the chat that are now given up. */
  | { readonly kind: 'handled'; readonly overtook: number }
  /** Somebody else handled it or has it in hand. */
  | { readonly kind: 'not-ours' };

/**
 * Runs `work` in one transaction with the mark that the update is handled: its effects happen once or not at
 * all. `work` makes no network call. What it throws rolls everything back and comes out.
 *
 * An earlier update of the same chat that was set aside after failing is given up now: carried out later, it
 * would undo what the chat has asked for since.
 */
export async function handleUpdate(
  ctx: InboxContext,
  input: {
    readonly updateId: number;
    readonly work: (tx: InboxContext, overtook: number) => Promise<void>;
  },
): Promise<Handled> {
  const handled = await inTransaction<InboxContext, Handled>(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ chatIndex: updates.chatIndex })
      .from(updates)
      .where(
        and(eq(updates.botId, tx.botId), eq(updates.updateId, input.updateId), isNull(updates.handledAt)),
      )
      .for('update', { skipLocked: true });
    if (row === undefined) return { kind: 'not-ours' };
    const overtook = row.chatIndex === null ? 0 : await giveUpOvertaken(tx, row.chatIndex, input.updateId);
    await input.work(tx, overtook);
    reach('update.worked');
    await tx.db
      .update(updates)
      .set({ handledAt: tx.clock.now(), sealed: null, chatIndex: null, retryAt: null, fault: null })
      .where(and(eq(updates.botId, tx.botId), eq(updates.updateId, input.updateId)));
    reach('update.marked');
    return { kind: 'handled', overtook };
  });
  reach('update.handled');
  return handled;
}

async function giveUpOvertaken(tx: InboxContext, chatIndex: Uint8Array, by: number): Promise<number> {
  const given = await tx.db
    .update(updates)
    .set({ attempts: maxAttempts, retryAt: null, fault: 'overtaken' })
    .where(
      and(
        eq(updates.botId, tx.botId),
        eq(updates.chatIndex, chatIndex),
        lt(updates.updateId, by),
        isNull(updates.handledAt),
        gte(updates.attempts, orderedAttempts),
        lt(updates.attempts, maxAttempts),
      ),
    )
    .returning({ updateId: updates.updateId });
  return given.length;
}
