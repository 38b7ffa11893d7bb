import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alerts, caseLeadTimes, deliveries, subscribers } from '../../../src/db/schema/index.ts';
import type { SubscriberId } from '../../../src/domain/ids.ts';
import type { OfferedLeadTime } from '../../../src/domain/reminder-choice.ts';
import { nextAlertDue } from '../../../src/services/alerts/dispatch.ts';
import { replanReminders } from '../../../src/services/alerts/replan.ts';
import { inTransaction } from '../../../src/services/context.ts';
import { lookForDue } from '../../../src/services/deliveries/look.ts';
import { unfollowCase } from '../../../src/services/follows/unfollow.ts';
import { setReminders } from '../../../src/services/subscribers/set-reminders.ts';
import { setStanding } from '../../../src/services/subscribers/set-standing.ts';
import { setTellFirst } from '../../../src/services/subscribers/set-tell-first.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { plannedDeliveries } from '../../helpers/deliveries.ts';
import { announce, change, type Pair, pair } from '../../helpers/hearing.ts';

let campaign: TestCampaign;
let two: Pair;

beforeEach(async () => {
  campaign = await testCampaign({ at: '2009-11-01T08:00:00Z' });
  two = await pair(campaign);
});
afterEach(() => campaign.close());

async function follower(leadTimes?: readonly OfferedLeadTime[] | null): Promise<SubscriberId> {
  const [id] = await campaign.followers('en', 1);
  if (leadTimes !== undefined) await setReminders(campaign.ctx, { subscriberId: id!, leadTimes });
  return id!;
}

/** The first words of all that is on its way to somebody, or has gone. */
async function told(subscriberId: SubscriberId): Promise<string[]> {
  const all = await plannedDeliveries(campaign);
  return all.flatMap((one) =>
    one.subscriberId === subscriberId && one.state !== 'cancelled' ? [one.text.split(':')[0]!] : [],
  );
}

/** Everything that is due leaves, so that nothing later takes its place. */
const sendAll = () =>
  campaign.db.update(deliveries).set({ state: 'sent' }).where(eq(deliveries.state, 'planned'));

async function at(instant: string): Promise<void> {
  campaign.clock.set(instant);
  await campaign.dispatchAll();
  await sendAll();
}

describe('who must act first', () => {
  test('is told first: channels, then observers, lawyers and press, then who chose it, then the rest', async () => {
    const ids = await campaign.followers('en', 7);
    const [rest, chose, channel, observer, lawyer, press, group] = ids;
    await setTellFirst(campaign.ctx, { subscriberId: chose!, on: true });
    await campaign.db.update(subscribers).set({ kind: 'channel' }).where(eq(subscribers.id, channel!));
    await campaign.db.update(subscribers).set({ kind: 'group' }).where(eq(subscribers.id, group!));
    await setStanding(campaign.operator, { subscriberId: observer!, standing: 'observer' });
    await setStanding(campaign.operator, { subscriberId: lawyer!, standing: 'lawyer' });
    await setStanding(campaign.operator, { subscriberId: press!, standing: 'press' });
    await announce(campaign, two);
    await campaign.dispatchAll();
    const due = await lookForDue(campaign.sender, { limit: 100, except: [], served: new Map() });
    const rows = await campaign.db.select().from(deliveries);
    const order = due.map(({ id }) => rows.find((row) => row.id === id)!.subscriberId);
    expect(order[0]).toBe(channel);
    expect(new Set(order.slice(1, 4))).toEqual(new Set([observer, lawyer, press]));
    expect(order[4]).toBe(chose);
    expect(new Set(order.slice(5))).toEqual(new Set([rest, group]));
  });

  test('is told of a second hearing before the rest hear of the first', async () => {
    const ids = await campaign.followers('en', 4);
    await setStanding(campaign.operator, { subscriberId: ids[2]!, standing: 'lawyer' });
    await announce(campaign, two);
    await announce(campaign, two, { localTime: '16:00' });
    await campaign.dispatchAll();
    const due = await lookForDue(campaign.sender, { limit: 100, except: [], served: new Map() });
    const rows = await campaign.db.select().from(deliveries);
    const order = due.map(({ id }) => rows.find((row) => row.id === id)!.subscriberId);
    expect(order.slice(0, 2)).toEqual([ids[2], ids[2]]);
    expect(order).toHaveLength(8);
  });
});

