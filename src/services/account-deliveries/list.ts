import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { accountDeliveries, posts } from '../../db/schema/index.ts';
import type { AccountDeliveryId, PostId } from '../../domain/ids.ts';
import type { DeliveryState } from '../../domain/words.ts';
import type { CoreContext } from '../context.ts';
import { visiblePosts } from '../posts/visible.ts';
import type { AccountDeliveryRow } from './job.ts';

/** A page of the deliveries to accounts that fall due in a span of time, or of one post, in the order of their turns. */
export async function listAccountDeliveries(
  ctx: CoreContext,
  wanted: {
    readonly from: Temporal.Instant | null;
    readonly to: Temporal.Instant | null;
    readonly postId: PostId | null;
    readonly state: DeliveryState | null;
    /** What the page before ended with: those of a press list are all due at once. */
    readonly after: { readonly dueAt: Temporal.Instant; readonly id: AccountDeliveryId } | null;
    readonly limit: number;
  },
): Promise<AccountDeliveryRow[]> {
  const { from, to, postId, state, after } = wanted;
  const seen = visiblePosts(ctx);
  return ctx.db
    .select()
    .from(accountDeliveries)
    .where(
      and(
        eq(accountDeliveries.campaignId, ctx.campaignId),
        seen === undefined
          ? undefined
          : inArray(accountDeliveries.postId, ctx.db.select({ id: posts.id }).from(posts).where(seen)),
        from === null ? undefined : gte(accountDeliveries.dueAt, from),
        to === null ? undefined : lt(accountDeliveries.dueAt, to),
        postId === null ? undefined : eq(accountDeliveries.postId, postId),
        state === null ? undefined : eq(accountDeliveries.state, state),
        after === null
          ? undefined
          : sql`(${accountDeliveries.dueAt}, ${accountDeliveries.id}) > (${after.dueAt.toString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(accountDeliveries.dueAt), asc(accountDeliveries.id))
    .limit(wanted.limit);
}
