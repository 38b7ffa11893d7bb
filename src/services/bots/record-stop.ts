import { and, eq, isNull } from 'drizzle-orm';
import { bots } from '../../db/schema/index.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';

/**
 * Puts on record that Telegram takes nothing from the bot any more: its token was revoked, or it was frozen. Changes
 * nothing when that is known already, or when `epoch` is no longer the token's.
 */
export async function recordStop(
  ctx: Context,
  input: { readonly epoch: number; readonly outcome: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const stopped = await tx.db
      .update(bots)
      .set({ stoppedFor: input.outcome, stoppedAt: tx.clock.now() })
      .where(and(eq(bots.id, tx.botId), isNull(bots.stoppedFor), holdsEpoch(tx, input.epoch)))
      .returning({ id: bots.id });
    if (stopped.length === 0) return;
    await audit(tx, {
      verb: 'bots/record-stop',
      subject: { type: 'bot', id: tx.botId },
      details: { outcome: input.outcome },
    });
  });
}
