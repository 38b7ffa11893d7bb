import { and, asc, eq, gt, lte, ne } from 'drizzle-orm';
import { digests } from '../../db/schema/index.ts';
import {
  digestLasts,
  digestLooksAhead,
  digestSince,
  digestSlots,
  nextDigestDue,
} from '../../domain/digest.ts';
import { type DigestId, newId } from '../../domain/ids.ts';
import { shownCount } from '../../domain/shown-count.ts';
import type { DigestState } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { findCampaign } from '../campaigns/find.ts';
import { type Context, inTransaction, type SigningContext } from '../context.ts';
import { wake } from '../wake.ts';
import { planDigest } from './plan.ts';
import { readWeek } from './week.ts';

/**
 * Makes sure that each slot's next digest is on record as due, and no other: the campaign may have moved to another zone.
 * To do it twice changes nothing.
 */
export async function scheduleDigests(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { zone } = await findCampaign(tx);
    const now = tx.clock.now();
    for (const slot of digestSlots) {
      const dueAt = nextDigestDue(slot, zone, now);
      const { campaignId, botId } = tx;
      await tx.db
        .delete(digests)
        .where(
          and(
            eq(digests.botId, botId),
            eq(digests.slot, slot),
            eq(digests.state, 'pending'),
            gt(digests.dueAt, now),
            ne(digests.dueAt, dueAt),
          ),
        );
      await tx.db
        .insert(digests)
        .values({ id: newId<DigestId>(), campaignId, botId, slot, dueAt, state: 'pending' })
        .onConflictDoNothing();
    }
  });
}

/**
 * Sends the next digest that is due on its way; null when none is. One that comes a day late or more expires: the next
 * tells the rest. Two schedulers never take the same.
 */
export async function dispatchNextDigest(
  ctx: SigningContext,
): Promise<{ readonly digestId: DigestId; readonly state: DigestState; readonly deliveries: number } | null> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const [digest] = await tx.db
      .select()
      .from(digests)
      .where(and(eq(digests.state, 'pending'), eq(digests.botId, tx.botId), lte(digests.dueAt, now)))
      .orderBy(asc(digests.dueAt), asc(digests.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (digest === undefined) return null;
    const late = Temporal.Instant.compare(digest.dueAt.add(digestLasts), now) <= 0;
    const state: DigestState = late ? 'expired' : 'dispatched';
    let deliveries = 0;
    if (!late) {
      const { zone } = await findCampaign(tx);
      const span = { from: digestSince(digest.dueAt, zone), to: digest.dueAt, ahead: digestLooksAhead };
      deliveries = await planDigest(tx, digest, await readWeek(tx, span));
    }
    await tx.db.update(digests).set({ state }).where(eq(digests.id, digest.id));
    await audit(tx, {
      verb: 'digests/dispatch',
      subject: { type: 'digest', id: digest.id },
      details: { slot: digest.slot, state, deliveries: shownCount(deliveries) },
    });
    if (deliveries > 0) await wake(tx, 'sender');
    return { digestId: digest.id, state, deliveries };
  });
}

/** When the next digest falls due; null when none is on record. */
export async function nextDigest(ctx: Context): Promise<Temporal.Instant | null> {
  const [next] = await ctx.db
    .select({ dueAt: digests.dueAt })
    .from(digests)
    .where(and(eq(digests.state, 'pending'), eq(digests.botId, ctx.botId)))
    .orderBy(asc(digests.dueAt))
    .limit(1);
  return next?.dueAt ?? null;
}
