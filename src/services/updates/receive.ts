import { updates } from '../../db/schema/index.ts';
import { inTransaction } from '../context.ts';
import { reach } from '../fail-point.ts';
import { wake } from '../wake.ts';
import type { InboxContext } from './inbox.ts';

/** One update as Telegram sent it. */
export interface IncomingUpdate {
  readonly updateId: number;
  /** The chat that it comes from, as far as it comes from one. */
  readonly chatId: string | null;
  /** The update's JSON. */
  readonly body: string;
}

/**
 * Persists updates before they are acknowledged. When it returns they are on disk, each once however often
 * Telegram repeats it; when it throws none is, and nothing may be acknowledged. Answers how many were new.
 */
export async function receiveUpdates(
  ctx: InboxContext,
  input: { readonly updates: readonly IncomingUpdate[] },
): Promise<number> {
  if (input.updates.length === 0) return 0;
  const added = await inTransaction(ctx, async (tx) => {
    const added = await tx.db
      .insert(updates)
      .values(
        input.updates.map((update) => ({
          botId: tx.botId,
          updateId: update.updateId,
          sealed: tx.inbox.seal(update.body, { bot: tx.botId, updateId: update.updateId }),
          chatIndex: update.chatId === null ? null : tx.chatIndex(update.chatId),
          receivedAt: tx.clock.now(),
        })),
      )
      .onConflictDoNothing()
      .returning({ updateId: updates.updateId });
    if (added.length > 0) await wake(tx, 'bot');
    reach('update.kept');
    return added.length;
  });
  reach('update.acknowledged');
  return added;
}
