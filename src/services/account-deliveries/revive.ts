import { sql } from 'drizzle-orm';
import type { TranslationId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import type { Context } from '../context.ts';
import { wake } from '../wake.ts';

/**
 * Gives what of a text ended for want of an approval its turn again, with what would have followed it in its thread; what
 * has become too late meanwhile is said to be. Call it in the transaction in which the text is approved anew.
 */
export async function reviveUnapproved(ctx: Context, translationId: TranslationId): Promise<void> {
  const now = sql`${ctx.clock.now().toString()}::timestamptz`;
  const ended = sql`d.payload_id = y.id and y.translation_id = ${translationId}
    and d.state = 'cancelled' and (d.outcome = 'unapproved' or (d.outcome = 'part-before-failed' and exists (
      select 1 from account_deliveries b
      where b.post_id = d.post_id and b.account_id = d.account_id and b.contact_id is not distinct from d.contact_id
        and b.part < d.part and b.state = 'cancelled' and b.outcome = 'unapproved')))`;
  const late = await ctx.db.execute(sql`
    update account_deliveries d set outcome = 'too-late' from payloads y
    where ${ended} and d.not_after <= ${now}`);
  const revived = await ctx.db.execute(sql`
    update account_deliveries d set state = 'planned', outcome = null, settled_at = null, first_attempted_at = null,
      due_at = greatest(d.due_at, ${now})
    from payloads y where ${ended}`);
  await wake(ctx, 'sender');
  if (revived.count + late.count === 0) return;
  await audit(ctx, {
    verb: 'account-deliveries/revive',
    subject: { type: 'translation', id: translationId },
    details: { revived: revived.count, late: late.count },
  });
}
