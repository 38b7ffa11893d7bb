import { and, asc, eq, isNull } from 'drizzle-orm';
import { accountDeliveries, accounts, cases, payloads, posts } from '../../db/schema/index.ts';
import type { AccountDeliveryId, PostId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import type { JsonObject, NetworkName } from '../../domain/network.ts';
import type { CoreContext } from '../context.ts';

/** A delivery to an account of which only a person can find out whether it stands there. */
export interface LeftToPerson {
  readonly id: AccountDeliveryId;
  readonly postId: PostId;
  readonly caseName: Localised;
  readonly account: { readonly network: NetworkName; readonly handle: string; readonly remoteId: string };
  /** Whether it was for one contact of the account, who is not told here. */
  readonly toContact: boolean;
  /** Where it would stand, if that is known. */
  readonly url: string | null;
  readonly attemptedAt: Temporal.Instant | null;
  /** What went there, to the letter. */
  readonly content: JsonObject;
}

/** Those of the campaign, the longest waiting first. */
export async function leftToPerson(
  ctx: CoreContext,
  page: { readonly limit: number },
): Promise<LeftToPerson[]> {
  const rows = await ctx.db
    .select({
      delivery: accountDeliveries,
      network: accounts.network,
      handle: accounts.handle,
      remoteId: accounts.remoteId,
      content: payloads.content,
      caseName: cases.name,
    })
    .from(accountDeliveries)
    .innerJoin(accounts, eq(accounts.id, accountDeliveries.accountId))
    .innerJoin(payloads, eq(payloads.id, accountDeliveries.payloadId))
    .innerJoin(posts, eq(posts.id, accountDeliveries.postId))
    .innerJoin(cases, eq(cases.id, posts.caseId))
    .where(
      and(
        eq(accountDeliveries.campaignId, ctx.campaignId),
        eq(accountDeliveries.state, 'unknown'),
        isNull(accountDeliveries.lookAt),
      ),
    )
    .orderBy(asc(accountDeliveries.attemptedAt), asc(accountDeliveries.id))
    .limit(page.limit);
  return rows.map(({ delivery, network, handle, remoteId, content, caseName }) => ({
    id: delivery.id,
    postId: delivery.postId,
    caseName,
    account: { network, handle, remoteId },
    toContact: delivery.contactId !== null,
    url: delivery.url,
    attemptedAt: delivery.attemptedAt,
    content,
  }));
}
