import { eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import type { OfferedLeadTime } from '../../domain/reminder-choice.ts';
import { planChosenReminders } from '../alerts/lead-times.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/**
 * Chooses of which lead times a subscriber gets reminders; null: those of the campaign; none: only what changes. It
 * counts for what falls due from now on, also of the hearings that are known already.
 */
export async function setReminders(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly leadTimes: readonly OfferedLeadTime[] | null },
): Promise<void> {
  const { subscriberId, leadTimes } = input;
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(subscribers)
      .set({ leadTimes: leadTimes === null ? null : [...leadTimes] })
      .where(eq(subscribers.id, subscriberId));
    await planChosenReminders(tx, { subscriberId });
    await audit(tx, {
      verb: 'subscribers/set-reminders',
      subject: { type: 'subscriber', id: null },
      details: { leadTimes: leadTimes === null ? 'campaign' : leadTimes.join(' ') },
    });
  });
}