describe('reminders', () => {
  test('come at the lead times of the campaign, or at those that a follower chose, or not at all', async () => {
    const [asCampaign, far, onlyChanges] = [
      await follower(),
      await follower(['7d', '3h']),
      await follower([]),
    ];
    await announce(campaign, two);
    await at('2009-11-01T08:00:00Z');
    await at('2009-11-04T11:00:00Z');
    expect(await told(far)).toEqual(['New hearing', 'In 7 days']);
    await at('2009-11-10T11:00:00Z');
    await at('2009-11-11T04:00:00Z');
    await at('2009-11-11T08:00:00Z');
    expect(await told(far)).toEqual(['New hearing', 'In 7 days', 'In 3 hours']);
    expect(await told(asCampaign)).toEqual(['New hearing', 'Tomorrow', 'Today']);
    expect(await told(onlyChanges)).toEqual(['New hearing']);
    await change(two, await hearing(), 1, { localTime: '10:30', localDate: '2009-11-12' });
    await at('2009-11-11T08:01:00Z');
    expect(await told(onlyChanges)).toEqual(['New hearing', 'Moved to a later time']);
  });

  test('that somebody chooses after the hearing was announced are planned, and not those that are past', async () => {
    const late = await follower();
    await announce(campaign, two);
    await at('2009-11-09T08:00:00Z');
    await setReminders(campaign.ctx, { subscriberId: late, leadTimes: ['7d', '3d', '3h'] });
    expect((await pendingCodes()).toSorted()).toEqual(['1d', '3h', 'morning']);
    await at('2009-11-10T11:00:00Z');
    await at('2009-11-11T04:00:00Z');
    await at('2009-11-11T08:00:00Z');
    expect(await told(late)).toEqual(['New hearing', 'In 3 hours']);
  });

  test('that one follower chose are planned for a case when they begin to follow it, and forgotten when they are gone', async () => {
    const [somebody] = await campaign.followers('en', 1, await campaign.addCase('another'));
    await setReminders(campaign.ctx, { subscriberId: somebody!, leadTimes: ['3h'] });
    await announce(campaign, two);
    expect(await pendingCodes()).not.toContain('3h');
    const choosing = await follower(['3h']);
    expect(await pendingCodes()).toContain('3h');
    await inTransaction(campaign.job, replanReminders);
    expect(await pendingCodes()).toContain('3h');
    await unfollowCase(campaign.ctx, { subscriberId: choosing, caseId: campaign.caseId });
    await inTransaction(campaign.job, replanReminders);
    expect(await pendingCodes()).not.toContain('3h');
    expect((await campaign.db.select().from(caseLeadTimes)).map(({ leadTime }) => leadTime)).toEqual(['3h']);
  });

  test('after an outage come once to each, the last of those that they want', async () => {
    const [asCampaign, far, both, none] = [
      await follower(),
      await follower(['7d']),
      await follower(['7d', '1d']),
      await follower([]),
    ];
    await announce(campaign, two);
    await at('2009-11-01T08:00:00Z');
    campaign.clock.set('2009-11-10T12:00:00Z');
    await campaign.dispatchAll();
    for (const one of [asCampaign, far, both]) expect(await told(one)).toEqual(['New hearing', 'Tomorrow']);
    expect(await told(none)).toEqual(['New hearing']);
    await sendAll();
    await at('2009-11-10T12:01:00Z');
    expect(await told(far)).toHaveLength(2);
  });

  test('that nobody wants any more reach nobody', async () => {
    const one = await follower(['7d']);
    await announce(campaign, two);
    await at('2009-11-01T08:00:00Z');
    await setReminders(campaign.ctx, { subscriberId: one, leadTimes: null });
    campaign.clock.set('2009-11-04T11:00:00Z');
    expect(await campaign.dispatchAll()).toEqual(['superseded']);
    expect(await told(one)).toEqual(['New hearing']);
  });

  test('take the place of an announcement that has not arrived, also for who wants no reminders', async () => {
    const none = await follower([]);
    await announce(campaign, two);
    await campaign.dispatchAll();
    campaign.clock.set('2009-11-10T11:00:00Z');
    await campaign.dispatchAll();
    expect(await told(none)).toEqual(['Tomorrow']);
  });
});

