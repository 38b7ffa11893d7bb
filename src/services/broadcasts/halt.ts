import { and, eq } from 'drizzle-orm';
import { broadcasts } from '../../db/schema/index.ts';
import type { BroadcastId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { holdsEpoch } from '../leases/holds.ts';
import { tellOfHalt } from './tell-halted.ts';

/**
 * Halts a broadcast that runs, for too many faults of one class: nothing more of it goes out until staff resume it,
 * and they are told.
 * Does nothing when it runs no longer, or when `epoch` is no longer the token's.
 */
export async function haltBroadcast(
  ctx: Context,
  input: { readonly epoch: number; readonly broadcastId: BroadcastId; readonly faults: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const halted = await tx.db
      .update(broadcasts)
      .set({ state: 'halted', haltedFor: input.faults })
      .where(
        and(
          eq(broadcasts.id, input.broadcastId),
          eq(broadcasts.state, 'running'),
          holdsEpoch(tx, input.epoch),
        ),
      )
      .returning({ id: broadcasts.id });
    if (halted.length === 0) return;
    tx.log.error('broadcast-halted', { id: input.broadcastId, outcome: input.faults });
    await audit(tx, {
      verb: 'broadcasts/halt',
      subject: { type: 'broadcast', id: input.broadcastId },
      details: { outcome: input.faults },
    });
    await tellOfHalt(tx, input.broadcastId);
  });
}
