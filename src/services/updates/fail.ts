import { and, eq, isNull } from 'drizzle-orm';
import { updates } from '../../db/schema/index.ts';
import { inTransaction } from '../context.ts';
import type { InboxContext } from './inbox.ts';
import { maxAttempts, retryAt } from './retry.ts';

/** Where an update stands after an attempt that failed. */
export interface Failed {
  readonly attempts: number;
  /** Null when it was given up; it stays sealed until it is pruned. */
  readonly retryAt: Temporal.Instant | null;
}

/**
 * Records that an update could not be handled and when it is tried again; `tell` answers the person in the
 * same transaction. `final`: trying again cannot help. Null when somebody else has handled it by now.
 */
export async function failUpdate(
  ctx: InboxContext,
  input: {
    readonly updateId: number;
    /** A class, never a text. */
    readonly fault: string;
    readonly final: boolean;
    readonly tell: (tx: InboxContext, failed: Failed) => Promise<void>;
  },
): Promise<Failed | null> {
  return inTransaction(ctx, async (tx) => {
    const here = and(
      eq(updates.botId, tx.botId),
      eq(updates.updateId, input.updateId),
      isNull(updates.handledAt),
    );
    const [row] = await tx.db.select({ attempts: updates.attempts }).from(updates).where(here).for('update');
    if (row === undefined) return null;
    const attempts = input.final ? maxAttempts : row.attempts + 1;
    const failed: Failed = { attempts, retryAt: retryAt(attempts, tx.clock.now()) };
    await tx.db
      .update(updates)
      .set({ ...failed, fault: input.fault })
      .where(here);
    await input.tell(tx, failed);
    return failed;
  });
}
