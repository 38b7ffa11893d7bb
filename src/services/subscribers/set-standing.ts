import { eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import type { Standing } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/** Says what a subscriber is beside a follower; it counts for what is planned from now on. */
export async function setStanding(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly standing: Standing },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(subscribers)
      .set({ standing: input.standing })
      .where(eq(subscribers.id, input.subscriberId));
    // Not which: an audit that others read must not say that somebody who has just written is a lawyer.
    await audit(tx, { verb: 'subscribers/set-standing', subject: { type: 'subscriber', id: null } });
  });
}
