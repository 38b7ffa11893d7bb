import { and, asc, eq, max, sql } from 'drizzle-orm';
import { accountDeliveries, accounts, payloads, postAccounts } from '../../db/schema/index.ts';
import { lasts } from '../../domain/account-delivery.ts';
import { type AccountDeliveryId, newId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import type { PostRow, TranslationRow } from '../posts/find.ts';
import { wake } from '../wake.ts';
import type { AccountDeliveryRow } from './job.ts';

/**
 * Plans what of a post's text goes to accounts, a row for each payload, or for each of the contacts
 * that an account writes to: at once, or one account after the other with the
 * post's gap between two of them. Harmless to repeat.
 */
export async function planAccountDeliveries(
  ctx: Context,
  post: PostRow,
  text: TranslationRow,
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
    .where(eq(payloads.translationId, text.id))
    .orderBy(asc(postAccounts.position), asc(payloads.part));
  if (made.length === 0) return 0;
  const now = ctx.clock.now();
  let due = await firstTurn(ctx, post, now);
  let account = made[0]?.accountId;
  const rows = made.map(({ id, accountId, part }) => {
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
      notAfter: post.notAfter ?? due.add(lasts),
    };
  });
  const writesToContacts = new Set(
    made.flatMap(({ id, network }) => (ctx.networks[network].abilities.contacts ? [id] : [])),
  );
  const toAccounts = rows.filter(({ payloadId }) => !writesToContacts.has(payloadId));
  if (toAccounts.length > 0) await ctx.db.insert(accountDeliveries).values(toAccounts).onConflictDoNothing();
  let planned = toAccounts.length;
  for (const row of rows) if (writesToContacts.has(row.payloadId)) planned += await planForContacts(ctx, row);
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

/** A language that is approved later takes its place after what was planned before. */
async function firstTurn(ctx: Context, post: PostRow, now: Temporal.Instant): Promise<Temporal.Instant> {
  if (post.gapSeconds === 0) return now;
  const [last] = await ctx.db
    .select({ due: max(accountDeliveries.dueAt) })
    .from(accountDeliveries)
    .where(eq(accountDeliveries.postId, post.id));
  const after = last?.due?.add({ seconds: post.gapSeconds }) ?? now;
  return Temporal.Instant.compare(after, now) > 0 ? after : now;
}
