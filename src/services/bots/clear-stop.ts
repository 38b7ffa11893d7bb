import { and, eq, isNotNull } from 'drizzle-orm';
import { bots } from '../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { wake } from '../wake.ts';

/** Puts on record that Telegram answers to the bot's token again. Does nothing when `epoch` is no longer the token's. */
export async function clearStop(ctx: Context, input: { readonly epoch: number }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const cleared = await tx.db
      .update(bots)
      .set({ stoppedFor: null, stoppedAt: null })
      .where(and(eq(bots.id, tx.botId), isNotNull(bots.stoppedFor), holdsEpoch(tx, input.epoch)))
      .returning({ id: bots.id });
    if (cleared.length === 0) return;
    await audit(tx, { verb: 'bots/clear-stop', subject: { type: 'bot', id: tx.botId } });
    // What waited for it.
    await wake(tx, 'sender');
  });
}
