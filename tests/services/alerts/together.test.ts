import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alerts, broadcasts, deliveries, messages, subscribers } from '../../../src/db/schema/index.ts';
import { dispatchAlerts } from '../../../src/scheduler/jobs/dispatch-alerts.ts';
import { dispatchDueAlerts, dispatchTurns } from '../../../src/services/alerts/dispatch.ts';
import { inTransaction } from '../../../src/services/context.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { plannedDeliveries } from '../../helpers/deliveries.ts';
import { announce, type Pair, pair } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
let staff: Pair;
beforeEach(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
  staff = await pair(campaign);
});
afterEach(() => campaign.close());

const take = (atMost: number) =>
  dispatchDueAlerts(campaign.job, { except: [], turns: dispatchTurns(), atMost });
/** Everything that is due, at most so many at once; answers how many went at once. */
async function takeAll(ctx: TestCampaign['job'], atMost: number): Promise<number[]> {
  const sizes: number[] = [];
  for (;;) {
    const { length } = await dispatchDueAlerts(ctx, { except: [], turns: dispatchTurns(), atMost });
    if (length === 0) return sizes;
    sizes.push(length);
  }
}

const states = async () =>
  (await campaign.db.select({ kind: alerts.kind, state: alerts.state }).from(alerts))
    .map(({ kind, state }) => `${kind} ${state}`)
    .toSorted();

describe('alerts that are due together', () => {
  test('go in one transaction, and one of a hearing at a time: the reminder takes the place of the announcement', async () => {
    await campaign.followers('en', 1);
    const first = await announce(campaign, staff);
    const second = await announce(campaign, staff, { localDate: '2009-11-12', localTime: '10:30' });
    // Both the announcement and the reminder of the day before are due of each by now.
    campaign.clock.set('2009-11-11T06:40:00Z');
    // News by itself, the reminders together.
    expect(await take(16)).toHaveLength(1);
    expect(await take(16)).toHaveLength(1);
    expect(await states()).toEqual(expect.arrayContaining(['announced dispatched', 'reminder pending']));
    expect(await take(16)).toHaveLength(2);
    await dispatchAlerts(campaign.job, String);
    // Of each hearing the follower is still to get one message: the last.
    const waiting = await campaign.db
      .select({ hearingId: alerts.hearingId, kind: alerts.kind })
      .from(deliveries)
      .innerJoin(broadcasts, eq(broadcasts.id, deliveries.broadcastId))
      .innerJoin(alerts, eq(alerts.id, broadcasts.alertId))
      .where(eq(deliveries.state, 'planned'));
    expect(waiting).toHaveLength(2);
    expect(waiting).toEqual(
      expect.arrayContaining([first, second].map((hearingId) => ({ hearingId, kind: 'reminder' }))),
    );
  });

  test('are left to the other scheduler where they are not taken: two pieces of news go at once', async () => {
    await campaign.followers('en', 1);
    await announce(campaign, staff);
    await announce(campaign, staff, { localDate: '2009-11-12' });
    let other: readonly { readonly state: string }[] = [];
    await inTransaction(campaign.job, async (tx) => {
      const one = { except: [], turns: dispatchTurns(), atMost: 16 };
      expect(await dispatchDueAlerts(tx, one)).toHaveLength(1);
      other = await take(16);
    });
    expect(other).toMatchObject([{ state: 'dispatched' }]);
    expect(await take(16)).toEqual([]);
  });

  test('go by themselves where the case has many followers', async () => {
    const [template] = await campaign.followers('en', 1);
    if (template === undefined) throw new Error('nobody follows');
    const small = { ...campaign, caseId: await campaign.addCase('small') };
    const smaller = { ...campaign, caseId: await campaign.addCase('smaller') };
    for (const one of [campaign, small, smaller]) await announce(one, staff, { localDate: '2009-11-21' });
    await dispatchAlerts(campaign.job, String);
    await campaign.sql`
      with made as (
        insert into subscribers
        select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'chat_index', '\\x' || md5(n::text)))).*
        from subscribers s, generate_series(1, 1000) n where s.id = ${template} returning id)
      insert into follows select id, ${campaign.caseId}, now() from made`;
    campaign.clock.set('2009-11-20T11:30:00Z');
    await campaign.sql`update alerts set due_at = ${campaign.clock.now().toString()} where state = 'pending' and lead_time = '1d'`;
    const sizes = [await take(16), await take(16)].map(({ length }) => length);
    expect(sizes.toSorted()).toEqual([1, 2]);
  });

  test('go out though one of them fails, which stays pending', async () => {
    await campaign.followers('en', 1);
    const [good, bad, better] = [
      await announce(campaign, staff, { localDate: '2009-11-21' }),
      await announce(campaign, staff, { localDate: '2009-11-22' }),
      await announce(campaign, staff, { localDate: '2009-11-23' }),
    ];
    await dispatchAlerts(campaign.job, String);
    campaign.clock.set('2009-11-20T11:30:00Z');
    await campaign.sql`update alerts set due_at = ${campaign.clock.now().toString()} where state = 'pending' and lead_time = '1d'`;
    await campaign.sql`
      create function refuse() returns trigger language plpgsql as $$ begin
        if new.alert_id in (select id from alerts where hearing_id = '${campaign.sql.unsafe(bad)}') then
          raise exception 'not this one'; end if; return new; end $$`;
    await campaign.sql`create trigger refuse before insert on broadcasts for each row execute function refuse()`;
    const found = await take(16);
    expect(found.map(({ state }) => state).toSorted()).toEqual(['dispatched', 'dispatched', 'failed']);
    const rows = await campaign.db.select().from(alerts).where(eq(alerts.leadTime, '1d'));
    const stateOf = (id: string) => rows.find(({ hearingId }) => hearingId === id)?.state;
    expect([good, bad, better].map(stateOf)).toEqual(['dispatched', 'pending', 'dispatched']);
    await expect(dispatchAlerts(campaign.job, String)).rejects.toThrow('could not be dispatched');
  });

  test('are rendered only in languages that followers read, also in one that somebody changes to meanwhile', async () => {
    const [changing] = await campaign.followers('en', 2);
    if (changing === undefined) throw new Error('nobody follows');
    await announce(campaign, staff);
    // Between the look at what is read and the plan.
    await campaign.sql`
      create function change() returns trigger language plpgsql as $$ begin
        update subscribers set language = 'fr' where id = '${campaign.sql.unsafe(changing)}'; return new; end $$`;
    await campaign.sql`create trigger change after insert on broadcasts for each row execute function change()`;
    expect(await take(16)).toMatchObject([{ state: 'dispatched', deliveries: 2 }]);
    const written = await campaign.db.selectDistinct({ language: messages.language }).from(messages);
    expect(written.map(({ language }) => language).toSorted()).toEqual(['en', 'fr']);
    expect((await plannedDeliveries(campaign)).map(({ reader }) => reader).toSorted()).toEqual(['en', 'fr']);
    expect(await campaign.db.select().from(subscribers).where(eq(subscribers.language, 'fr'))).toHaveLength(
      1,
    );
  });

  test('reach exactly whom each would reach by itself, with what and when', async () => {
    await campaign.close();
    campaign = await testCampaign({ at: '2009-11-01T08:00:00Z', leadTimes: ['7d', '3d', '1d'] });
    staff = await pair(campaign);
    // At 19:30 UTC it is night in Baku, and evening in London.
    const london = { ...campaign, caseId: await campaign.addCase('elsewhere') };
    await campaign.sql`update cases set zone = 'Europe/London' where id = ${london.caseId}`;
    await campaign.followers('en', 48);
    const hearings = [
      await announce(campaign, staff),
      await announce(campaign, staff, { localTime: '16:00' }),
      await announce(london, staff, { zone: 'Europe/London', localTime: '12:00' }),
      await announce(london, staff, { zone: 'Europe/London', localTime: '13:00' }),
    ];
    await campaign.sql`insert into follows select subscriber_id, ${london.caseId}, created_at from follows`;
    await everyKindOfFollower();
    await takeAll(campaign.job, 16);
    // The announcement has reached some.
    await campaign.sql`update deliveries set state = 'sent', settled_at = now() where get_byte(uuid_send(subscriber_id), 15) % 3 = 0`;
    campaign.clock.set('2009-11-08T19:30:00Z');
    const [alone, shared] = [await wouldReach(1), await wouldReach(16)];
    expect(Math.max(...alone.sizes)).toBe(1);
    expect(shared.sizes).toEqual(expect.arrayContaining([hearings.length]));
    expect(shared.rows).toEqual(alone.rows);
    // Otherwise they would agree about little.
    for (const column of ['language', 'discreet', 'tier', 'due', 'kind', 'lead'] as const) {
      expect(new Set(shared.rows.map((row) => row[column])).size, column).toBeGreaterThan(1);
    }
  });
});

