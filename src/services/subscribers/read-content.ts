import { and, eq, exists, ne } from 'drizzle-orm';
import { broadcasts, deliveries, messages } from '../../db/schema/index.ts';
import type { MessageId, SubscriberId } from '../../domain/ids.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import type { Context } from '../context.ts';

/**
 * The content behind a discreet reader's neutral notice. Null when its broadcast was cancelled since, or never
 * went to this subscriber: a button's number alone opens nothing.
 */
export async function readContent(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly messageId: MessageId },
): Promise<RenderedMessage | null> {
  const [found] = await ctx.db
    .select({ payload: messages.payload })
    .from(messages)
    .innerJoin(broadcasts, eq(broadcasts.id, messages.broadcastId))
    .where(
      and(
        eq(messages.id, input.messageId),
        eq(broadcasts.campaignId, ctx.campaignId),
        ne(broadcasts.state, 'cancelled'),
        exists(
          ctx.db
            .select({ id: deliveries.id })
            .from(deliveries)
            .where(
              and(
                eq(deliveries.broadcastId, messages.broadcastId),
                eq(deliveries.subscriberId, input.subscriberId),
              ),
            ),
        ),
      ),
    );
  return found?.payload ?? null;
}
