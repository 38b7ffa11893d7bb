import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { PostId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import type { AccountDeliveryRow } from './job.ts';

/** The deliveries to accounts that fall due in a span of time, or of one post, in the order of their turns. */
export async function listAccountDeliveries(
  ctx: CoreContext,
  wanted: {
    readonly from: Temporal.Instant | null;
    readonly to: Temporal.Instant | null;
    readonly postId: PostId | null;
    readonly limit: number;
  },
): Promise<AccountDeliveryRow[]> {
  const { from, to, postId } = wanted;
  return ctx.db
    .select()
    .from(accountDeliveries)
    .where(
      and(
        eq(accountDeliveries.campaignId, ctx.campaignId),
        from === null ? undefined : gte(accountDeliveries.dueAt, from),
        to === null ? undefined : lt(accountDeliveries.dueAt, to),
        postId === null ? undefined : eq(accountDeliveries.postId, postId),
      ),
    )
    .orderBy(asc(accountDeliveries.dueAt), asc(accountDeliveries.id))
    .limit(wanted.limit);
}
