import { eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { DigestChoice } from '../../domain/digest.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/** Chooses when in the week a subscriber gets a summary of what they follow, or that they get none. */
export async function setDigest(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly choice: DigestChoice },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(subscribers)
      .set({ digest: input.choice })
      .where(eq(subscribers.id, input.subscriberId));
    await audit(tx, {
      verb: 'subscribers/set-digest',
      subject: { type: 'subscriber', id: null },
      details: { choice: input.choice },
    });
  });
}
