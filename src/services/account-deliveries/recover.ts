import { and, eq, ne } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import { type Context, inTransaction } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { readJob } from './job.ts';
import { recordCommit } from './record.ts';

/**
 * Decides about what a sender before us was publishing when it went: nobody knows whether it arrived, as with a lost
 * answer. Answers how many there were.
 */
export async function recoverAccountDeliveries(ctx: Context, epoch: number): Promise<number> {
  const left = await inTransaction(ctx, (tx) =>
    tx.db
      .update(accountDeliveries)
      .set({ epoch })
      .where(
        and(
          eq(accountDeliveries.botId, tx.botId),
          eq(accountDeliveries.state, 'attempting'),
          ne(accountDeliveries.epoch, epoch),
          holdsEpoch(tx, epoch),
        ),
      )
      .returning({ id: accountDeliveries.id }),
  );
  for (const { id } of left) {
    const job = await readJob(ctx, id);
    if (job !== undefined)
      await recordCommit(ctx, job, { epoch, outcome: { kind: 'unknown', code: 'SENDER_GONE' } });
  }
  return left.length;
}
