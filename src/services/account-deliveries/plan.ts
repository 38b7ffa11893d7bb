import { and, asc, eq, isNotNull, isNull, max, sql } from 'drizzle-orm';
import { accountDeliveries, accounts, payloads, postAccounts } from '../../db/schema/index.ts';
import { lasts } from '../../domain/account-delivery.ts';
import {
  type AccountDeliveryId,
  type AccountId,
  newId,
  type PayloadId,
  type TranslationId,
} from '../../domain/ids.ts';
import type { NetworkName } from '../../domain/network.ts';
import { isUnderEmbargo } from '../../domain/post.ts';
import type { Context } from '../context.ts';
import type { PostRow } from '../posts/find.ts';
import { wake } from '../wake.ts';
import type { AccountDeliveryRow } from './job.ts';
import { lastMoment } from './last-moment.ts';

/**
 * Plans what of a post's text goes to accounts, a row for each payload, or for each of the contacts that an account writes
 * to: at once, or one account after the other with the post's gap between two of them; under an embargo at once to contacts
 * alone. `approvedAt`: since when it is approved, which the time that it has is counted from. Harmless to repeat.
 */
export async function planAccountDeliveries(
  ctx: Context,
  post: PostRow,
  { id, approvedAt }: { readonly id: TranslationId; readonly approvedAt: Temporal.Instant },
): Promise<number> {
  const made = await ctx.db
    .select({
      id: payloads.id,
      accountId: payloads.accountId,
      part: payloads.part,
      network: accounts.network,
    })
    .from(payloads)
    .innerJoin(accounts, eq(accounts.id, payloads.accountId))
    .innerJoin(
      postAccounts,
      and(eq(postAccounts.accountId, payloads.accountId), eq(postAccounts.postId, post.id)),
    )
    .where(eq(payloads.translationId, id))
    .orderBy(asc(postAccounts.position), asc(payloads.part));
  if (made.length === 0) return 0;
  const ends = {
    toContacts: await lastMoment(ctx, post, { approvedAt, toContacts: true }),
    toAll: await lastMoment(ctx, post, { approvedAt, toContacts: false }),
  };
  const rows = (await inTurns(ctx, post, made)).map((row) => {
    const end = row.toContacts ? ends.toContacts : ends.toAll;
    const ownEnd = row.dueAt.add(lasts);
    const isSooner = post.notAfter === null && Temporal.Instant.compare(ownEnd, end) < 0;
    return { ...row, notAfter: isSooner ? ownEnd : end };
  });
  const toAccounts = rows.flatMap(({ toContacts, ...row }) => (toContacts ? [] : [row]));
  if (toAccounts.length > 0) await ctx.db.insert(accountDeliveries).values(toAccounts).onConflictDoNothing();
  let planned = toAccounts.length;
  for (const row of rows) if (row.toContacts) planned += await planForContacts(ctx, row);
  await wake(ctx, 'sender');
  return planned;
}

async function planForContacts(
  ctx: Context,
  row: Pick<
    AccountDeliveryRow,
    'botId' | 'postId' | 'payloadId' | 'accountId' | 'part' | 'dueAt' | 'notAfter'
  >,
): Promise<number> {
  const planned = await ctx.db.execute(sql`
    insert into account_deliveries
      (id, campaign_id, bot_id, post_id, payload_id, account_id, contact_id, part, state, due_at, not_after)
    select gen_random_uuid(), c.campaign_id, ${row.botId}::uuid, ${row.postId}::uuid, ${row.payloadId}::uuid,
      c.account_id, c.id, ${row.part}, 'planned', ${row.dueAt.toString()}::timestamptz,
      ${row.notAfter.toString()}::timestamptz
    from contacts c where c.account_id = ${row.accountId} and c.state = 'active'
    on conflict do nothing`);
  return planned.count;
}

interface Made {
  readonly id: PayloadId;
  readonly accountId: AccountId;
  readonly part: number;
  readonly network: NetworkName;
}

/** Under an embargo contacts have turns of their own at once, and all others begin when it ends. */
async function inTurns(ctx: Context, post: PostRow, made: readonly Made[]) {
  const now = ctx.clock.now();
  const { embargoUntil } = post;
  const withReader = made.map((one) => ({
    ...one,
    toContacts: ctx.networks[one.network].abilities.contacts,
  }));
  if (embargoUntil === null || !isUnderEmbargo(post, now))
    return turnsFrom(ctx, post, withReader, await firstTurn(ctx, post, { from: now }));
  const [early, later] = [true, false].map((toContacts) =>
    withReader.filter((one) => one.toContacts === toContacts),
  );
  return [
    ...turnsFrom(ctx, post, early ?? [], await firstTurn(ctx, post, { from: now, toContacts: true })),
    ...turnsFrom(
      ctx,
      post,
      later ?? [],
      await firstTurn(ctx, post, { from: embargoUntil, toContacts: false }),
    ),
  ];
}

function turnsFrom(
  ctx: Context,
  post: PostRow,
  made: readonly (Made & { readonly toContacts: boolean })[],
  first: Temporal.Instant,
) {
  let due = first;
  let account = made[0]?.accountId;
  return made.map(({ id, accountId, part, toContacts }) => {
    if (accountId !== account) due = due.add({ seconds: post.gapSeconds });
    account = accountId;
    return {
      id: newId<AccountDeliveryId>(),
      campaignId: ctx.campaignId,
      botId: ctx.botId,
      postId: post.id,
      payloadId: id,
      accountId,
      part,
      state: 'planned' as const,
      dueAt: due,
      toContacts,
    };
  });
}

/** A language that is approved later takes its place after what was planned before, of all or of one kind of reader. */
async function firstTurn(
  ctx: Context,
  post: PostRow,
  { from, toContacts }: { readonly from: Temporal.Instant; readonly toContacts?: boolean },
): Promise<Temporal.Instant> {
  if (post.gapSeconds === 0) return from;
  const { contactId } = accountDeliveries;
  const [last] = await ctx.db
    .select({ due: max(accountDeliveries.dueAt) })
    .from(accountDeliveries)
    .where(
      and(
        eq(accountDeliveries.postId, post.id),
        toContacts === undefined ? undefined : toContacts ? isNotNull(contactId) : isNull(contactId),
      ),
    );
  const after = last?.due?.add({ seconds: post.gapSeconds }) ?? from;
  return Temporal.Instant.compare(after, from) > 0 ? after : from;
}
