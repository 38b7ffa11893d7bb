import { eq, sql } from 'drizzle-orm';
import { deliveries, messages, subscribers } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/**
 * Turns discreet mode on or off. What is still on its way to the subscriber changes its form with it: a name
 * that arrives after the reader asked for none would betray them, and a lost alert would cost them the hearing.
 */
export async function setDiscreet(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly on: boolean },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db.update(subscribers).set({ discreet: input.on }).where(eq(subscribers.id, input.subscriberId));
    await tx.db.execute(sql`
      update ${deliveries} d set message_id = wanted.id
      from ${messages} planned
      join ${messages} wanted on wanted.broadcast_id = planned.broadcast_id
        and wanted.language = planned.language and wanted.part = planned.part
        and wanted.discreet = ${input.on}
      where d.subscriber_id = ${input.subscriberId} and d.state = 'planned'
        and planned.id = d.message_id and planned.discreet <> ${input.on}`);
    await audit(tx, {
      verb: 'subscribers/set-discreet',
      subject: { type: 'subscriber', id: null },
      details: { on: input.on },
    });
  });
}
