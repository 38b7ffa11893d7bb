import { and, eq } from 'drizzle-orm';
import { follows } from '../../db/schema/index.ts';
import type { CaseId, SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { cancelDeliveries } from '../subscribers/cancel-deliveries.ts';

/** Ends a follow and cancels what was on its way about the case. False when there was none. */
export async function unfollowCase(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly caseId: CaseId },
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const gone = await tx.db
      .delete(follows)
      .where(and(eq(follows.subscriberId, input.subscriberId), eq(follows.caseId, input.caseId)))
      .returning({ caseId: follows.caseId });
    if (gone.length === 0) return false;
    const cancelled = await cancelDeliveries(tx, input);
    await audit(tx, {
      verb: 'follows/unfollow',
      subject: { type: 'case', id: input.caseId },
      details: { cancelled },
    });
    return true;
  });
}
