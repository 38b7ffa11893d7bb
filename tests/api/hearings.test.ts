import { and, asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { alerts, persons } from '../../src/db/schema/index.ts';
import { type HearingId, newId, type PersonId } from '../../src/domain/ids.ts';
import { plannedDeliveries } from '../helpers/deliveries.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

/** The verdict as it was first announced. */
const verdict = {
  date: '2009-11-11',
  time: '15:00',
  zone: 'Asia/Baku',
  kind: 'verdict',
  court: { en: 'Sabail District Court, Baku', az: 'Səbail rayon məhkəməsi, Bakı' },
  room: '5',
  openness: 'open',
  sources: ['RFE/RL'],
  checkedOn: '2009-11-09',
};

interface Recorded {
  readonly hearingId: HearingId;
  readonly revision: number;
  readonly asked: number;
}

async function record(world: ApiWorld, by: Client, facts: object = verdict): Promise<Recorded> {
  const answer = await by.post(`/cases/${world.caseId}/hearings`, facts);
  expect(answer.status).toBe(201);
  return answer.read<Recorded>();
}

async function approve(by: Client, { hearingId, revision }: Recorded): Promise<void> {
  const answer = await by.post(`/hearings/${hearingId}/revisions/${revision}/approvals`, {
    decision: 'approved',
  });
  expect(answer).toMatchObject({ status: 201, json: { state: 'in_effect' } });
}

async function revise(by: Client, { hearingId, revision }: Recorded, facts: object): Promise<Recorded> {
  const answer = await by.post(`/hearings/${hearingId}/revisions`, { basedOn: revision, ...facts });
  expect(answer.status).toBe(201);
  return answer.read<Recorded>();
}

describe('the life of a hearing over HTTP', () => {
  let world: ApiWorld;
  let lawyer: Client;
  let coordinator: Client;

  beforeEach(async () => {
    world = await apiWorld({ at: '2009-11-09T08:00:00Z' });
    lawyer = await world.client(await world.staff(['lawyer']));
    coordinator = await world.client(await world.staff(['coordinator'], { linked: true }));
    await world.followers('az', 1);
    await world.followers('en', 1);
  });
  afterEach(() => world.close());

  async function textsSince(before: number, reader: string): Promise<string[]> {
    const all = await plannedDeliveries(world);
    return all
      .filter((delivery) => delivery.reader === reader)
      .map(({ text }) => text)
      .slice(before);
  }

  test('is announced once a second person has approved it, and not before', async () => {
    const recorded = await record(world, lawyer);
    expect(recorded).toMatchObject({ revision: 1, asked: 1 });
    expect(await world.dispatchAll()).toEqual([]);
    expect(
      await lawyer.post(`/hearings/${recorded.hearingId}/revisions/1/approvals`, { decision: 'approved' }),
    ).toMatchObject({ status: 403, json: { code: 'own-text' } });

    await approve(coordinator, recorded);
    expect(await world.dispatchAll()).toEqual(['dispatched']);
    const [text] = await textsSince(0, 'en');
    expect(text).toContain('15:00');
    expect(text).toContain('11:00');
    expect(text).toContain('Sabail District Court, Baku');
    expect(await textsSince(0, 'az')).toEqual([expect.stringContaining('Səbail rayon məhkəməsi')]);
    expect((await lawyer.get(`/hearings/${recorded.hearingId}`)).json).toMatchObject({
      revisions: [
        {
          revision: 1,
          state: 'in_effect',
          date: '2009-11-11',
          time: '15:00',
          startsAt: '2009-11-11T11:00:00Z',
        },
      ],
    });
  });

  test('has rulings, an adjournment and differing sources, which come back as they were sent', async () => {
    world.clock.set('2009-11-11T13:00:00Z');
    const personId = newId<PersonId>();
    await world.db
      .insert(persons)
      .values({ id: personId, caseId: world.caseId, position: 0, name: { en: 'A. B.' } });
    const facts = {
      ...verdict,
      language: 'en',
      status: 'held',
      decided: [
        { personId, charge: 'hooliganism', ruling: 'convicted', penalty: { kind: 'prison', years: 2 } },
      ],
      adjourned: { next: { date: '2010-01-08', kind: 'appeal' } },
      disagreements: [{ field: 'time', value: '14:00', source: 'IRFS' }],
    };
    const recorded = await record(world, lawyer, facts);
    await approve(coordinator, recorded);
    expect((await lawyer.get(`/cases/${world.caseId}/hearings`)).json).toMatchObject({
      items: [
        {
          inEffect: {
            decided: [
              {
                personId,
                charge: { en: 'hooliganism' },
                ruling: 'convicted',
                penalty: { kind: 'prison', years: 2, months: 0, days: 0, amount: null },
                note: null,
              },
            ],
            adjourned: {
              next: { date: '2010-01-08', time: null, kind: 'appeal', court: verdict.court, room: '5' },
            },
            disagreements: facts.disagreements,
          },
        },
        { inEffect: { date: '2010-01-08', status: 'scheduled', kind: 'appeal' } },
      ],
    });
    const wrong = { ...facts, status: 'scheduled', date: '2009-11-12' };
    expect(await lawyer.post(`/cases/${world.caseId}/hearings`, wrong)).toMatchObject({
      status: 422,
      json: { code: 'result-not-held' },
    });
  });

  test('is moved earlier overnight: everyone is told at once, in the louder words, and reminded of the new hour', async () => {
    const first = await record(world, lawyer);
    await approve(coordinator, first);
    await world.dispatchAll();
    world.clock.set('2009-11-10T21:40:00Z');
    expect(await world.dispatchAll()).toEqual(['dispatched']);

    const moved = await revise(lawyer, first, { ...verdict, time: '10:30', sources: ['the lawyer'] });
    expect(await world.dispatchAll()).toEqual([]);
    await approve(coordinator, moved);
    expect(await world.dispatchAll()).toEqual(['dispatched']);
    const texts = await textsSince(0, 'en');
    expect(texts).toHaveLength(3);
    expect(texts[2]).toContain('EARLIER: 10:30 instead of 15:00');
    const urgent = (await plannedDeliveries(world)).filter(({ text }) => text === texts[2]);
    expect(urgent[0]?.priority).toBe(10);

    // 08:00 in Baku.
    world.clock.set('2009-11-11T04:00:00Z');
    await world.dispatchAll();
    const morning = (await textsSince(3, 'en')).join();
    expect(morning).toContain('10:30');
    expect(morning).not.toContain('15:00');
    // When the old reminder of the morning would have been due again, nothing is left to be sent.
    world.clock.set('2009-11-11T11:00:00Z');
    expect(await world.dispatchAll()).toEqual([]);
  });

  test('is cancelled: followers are told, and reminded no more', async () => {
    const first = await record(world, lawyer);
    await approve(coordinator, first);
    await world.dispatchAll();
    await approve(coordinator, await revise(lawyer, first, { ...verdict, status: 'cancelled' }));
    expect(await world.dispatchAll()).toEqual(['dispatched']);
    world.clock.set('2009-11-11T11:00:00Z');
    expect(await world.dispatchAll()).toEqual([]);
    const kinds = await world.db
      .select({ kind: alerts.kind, state: alerts.state })
      .from(alerts)
      .where(eq(alerts.hearingId, first.hearingId))
      .orderBy(asc(alerts.revision), asc(alerts.dueAt));
    expect(kinds).toEqual([
      { kind: 'announced', state: 'dispatched' },
      { kind: 'reminder', state: 'superseded' },
      { kind: 'reminder', state: 'superseded' },
      { kind: 'no_outcome', state: 'superseded' },
      { kind: 'cancelled', state: 'dispatched' },
    ]);
  });

  test('is held: its outcome is told in the words it was written in', async () => {
    const first = await record(world, lawyer);
    await approve(coordinator, first);
    await world.dispatchAll();
    world.clock.set('2009-11-11T12:00:00Z');
    await world.dispatchAll();
    const before = (await textsSince(0, 'az')).length;
    const held = await revise(lawyer, first, {
      ...verdict,
      status: 'held',
      language: 'en',
      outcome: 'Two and two and a half years in prison.',
    });
    await approve(coordinator, held);
    expect(await world.dispatchAll()).toEqual(['dispatched']);
    expect((await textsSince(before, 'az')).join()).toContain('Two and two and a half years in prison.');
  });

  test('a change based on an old revision is refused; a rejected one changes nothing', async () => {
    const first = await record(world, lawyer);
    await approve(coordinator, first);
    await world.dispatchAll();
    const second = await revise(lawyer, first, { ...verdict, room: '6' });
    expect(
      await lawyer.post(`/hearings/${first.hearingId}/revisions`, { basedOn: 1, ...verdict, room: '7' }),
    ).toMatchObject({ status: 409, json: { code: 'changed-since', detail: 'The newest revision is 2.' } });
    const rejected = await coordinator.post(`/hearings/${first.hearingId}/revisions/2/approvals`, {
      decision: 'rejected',
    });
    expect(rejected.json).toMatchObject({ state: 'rejected' });
    expect(second.revision).toBe(2);
    expect(await world.dispatchAll()).toEqual([]);
    expect((await lawyer.get(`/cases/${world.caseId}/hearings`)).json).toMatchObject({
      items: [{ inEffect: { revision: 1, room: '5' }, inReview: null }],
    });
  });

  test('new lead times count for the hearings that are ahead', async () => {
    await approve(coordinator, await record(world, lawyer));
    await world.dispatchAll();
    const changed = await coordinator.patch('/campaign', { leadTimes: ['3h', 'morning'] });
    expect(changed.json).toMatchObject({ leadTimes: ['3h', 'morning'] });
    const pending = await world.db
      .select({ leadTime: alerts.leadTime, dueAt: alerts.dueAt })
      .from(alerts)
      .where(and(eq(alerts.state, 'pending'), eq(alerts.kind, 'reminder')))
      .orderBy(asc(alerts.dueAt));
    expect(pending.map(({ leadTime, dueAt }) => `${leadTime} ${dueAt}`)).toEqual([
      'morning 2009-11-11T04:00:00Z',
      '3h 2009-11-11T08:00:00Z',
    ]);
  });
});

describe('a hearing is refused, with the reason,', () => {
  let world: ApiWorld;
  let lawyer: Client;

  beforeAll(async () => {
    world = await apiWorld({ at: '2009-11-09T08:00:00Z' });
    lawyer = await world.client(await world.staff(['lawyer']));
  });
  afterAll(() => world.close());

  test.each([
    ['a zone that does not exist', { zone: 'Asia/Bakuu' }, 'zone-unknown', 'zone', /tz database/],
    ['an offset instead of a zone', { zone: '+04:00' }, 'zone-unknown', 'zone', /Asia\/Baku/],
    [
      'a time in the gap of summer time',
      { date: '2010-03-28', time: '04:30' },
      'time-does-not-exist',
      'time',
      /2010-03-28T03:59 and 2010-03-28T05:00/,
    ],
    ['the past', { date: '2009-11-08' }, 'hearing-past', 'date', /record a past hearing as held/],
    ['a day that does not exist', { date: '2009-11-31' }, 'date-malformed', 'date', /day exists/],
    ['an hour that does not exist', { time: '25:00' }, 'date-malformed', 'time', /00:00 to 23:59/],
    ['no date', { date: null, time: null }, 'date-missing', 'date', /postponed/],
    ['no source', { sources: [] }, 'source-missing', 'sources', /who/],
    ['no court', { court: {} }, 'court-missing', 'court', /court/],
  ])('for %s', async (_, wrong, code, field, remedy) => {
    const answer = await lawyer.post(`/cases/${world.caseId}/hearings`, { ...verdict, ...wrong });
    expect(answer).toMatchObject({
      status: 422,
      json: { code, field, remedy: expect.stringMatching(remedy) },
    });
  });

  test('and every fault of its form at once', async () => {
    const { kind: _, ...rest } = verdict;
    const answer = await lawyer.post(`/cases/${world.caseId}/hearings`, {
      ...rest,
      checkedOn: '2009-02-30',
      court: { en: 'Co\u0000urt', xx: '?' },
      room: '\u202e5',
      sources: ['', 'IRFS'],
      start: 'now',
    });
    expect(answer).toMatchObject({ status: 422, json: { code: 'input-invalid' } });
    const fields = answer.read<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
    expect(fields.toSorted()).toEqual([
      'checkedOn',
      'court.en',
      'court.xx',
      'kind',
      'room',
      'sources.0',
      'start',
    ]);
  });
});
