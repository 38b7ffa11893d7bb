import { and, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { accountDeliveries } from '../../db/schema/index.ts';
import type { AccountDeliveryId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { lookAtTurn } from './begin.ts';
import { neverAttempted } from './take-back.ts';

/** Ends what can no longer go out, since its window has closed while it waited. */
export async function expireAccountDeliveries(ctx: Context): Promise<void> {
  const late = and(
    eq(accountDeliveries.botId, ctx.botId),
    eq(accountDeliveries.state, 'planned'),
    lte(accountDeliveries.notAfter, ctx.clock.now()),
  );
  const byThemselves = await ctx.db
    .select({ id: accountDeliveries.id })
    .from(accountDeliveries)
    .where(and(late, or(isNull(accountDeliveries.contactId), isNotNull(accountDeliveries.firstAttemptedAt))));
  for (const { id } of byThemselves) await lookAtTurn(ctx, id);
  const lists = await ctx.db
    .selectDistinctOn([accountDeliveries.postId, accountDeliveries.accountId], { id: accountDeliveries.id })
    .from(accountDeliveries)
    .where(and(late, neverAttempted, isNotNull(accountDeliveries.contactId)));
  for (const { id } of lists) {
    await lookAtTurn(ctx, id);
    await endRestOfList(ctx, id);
  }
}

/** Of a post to a list, staff are told of the first that ended; the rest, thousands perhaps, end with it. */
async function endRestOfList(ctx: Context, first: AccountDeliveryId): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const now = tx.clock.now().toString();
    const ended = await tx.db.execute(sql`
      update account_deliveries d set state = 'cancelled', outcome = 'too-late', settled_at = ${now}::timestamptz
      from account_deliveries f
      where f.id = ${first} and f.state = 'cancelled' and d.post_id = f.post_id and d.account_id = f.account_id
        and d.contact_id is not null and d.state = 'planned' and d.first_attempted_at is null
        and d.not_after <= ${now}::timestamptz`);
    if (ended.count === 0) return;
    await audit(tx, {
      verb: 'account-deliveries/expire',
      subject: { type: 'account-delivery', id: first },
      details: { withIt: ended.count },
    });
  });
}
