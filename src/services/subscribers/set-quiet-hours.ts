import { eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import type { QuietChoice } from '../../domain/quiet-hours.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/** Chooses a subscriber's quiet hours. They count from now on: what already waits comes when it was going to. */
export async function setQuietHours(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly choice: QuietChoice },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(subscribers)
      .set({ quietHours: input.choice })
      .where(eq(subscribers.id, input.subscriberId));
    await audit(tx, {
      verb: 'subscribers/set-quiet-hours',
      subject: { type: 'subscriber', id: null },
      details: { choice: input.choice },
    });
  });
}
