import { eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/** Whether a subscriber is told before the other followers; it counts for what is planned from now on. */
export async function setTellFirst(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly on: boolean },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(subscribers)
      .set({ tellFirst: input.on })
      .where(eq(subscribers.id, input.subscriberId));
    await audit(tx, {
      verb: 'subscribers/set-tell-first',
      subject: { type: 'subscriber', id: null },
      details: { on: input.on },
    });
  });
}
