import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { provenZones } from '../../../bench/support/time-proof.ts';
import {
  changesOf,
  dateOf,
  type OracleHearing,
  reminderDue,
  wallAt,
} from '../../../bench/support/zone-oracle.ts';
import { alerts, hearingRevisions } from '../../../src/db/schema/index.ts';
import type { HearingId } from '../../../src/domain/ids.ts';
import { SYSTEM_ZONE_RULES, type ZoneRules } from '../../../src/domain/zone.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { replanReminders } from '../../../src/services/alerts/replan.ts';
import { inTransaction } from '../../../src/services/context.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { announce, type Pair, pair } from '../../helpers/hearing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const leadTimes = ['1d', 'morning'] as const;

let campaign: TestCampaign;
let two: Pair;

beforeAll(async () => {
  campaign = await testCampaign({ at: '2012-12-01T00:00:00Z', leadTimes });
  two = await pair(campaign);
});
afterAll(() => campaign.close());
afterEach(async () => {
  await campaign.db.update(alerts).set({ state: 'superseded' }).where(eq(alerts.state, 'pending'));
});

/** The reminders that have gone out, as "hearing lead time". */
async function reminded(): Promise<string[]> {
  const rows = await campaign.db
    .select({ hearingId: alerts.hearingId, leadTime: alerts.leadTime })
    .from(alerts)
    .where(and(eq(alerts.kind, 'reminder'), eq(alerts.state, 'dispatched')));
  return rows.map(({ hearingId, leadTime }) => `${hearingId} ${leadTime}`).toSorted();
}

async function lookAt(ms: number): Promise<string[]> {
  campaign.clock.set(Temporal.Instant.fromEpochMilliseconds(ms));
  while ((await dispatchNextAlert(campaign.job)) !== null);
  return reminded();
}

describe('with the machine’s clock set back and forward by an hour and by a day', () => {
  test('every reminder around a change of the clocks in twenty zones goes at its instant, once, and none before', async () => {
    const dues: { readonly what: string; readonly at: number }[] = [];
    for (const zone of provenZones) {
      // The day after its first change from 2013 on; a zone without one in some years is as good.
      const change = changesOf(zone, Date.UTC(2013, 0, 1), Date.UTC(2016, 0, 1))[0] ?? Date.UTC(2013, 5, 1);
      const day = Math.floor(wallAt(zone, change) / DAY) * DAY + DAY;
      const hearing: OracleHearing = { zone, day, time: 10.5 * HOUR };
      const hearingId = await announce(campaign, two, {
        zone,
        localDate: dateOf(day),
        localTime: '10:30',
        checkedOn: '2012-12-01',
      });
      for (const leadTime of leadTimes) {
        const at = reminderDue(hearing, leadTime) ?? 0;
        dues.push({ what: `${hearingId} ${leadTime}`, at });
      }
    }
    dues.sort((a, b) => a.at - b.at);
    let looked = 0;
    for (const at of new Set(dues.map((due) => due.at))) {
      const before = dues.filter((due) => due.at < at).map(({ what }) => what);
      const upTo = dues.filter((due) => due.at <= at).map(({ what }) => what);
      for (const shift of [-1, -HOUR, -DAY]) expect(await lookAt(at + shift)).toEqual(before.toSorted());
      for (const shift of [0, -HOUR, -DAY]) expect(await lookAt(at + shift)).toEqual(upTo.toSorted());
      looked += 6;
    }
    console.log(JSON.stringify({ zones: provenZones.length, reminders: dues.length, looks: looked }));
  });

  test('what a jump forward passes over goes late while it is of use, and else not at all', async () => {
    const begin = Date.UTC(2016, 2, 26, 12);
    campaign.clock.set(Temporal.Instant.fromEpochMilliseconds(begin));
    const known = await reminded();
    const hearing = (localDate: string) =>
      announce(campaign, two, {
        zone: 'Europe/London',
        localDate,
        localTime: '10:30',
        checkedOn: '2016-03-26',
      });
    // The clocks go forward on the 27th: the first is due at 10:30 UTC, and begins at 09:30 UTC the day after.
    const passed = await hearing('2016-03-28');
    const late = await hearing('2016-03-29');
    const only = (rows: string[]) => rows.filter((row) => !known.includes(row));
    expect(only(await lookAt(begin))).toEqual([]);
    expect(only(await lookAt(begin + HOUR))).toEqual([]);
    // A day and an hour further than the start of the first, and past the first reminder of the second.
    expect(only(await lookAt(Date.UTC(2016, 2, 28, 9, 30)))).toEqual([`${late} 1d`]);
    expect(only(await lookAt(begin))).toEqual([`${late} 1d`]);
    const states = await campaign.db
      .select({ state: alerts.state })
      .from(alerts)
      .where(and(eq(alerts.hearingId, passed), eq(alerts.kind, 'reminder')));
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['expired']));
  });
});

