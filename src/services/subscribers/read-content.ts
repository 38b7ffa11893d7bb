import { and, asc, eq, exists, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { broadcasts, deliveries, messages } from '../../db/schema/index.ts';
import type { MessageId, SubscriberId } from '../../domain/ids.ts';
import { joinParts, type RenderedMessage } from '../../domain/message.ts';
import { isMessageSigned } from '../broadcasts/signed.ts';
import type { Context } from '../context.ts';

const parts = alias(messages, 'parts');

/**
 * The content behind a discreet reader's neutral notice. Null when its broadcast was cancelled since, or never
 * went to this subscriber: a button's number alone opens nothing. Nor does one whose row was changed by hand.
 */
export async function readContent(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly messageId: MessageId },
): Promise<RenderedMessage | null> {
  // By its first part; it may have gone in two.
  const found = await ctx.db
    .select({ part: parts })
    .from(messages)
    .innerJoin(
      parts,
      and(
        eq(parts.broadcastId, messages.broadcastId),
        eq(parts.language, messages.language),
        eq(parts.discreet, false),
      ),
    )
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
    )
    .orderBy(asc(parts.part));
  const stands = found.every(({ part }) => isMessageSigned(ctx, part, part.signature));
  return stands ? joinParts(found.map(({ part }) => part.payload)) : null;
}