/** Followers who differ in all that decides about a delivery: forty-eight of them, in as many ways. */
async function everyKindOfFollower(): Promise<void> {
  await campaign.sql`
    update subscribers s set
      language = (array['en', 'az', 'fr'])[1 + n % 3],
      discreet = n % 4 = 1,
      kind = (array['private', 'private', 'private', 'group', 'channel'])[1 + n % 5],
      quiet_hours = (array['campaign', 'off', '00-08', '22-08'])[1 + n % 4],
      standing = case when n % 7 = 0 then 'press' else 'follower' end,
      tell_first = n % 6 = 0,
      state = case when n % 16 = 15 then 'unreachable' else 'active' end,
      lead_times = case n % 8 when 0 then '{}' when 1 then '{7d}' when 2 then '{3d}' when 3 then '{7d,3d}'
        when 4 then '{3h}' end::text[]
    from (select id, (row_number() over (order by id))::int n from subscribers) numbered where numbered.id = s.id`;
  // Some came when the reminder of a week before was due, and some later.
  await campaign.sql`
    update follows set created_at = case get_byte(uuid_send(subscriber_id), 14) % 4
      when 0 then timestamptz '2009-11-05 00:00Z' when 1 then timestamptz '2009-11-08 19:00Z' else created_at end`;
}

/** What would be on its way if so many went at once: nothing of it stays. */
async function wouldReach(atMost: number) {
  const undone = new Error('undone');
  const found: { sizes: number[]; rows: Record<string, unknown>[] } = { sizes: [], rows: [] };
  await campaign.db
    .transaction(async (tx) => {
      found.sizes = await takeAll({ ...campaign.job, db: tx }, atMost);
      const rows = await tx.execute(sql`
        select a.hearing_id, a.kind, a.lead_time as lead, d.subscriber_id, d.part, d.state, d.tier, d.due_at as due,
          d.not_after, m.language, m.discreet
        from deliveries d join messages m on m.id = d.message_id join broadcasts b on b.id = d.broadcast_id
        join alerts a on a.id = b.alert_id
        order by a.hearing_id, a.kind, a.lead_time, d.subscriber_id`);
      found.rows = [...rows];
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return found;
}