describe('when a country changes its summer time', () => {
  /** As it would be if Azerbaijan brought summer time back in 2017: its clocks an hour ahead from 26 March on. */
  const newRules: ZoneRules = {
    find: SYSTEM_ZONE_RULES.find,
    offsetAt: (zone, at) =>
      zone === 'Asia/Baku' && Temporal.Instant.compare(at, Temporal.Instant.from('2017-03-25T22:00:00Z')) >= 0
        ? 5 * 3600
        : SYSTEM_ZONE_RULES.offsetAt(zone, at),
  };

  async function measured(hearingId: HearingId) {
    const dues = await campaign.db
      .select({ leadTime: alerts.leadTime, dueAt: alerts.dueAt, notAfter: alerts.notAfter })
      .from(alerts)
      .where(and(eq(alerts.hearingId, hearingId), inArray(alerts.kind, ['reminder'])))
      .orderBy(alerts.dueAt);
    const [revision] = await campaign.db
      .select()
      .from(hearingRevisions)
      .where(eq(hearingRevisions.hearingId, hearingId));
    return {
      wall: `${revision?.localDate} ${revision?.localTime}`,
      startsAt: revision?.startsAt?.toString(),
      dues: dues.map(({ leadTime, dueAt, notAfter }) => `${leadTime} ${dueAt} ${notAfter}`),
    };
  }

  test('future hearings keep their hour on the wall, and their instants and alerts move', async () => {
    campaign.clock.set('2017-03-01T00:00:00Z');
    const baku = await announce(campaign, two, {
      localDate: '2017-04-03',
      localTime: '10:30',
      checkedOn: '2017-03-01',
    });
    const inTheGap = await announce(campaign, two, {
      localDate: '2017-03-26',
      localTime: '02:30',
      checkedOn: '2017-03-01',
    });
    const tokyo = await announce(campaign, two, {
      zone: 'Asia/Tokyo',
      localDate: '2017-04-03',
      localTime: '10:30',
      checkedOn: '2017-03-01',
    });
    expect(await measured(baku)).toEqual({
      wall: '2017-04-03 10:30',
      startsAt: '2017-04-03T06:30:00Z',
      dues: [
        '1d 2017-04-02T06:30:00Z 2017-04-03T06:30:00Z',
        'morning 2017-04-03T04:00:00Z 2017-04-03T06:30:00Z',
      ],
    });
    const elsewhere = await measured(tokyo);
    // Two reminders of the hearing in Baku, and of the one in the gap only when they are of no use any more.
    expect(await inTransaction(campaign.job, (tx) => replanReminders(tx, newRules))).toBeGreaterThanOrEqual(
      2,
    );
    expect(await measured(baku)).toEqual({
      wall: '2017-04-03 10:30',
      startsAt: '2017-04-03T05:30:00Z',
      dues: [
        '1d 2017-04-02T05:30:00Z 2017-04-03T05:30:00Z',
        'morning 2017-04-03T03:00:00Z 2017-04-03T05:30:00Z',
      ],
    });
    // The clocks now jump over its hour: it counts from right after the gap, and is still at 02:30 for the court.
    expect(await measured(inTheGap)).toMatchObject({
      wall: '2017-03-26 02:30',
      startsAt: '2017-03-25T22:00:00Z',
    });
    expect(await measured(tokyo)).toEqual(elsewhere);
    expect(await inTransaction(campaign.job, (tx) => replanReminders(tx, newRules))).toBe(0);
    await inTransaction(campaign.job, (tx) => replanReminders(tx));
    expect((await measured(baku)).startsAt).toBe('2017-04-03T06:30:00Z');
  });
});
