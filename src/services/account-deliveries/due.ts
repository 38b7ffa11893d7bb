import { type SQL, sql } from 'drizzle-orm';
import { type AccountDeliveryId, type AccountId, parseId } from '../../domain/ids.ts';
import { networkNames } from '../../domain/network.ts';
import type { Context } from '../context.ts';
import { pausedSince } from '../pauses/standing.ts';

/** What there is to do about a delivery to an account. */
export interface Due {
  readonly id: AccountDeliveryId;
  readonly accountId: AccountId;
  readonly what: 'deliver' | 'look' | 'retract';
}

const isPaused = pausedSince(sql`p.campaign_id`, sql`p.case_id`);

/**
 * A post's window and its embargo, the account's state, a pause, another attempt there, a part before that does not stand yet: each keeps
 * a delivery waiting.
 */
const waitsForNothing = (now: string): SQL => sql`
  d.state = 'planned' and a.state = 'active' and (a.rests_until is null or a.rests_until <= ${now})
  and (p.not_before is null or p.not_before <= ${now}) and not ${isPaused}
  and (d.contact_id is not null or p.embargo_until is null or p.embargo_until <= ${now})
  and not exists (
    select 1 from account_deliveries o
    where o.bot_id = d.bot_id and o.account_id = d.account_id and o.state = 'attempting')
  and (d.part = 0 or exists (
    select 1 from account_deliveries b
    where b.post_id = d.post_id and b.account_id = d.account_id
      and b.contact_id is not distinct from d.contact_id and b.part = d.part - 1
      and b.state = 'sent' and b.retraction is null))`;

/** What goes by a bot of which Telegram takes nothing. */
function waitsForBot(ctx: Context): SQL {
  const names = networkNames.filter((name) => ctx.networks[name].abilities.byBot);
  if (names.length === 0) return sql`false`;
  return sql`(a.network in ${names} and exists (
    select 1 from bots b where b.id = d.bot_id and b.stopped_for is not null))`;
}

/** What is due now, one thing for each account and the longest due first; an account does one thing at a time. */
export async function dueForAccounts(ctx: Context, busy: readonly AccountId[]): Promise<Due[]> {
  const now = ctx.clock.now().toString();
  const rows = await ctx.db.execute<{ id: string; account_id: string; what: Due['what'] }>(sql`
    select distinct on (account_id) id, account_id, what from (
      select d.id, d.account_id, 'look' as what, d.look_at as due
      from account_deliveries d join accounts a on a.id = d.account_id
      where d.bot_id = ${ctx.botId} and d.state = 'unknown' and d.look_at <= ${now} and a.state <> 'disconnected'
      union all
      select d.id, d.account_id, 'retract', coalesce(d.retract_at, d.settled_at)
      from account_deliveries d join accounts a on a.id = d.account_id
      where d.bot_id = ${ctx.botId} and d.retraction = 'asked' and d.state = 'sent' and a.state <> 'disconnected'
        and (d.retract_at is null or d.retract_at <= ${now}) and not ${waitsForBot(ctx)}
      union all
      select d.id, d.account_id, 'deliver', d.due_at
      from account_deliveries d join accounts a on a.id = d.account_id join posts p on p.id = d.post_id
      where d.bot_id = ${ctx.botId} and d.due_at <= ${now} and d.not_after > ${now} and ${waitsForNothing(now)}
        and not ${waitsForBot(ctx)}
    ) due
    where ${busy.length === 0 ? sql`true` : sql`account_id not in ${[...busy]}`}
    order by account_id, due, id`);
  return rows.flatMap(({ id, account_id, what }) => {
    const [delivery, account] = [parseId<AccountDeliveryId>(id), parseId<AccountId>(account_id)];
    return delivery === null || account === null ? [] : [{ id: delivery, accountId: account, what }];
  });
}

/** The earliest that a delivery may go out, as far as that is known. */
const turn = sql`greatest(
  d.due_at, a.rests_until, p.not_before, case when d.contact_id is null then p.embargo_until end)`;

/** When something falls due next that waits for nothing but its time; null when nothing does. */
export async function nextAccountDue(ctx: Context): Promise<Temporal.Instant | null> {
  const now = ctx.clock.now().toString();
  const [row] = await ctx.db.execute<{ due: string | null }>(sql`
    select to_char(min(due) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as due from (
      select d.look_at as due from account_deliveries d
      where d.bot_id = ${ctx.botId} and d.state = 'unknown' and d.look_at > ${now}
      union all
      select d.retract_at from account_deliveries d
      where d.bot_id = ${ctx.botId} and d.retraction = 'asked' and d.retract_at > ${now}
      union all
      select ${turn}
      from account_deliveries d join accounts a on a.id = d.account_id join posts p on p.id = d.post_id
      where d.bot_id = ${ctx.botId} and d.state = 'planned' and a.state = 'active'
        and ${turn} > ${now}
      union all
      select d.not_after from account_deliveries d
      where d.bot_id = ${ctx.botId} and d.state = 'planned' and d.not_after > ${now}
    ) times`);
  return row?.due == null ? null : Temporal.Instant.from(row.due);
}
