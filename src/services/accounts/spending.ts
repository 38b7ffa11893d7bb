import { type SQL, sql } from 'drizzle-orm';
import type { AccountId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** What goes out on an account, in millionths of a US dollar, by the networks' price lists: an estimate, no bill. */
export interface Spending {
  /** In the calendar month (UTC) that it is now: what was tried and not refused, by its last try. */
  readonly spent: number;
  /** What is planned there and not begun yet, in whatever month. */
  readonly planned: number;
}

/** Of one account. */
export async function spendingOf(ctx: CoreContext, accountId: AccountId): Promise<Spending> {
  return (await spendings(ctx, sql`d.account_id = ${accountId}`)).get(accountId) ?? nothing;
}

/** Of every account of the campaign, by one statement. */
export async function spendingsOfAll(ctx: CoreContext): Promise<(accountId: AccountId) => Spending> {
  const all = await spendings(ctx, sql`true`);
  return (accountId) => all.get(accountId) ?? nothing;
}

const nothing: Spending = { spent: 0, planned: 0 };

async function spendings(ctx: CoreContext, which: SQL): Promise<ReadonlyMap<string, Spending>> {
  const month = ctx.clock
    .now()
    .toZonedDateTimeISO('UTC')
    .with({ day: 1 })
    .startOfDay()
    .toInstant()
    .toString();
  const rows = await ctx.db.execute<{ account: string; spent: string; planned: string }>(sql`
    select d.account_id as account,
      coalesce(sum(p.cost_usd_micros) filter (where d.state in ('attempting', 'unknown', 'sent')), 0) as spent,
      coalesce(sum(p.cost_usd_micros) filter (where d.state = 'planned'), 0) as planned
    from account_deliveries d join payloads p on p.id = d.payload_id
    where ${which} and d.campaign_id = ${ctx.campaignId} and p.cost_usd_micros is not null
      and (d.state = 'planned' or d.attempted_at >= ${month}::timestamptz)
    group by d.account_id`);
  return new Map(
    rows.map(({ account, spent, planned }) => [account, { spent: Number(spent), planned: Number(planned) }]),
  );
}
