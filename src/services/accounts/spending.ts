import { sql } from 'drizzle-orm';
import type { AccountId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** What goes out on an account, in millionths of a US dollar, by the networks' price lists: an estimate, no bill. */
export interface Spending {
  /** In the calendar month (UTC) that it is now: what was tried and not refused, by its last try. */
  readonly spent: number;
  /** What is planned there and not begun yet, in whatever month. */
  readonly planned: number;
}

export async function spendingOf(ctx: CoreContext, accountId: AccountId): Promise<Spending> {
  const month = ctx.clock
    .now()
    .toZonedDateTimeISO('UTC')
    .with({ day: 1 })
    .startOfDay()
    .toInstant()
    .toString();
  const [row] = await ctx.db.execute<{ spent: string; planned: string }>(sql`
    select
      coalesce(sum(p.cost_usd_micros) filter (
        where d.state in ('attempting', 'unknown', 'sent') and d.attempted_at >= ${month}::timestamptz), 0) as spent,
      coalesce(sum(p.cost_usd_micros) filter (where d.state = 'planned'), 0) as planned
    from account_deliveries d join payloads p on p.id = d.payload_id
    where d.account_id = ${accountId} and d.campaign_id = ${ctx.campaignId}`);
  return { spent: Number(row?.spent ?? 0), planned: Number(row?.planned ?? 0) };
}