describe('whoever follows late', () => {
  test('is not told again what they were shown, and gets the reminders and what changes', async () => {
    const early = await follower();
    const hearingId = await announce(campaign, two);
    campaign.clock.advance({ seconds: 1 });
    const late = await follower();
    await campaign.dispatchAll();
    await sendAll();
    expect(await told(early)).toEqual(['New hearing']);
    expect(await told(late)).toEqual([]);
    campaign.clock.set('2009-11-10T11:00:10Z');
    const later = await follower();
    await at('2009-11-10T11:00:20Z');
    expect(await told(late)).toEqual(['Tomorrow']);
    expect(await told(later)).toEqual([]);
    await change(two, hearingId, 1, { localTime: '10:30' });
    await at('2009-11-10T12:00:00Z');
    expect(await told(later)).toEqual(['EARLIER']);
  });
});

describe('the day after a hearing', () => {
  const dayAfter = '2009-11-12T08:00:00Z';

  test('of which nothing is known, followers are told that, once, and when the next one is', async () => {
    const one = await follower([]);
    const hearingId = await announce(campaign, two);
    await announce(campaign, two, { localDate: '2009-12-01' });
    await at('2009-11-01T08:00:00Z');
    await change(two, hearingId, 1, { judge: 'A. Hüseynov' });
    await at('2009-11-12T07:59:59Z');
    expect(await told(one)).toHaveLength(2);
    await at(dayAfter);
    const word = (await plannedDeliveries(campaign)).at(-1)!;
    expect(word.text).toContain('No news yet: hearing in the case “The donkey bloggers”');
    expect(word.text).toContain('Its outcome is not known yet.');
    expect(word.text).toContain('Next hearing: Tuesday, 1 December 2009');
    expect(word.text).not.toContain('Decide for yourself');
    await at('2009-11-13T08:00:00Z');
    expect(await told(one)).toHaveLength(3);
  });

  test('also where somebody recorded that it was held, and not what came of it', async () => {
    const one = await follower([]);
    const hearingId = await announce(campaign, two);
    await at('2009-11-11T13:00:00Z');
    await change(two, hearingId, 1, { status: 'held' });
    await at(dayAfter);
    expect(await told(one)).toEqual(['No news yet']);
    await change(two, hearingId, 2, { status: 'held', outcome: { en: 'Guilty.' } });
    await at('2009-11-13T08:00:00Z');
    expect(await told(one)).toEqual(['No news yet', 'Outcome']);
  });

  test('with an outcome, or postponed, there is no such word', async () => {
    const one = await follower([]);
    const hearingId = await announce(campaign, two);
    await at('2009-11-11T13:00:00Z');
    await change(two, hearingId, 1, { status: 'held', outcome: { en: 'Guilty.' } });
    await at('2009-11-11T13:00:00Z');
    await at(dayAfter);
    expect(await told(one)).toEqual(['Outcome']);
    expect(await nextAlertDue(campaign.job)).toBeNull();
  });
});

async function hearing() {
  const [row] = await campaign.db.select().from(alerts).limit(1);
  return row!.hearingId!;
}

async function pendingCodes(): Promise<string[]> {
  const rows = await campaign.db
    .select()
    .from(alerts)
    .where(and(eq(alerts.kind, 'reminder'), eq(alerts.state, 'pending')));
  return rows.flatMap(({ leadTime }) => leadTime ?? []);
}
