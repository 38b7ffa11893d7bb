import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alerts, broadcasts, deliveries, messages, subscribers } from '../../../src/db/schema/index.ts';
import { dispatchAlerts } from '../../../src/scheduler/jobs/dispatch-alerts.ts';
import { dispatchDueAlerts, dispatchTurns } from '../../../src/services/alerts/dispatch.ts';
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
});
