import { replanReminders as replan } from '../../services/alerts/replan.ts';
import { audit } from '../../services/audit.ts';
import { type Context, inTransaction } from '../../services/context.ts';

/**
 * Measures the reminders of every hearing ahead anew: a newer runtime may bring other zone rules, and the court's
 * hour is what counts.
 */
export async function replanReminders(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const changed = await replan(tx);
    if (changed === 0) return;
    await audit(tx, {
      verb: 'alerts/replan',
      subject: { type: 'campaign', id: tx.campaignId },
      details: { changed },
    });
  });
}
