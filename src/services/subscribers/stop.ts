import { eq } from 'drizzle-orm';
import { follows } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { cancelDeliveries } from './cancel-deliveries.ts';

/** Ends every follow of a subscriber, and what was on its way; language and mode stay. Answers how many follows. */
export async function stopAll(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId },
): Promise<{ readonly unfollowed: number }> {
  return inTransaction(ctx, async (tx) => {
    const gone = await tx.db
      .delete(follows)
      .where(eq(follows.subscriberId, input.subscriberId))
      .returning({ caseId: follows.caseId });
    const cancelled = await cancelDeliveries(tx, input);
    await audit(tx, {
      verb: 'subscribers/stop',
      subject: { type: 'subscriber', id: null },
      details: { unfollowed: gone.length, cancelled },
    });
    return { unfollowed: gone.length };
  });
}
