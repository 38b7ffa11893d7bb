import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, cases, disagreements, events, persons, statements } from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import { type CaseId, newId, type PersonId } from '../../src/domain/ids.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';
import { limitToCases } from '../../src/services/staff/limit-to-cases.ts';
import { must } from '../helpers/must.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let coordinator: Client;

beforeAll(async () => {
  world = await apiWorld();
  coordinator = await world.client(await world.staff(['coordinator']));
});
afterAll(() => world.close());

const newCase = {
  slug: 'a-new-case',
  name: { en: 'The new case', az: 'Yeni iş' },
  summary: 'What it is about.',
  language: 'en',
  country: 'AZ',
  zone: 'asia/baku',
  persons: [
    { name: 'Emin Milli', note: 'a pen name' },
    { name: { en: 'Adnan Hajizade', az: 'Adnan Hacızadə' } },
  ],
};

describe('a case', () => {
  test('is opened by one person, everybody else on the staff is told by whom, and it waits for a second', async () => {
    const { id } = await world.staff(['lawyer'], { linked: true });
    const limited = await world.staff(['author'], { linked: true });
    must(await limitToCases(world.operator, { staffId: limited.id, caseIds: [world.caseId] }));
    await world.db.delete(calls);
    const opened = await coordinator.post('/cases', { ...newCase, slug: 'told-of' });
    expect(opened).toMatchObject({ status: 201, json: { asked: 1 } });
    const told = await world.db.delete(calls).returning();
    expect(told.map(({ staffId }) => staffId)).toEqual([id]);
    const [call] = told;
    expect(withoutIsolation(world.open(call!.sealedParams, binding.callParams(call!.id)))).toContain(
      'Staff coordinator opened the case “The new case”.',
    );
    const path = `/cases/${opened.read<{ id: string }>().id}`;
    expect((await coordinator.get(path)).json).toMatchObject({ awaitsSecondPerson: true });
    const agrees = (by: Client) => by.post(`${path}/agreements`);
    expect(await agrees(coordinator)).toMatchObject({ status: 403, json: { code: 'own-request' } });
    const elsewhere = await world.client(limited);
    expect((await agrees(elsewhere)).status).toBe(403);
    const other = await world.client(await world.staff(['approver']));
    expect(await agrees(other)).toMatchObject({ status: 201, json: { awaitsSecondPerson: false } });
    expect(await agrees(other)).toMatchObject({ status: 409, json: { code: 'request-lapsed' } });
    await world.db.delete(calls);
    // What was refused tells nobody.
    await coordinator.post('/cases', { ...newCase, slug: 'told-of' });
    expect(await world.db.$count(calls)).toBe(0);
  });

  test('is opened, and read with its persons in their order', async () => {
    const made = await coordinator.post('/cases', { ...newCase, slug: 'opened' });
    expect(made.status).toBe(201);
    const { id } = made.read<{ id: string }>();
    expect(made.headers.get('location')).toBe(`/api/admin/cases/${id}`);
    expect((await coordinator.get(`/cases/${id}`)).json).toMatchObject({
      slug: 'opened',
      name: { en: 'The new case', az: 'Yeni iş' },
      summary: { en: 'What it is about.' },
      zone: 'Asia/Baku',
      status: 'open',
      fictional: false,
      persons: [
        { name: { en: 'Emin Milli' }, note: 'a pen name' },
        { name: { en: 'Adnan Hajizade', az: 'Adnan Hacızadə' }, note: null },
      ],
      events: [],
      statements: [],
      hearings: [],
    });
    const listed = (await coordinator.get('/cases')).read<{ items: { slug: string }[] }>();
    expect(listed.items.map(({ slug }) => slug)).toContain('opened');
  });

  test('never gets a slug that another case has, also one that is closed or of another campaign', async () => {
    await world.db.update(cases).set({ status: 'closed' });
    await coordinator.post('/cases', { ...newCase, slug: 'donkey-bloggers-2' });
    const answer = await coordinator.post('/cases', { ...newCase, slug: 'donkey-bloggers' });
    expect(answer).toMatchObject({
      status: 409,
      json: {
        code: 'slug-taken',
        field: 'slug',
        detail: '"donkey-bloggers-3" is free.',
        remedy: expect.any(String),
      },
    });
  });

  test('is closed and opened again by a coordinator, and never deleted', async () => {
    const made = await coordinator.post('/cases', { ...newCase, slug: 'to-close' });
    const path = `/cases/${made.read<{ id: string }>().id}`;
    for (const status of ['closed', 'open'] as const) {
      expect((await coordinator.patch(path, { status })).json).toMatchObject({ slug: 'to-close', status });
      expect((await coordinator.get(path)).json).toMatchObject({ status });
    }
    const author = await world.client(await world.staff(['author']));
    expect((await author.patch(path, { status: 'closed' })).status).toBe(403);
    expect((await coordinator.patch(path, { status: 'gone' })).status).toBe(422);
    const nowhere = '/cases/018e0000-0000-7000-8000-000000000000';
    expect(await coordinator.patch(nowhere, { status: 'closed' })).toMatchObject({
      status: 404,
      json: { code: 'case-unknown' },
    });
  });

  test('is opened once when two people open it at the same moment', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => coordinator.post('/cases', { ...newCase, slug: 'at-once' })),
    );
    expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test.each([
    ['an emoji-only name', { name: '🫏🫏' }, 'name-unusable', 'name.en'],
    [
      'an emoji-only name of a person',
      { persons: [{ name: { az: '🫏' } }] },
      'name-unusable',
      'persons.0.name.az',
    ],
    ['no name', { name: {} }, 'name-unusable', 'name'],
    ['a zone that does not exist', { zone: 'Asia/Bakoo' }, 'zone-unknown', 'zone'],
    ['an underscore in its slug', { slug: 'staff_x' }, 'slug-unusable', 'slug'],
    ['capitals in its slug', { slug: 'Donkey' }, 'slug-unusable', 'slug'],
    ['a hyphen at the end of its slug', { slug: 'donkey-' }, 'slug-unusable', 'slug'],
    ['a slug of 49 characters', { slug: 'a'.repeat(49) }, 'slug-unusable', 'slug'],
  ])('is refused for %s', async (_, wrong, code, field) => {
    const before = await world.db.$count(cases);
    const answer = await coordinator.post('/cases', { ...newCase, ...wrong });
    expect(answer).toMatchObject({ status: 422, json: { code, field, remedy: expect.any(String) } });
    expect(await world.db.$count(cases)).toBe(before);
  });

  test('takes a slug of 48 characters', async () => {
    expect((await coordinator.post('/cases', { ...newCase, slug: 'a'.repeat(48) })).status).toBe(201);
  });

  test('tells what each source says where they disagree', async () => {
    const caseId = newId<CaseId>();
    const [eventId, statementId] = [randomUUID(), randomUUID()];
    const created = world.clock.now();
    await world.db.insert(cases).values({
      id: caseId,
      campaignId: world.campaignId,
      slug: 'disputed',
      name: { en: 'Disputed' },
      summary: { en: 'Disputed.' },
      country: 'AZ',
      zone: 'Asia/Baku',
      status: 'open',
      createdAt: created,
    });
    await world.db
      .insert(persons)
      .values({ id: newId<PersonId>(), caseId, position: 0, name: { en: 'Somebody' } });
    await world.db
      .insert(events)
      .values({ id: eventId, caseId, date: '2009-07-08', what: { en: 'Attacked.' }, sources: ['IRFS'] });
    await world.db
      .insert(statements)
      .values({ id: statementId, caseId, date: '2009-09', who: 'OSCE', sources: ['RFE/RL'] });
    const differing = { caseId, subjectType: 'event', subjectId: eventId, field: 'time' } as const;
    await world.db.insert(disagreements).values([
      { ...differing, id: randomUUID(), value: '20:00', source: 'IRFS' },
      { ...differing, id: randomUUID(), value: 'early hours', source: 'Global Voices' },
    ]);
    const read = await coordinator.get(`/cases/${caseId}`);
    expect(read.json).toMatchObject({
      events: [
        {
          date: '2009-07-08',
          disagreements: expect.arrayContaining([
            { field: 'time', value: '20:00', source: 'IRFS' },
            { field: 'time', value: 'early hours', source: 'Global Voices' },
          ]),
        },
      ],
      statements: [{ date: '2009-09', who: 'OSCE', disagreements: [] }],
    });
  });

  test('of nobody is a problem', async () => {
    const id = '018e0000-0000-7000-8000-000000000000';
    expect(await coordinator.get(`/cases/${id}`)).toMatchObject({
      status: 404,
      json: { code: 'case-unknown' },
    });
    expect(await coordinator.get(`/cases/${id}/hearings`)).toMatchObject({ status: 404 });
  });
});
