import { and, eq, isNotNull, lt, ne, sql } from 'drizzle-orm';
import {
  accountDeliveries,
  accounts,
  contacts,
  payloads,
  posts,
  translations,
} from '../../db/schema/index.ts';
import type { AccountDeliveryId } from '../../domain/ids.ts';
import type { Parcel, Place } from '../../domain/network.ts';
import { lockAccount } from '../accounts/find.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { CoreContext } from '../context.ts';
import type { PostRow, TranslationRow } from '../posts/find.ts';
import { toSameReader } from './thread.ts';

export type ContactRow = typeof contacts.$inferSelect;
export type AccountDeliveryRow = typeof accountDeliveries.$inferSelect;

/** An account with its sealed credentials, as the sender alone may read it. */
export type SealedAccountRow = typeof accounts.$inferSelect;

/** A delivery with all that it takes to carry it out. */
export interface Job {
  readonly delivery: AccountDeliveryRow;
  readonly account: SealedAccountRow;
  /** Whom it is for, where the account writes to contacts. */
  readonly contact: ContactRow | null;
  readonly post: PostRow;
  readonly text: TranslationRow;
  readonly parcel: Parcel;
  /** Expected, in millionths of a US dollar. */
  readonly costUsdMicros: number;
  /** Whether the payload is the account's, at its place in the thread. */
  readonly isOfItsPlace: boolean;
}

/**
 * Locks a delivery until the transaction ends, and its account before it, as everywhere: what is done there waits for one
 * another. Undefined when there is none.
 */
export async function lockDelivery(
  ctx: CoreContext,
  id: AccountDeliveryId,
): Promise<AccountDeliveryRow | undefined> {
  const [named] = await ctx.db
    .select({ accountId: accountDeliveries.accountId })
    .from(accountDeliveries)
    .innerJoin(posts, eq(posts.id, accountDeliveries.postId))
    .where(
      and(
        eq(accountDeliveries.id, id),
        eq(accountDeliveries.campaignId, ctx.campaignId),
        ofOwnCases(ctx, posts.caseId),
      ),
    );
  if (named === undefined) return undefined;
  await lockAccount(ctx, named.accountId);
  const [locked] = await ctx.db
    .select()
    .from(accountDeliveries)
    .where(eq(accountDeliveries.id, id))
    .for('update');
  return locked;
}

/** The same with all that it takes to carry it out, as it stands once nobody else can change it. */
export async function lockJob(ctx: CoreContext, id: AccountDeliveryId): Promise<Job | undefined> {
  return (await lockDelivery(ctx, id)) === undefined ? undefined : readJob(ctx, id);
}

/** Reads a delivery as it stands; undefined when there is none. */
export async function readJob(ctx: CoreContext, id: AccountDeliveryId): Promise<Job | undefined> {
  const [found] = await ctx.db
    .select({
      delivery: accountDeliveries,
      account: accounts,
      post: posts,
      text: translations,
      payload: payloads,
      contact: contacts,
    })
    .from(accountDeliveries)
    .innerJoin(payloads, eq(payloads.id, accountDeliveries.payloadId))
    .innerJoin(accounts, eq(accounts.id, accountDeliveries.accountId))
    .innerJoin(translations, eq(translations.id, payloads.translationId))
    .innerJoin(posts, eq(posts.id, translations.postId))
    .leftJoin(contacts, eq(contacts.id, accountDeliveries.contactId))
    .where(and(eq(accountDeliveries.id, id), eq(accountDeliveries.campaignId, ctx.campaignId)));
  if (found === undefined) return undefined;
  const { delivery, account, contact, post, text, payload } = found;
  return {
    delivery,
    account,
    contact,
    post,
    text,
    costUsdMicros: payload.costUsdMicros ?? 0,
    parcel: { key: delivery.id, content: payload.content, answers: await answersOf(ctx, delivery) },
    isOfItsPlace:
      payload.accountId === delivery.accountId &&
      (contact === null || contact.accountId === delivery.accountId) &&
      payload.part === delivery.part &&
      post.id === delivery.postId,
  };
}

async function answersOf(ctx: CoreContext, delivery: AccountDeliveryRow): Promise<Parcel['answers']> {
  if (delivery.part === 0) return null;
  const before = await ctx.db
    .select({ part: accountDeliveries.part, id: accountDeliveries.remoteId, url: accountDeliveries.url })
    .from(accountDeliveries)
    .where(
      and(
        toSameReader(delivery),
        lt(accountDeliveries.part, delivery.part),
        eq(accountDeliveries.state, 'sent'),
      ),
    );
  const at = (part: number): Place | null => {
    const found = before.find((row) => row.part === part);
    return found === undefined || found.id === null ? null : { id: found.id, url: found.url };
  };
  const [root, parent] = [at(0), at(delivery.part - 1)];
  return root === null || parent === null ? null : { root, parent };
}

/** By which the network knows what else of ours stands on the account, of the last days. */
export async function othersOn(ctx: CoreContext, { delivery }: Job): Promise<string[]> {
  const found = await ctx.db
    .select({ remoteId: accountDeliveries.remoteId })
    .from(accountDeliveries)
    .where(
      and(
        eq(accountDeliveries.accountId, delivery.accountId),
        ne(accountDeliveries.id, delivery.id),
        isNotNull(accountDeliveries.remoteId),
        sql`${accountDeliveries.settledAt} > ${ctx.clock.now().subtract({ hours: 72 }).toString()}::timestamptz`,
      ),
    );
  return found.flatMap(({ remoteId }) => remoteId ?? []);
}
