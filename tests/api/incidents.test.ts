import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dispatchNextAlert } from '../../src/services/alerts/dispatch.ts';
import { plannedDeliveries } from '../helpers/deliveries.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let lawyer: Client;
let coordinator: Client;

beforeEach(async () => {
  world = await apiWorld({ at: '2009-07-08T18:00:00Z' });
  lawyer = await world.client(await world.staff(['lawyer']));
  coordinator = await world.client(await world.staff(['coordinator'], { linked: true }));
  await world.followers('en', 1);
});
afterEach(() => world.close());

const arrest = {
  language: 'en',
  kind: 'arrest',
  date: '2009-07-08',
  time: '22:00',
  zone: 'Asia/Baku',
  place: 'a café in Baku',
  what: 'Two men were taken away.',
  personIds: [],
  certainty: 'reported',
  sources: ['IRFS'],
};

/** A case whose one person is a minor. */
async function caseOfMinor(): Promise<{ caseId: string; personId: string }> {
  const opened = await coordinator.post('/cases', {
    slug: 'the-pupil',
    language: 'en',
    name: 'The pupil',
    summary: 'A pupil is on trial.',
    country: 'AZ',
    zone: 'Asia/Baku',
    persons: [{ name: 'Leyla Aliyeva', shownAs: 'minor' }],
  });
  const { id: caseId } = opened.read<{ id: string }>();
  const { persons } = (await lawyer.get(`/cases/${caseId}`)).read<{
    persons: { id: string; shownAs: string }[];
  }>();
  expect(persons).toMatchObject([{ shownAs: 'minor' }]);
  return { caseId, personId: persons[0]!.id };
}

describe('over HTTP', () => {
  test('an incident is recorded, approved by another, told, changed, and stands on the case’s record', async () => {
    const recorded = await lawyer.post(`/cases/${world.caseId}/incidents`, arrest);
    expect(recorded).toMatchObject({ status: 201, json: { revision: 1, asked: 1 } });
    const { incidentId } = recorded.read<{ incidentId: string }>();
    expect(recorded.headers.get('location')).toBe(`/api/admin/incidents/${incidentId}`);
    const decide = (by: Client, revision: number) =>
      by.post(`/incidents/${incidentId}/revisions/${revision}/approvals`, { decision: 'approved' });
    expect(await decide(lawyer, 1)).toMatchObject({ status: 403, json: { code: 'own-text' } });
    expect(await decide(coordinator, 1)).toMatchObject({ status: 201, json: { state: 'in_effect' } });
    await dispatchNextAlert(world.job);
    expect((await plannedDeliveries(world))[0]?.text).toContain('Two men were taken away.');

    const revised = await lawyer.post(`/incidents/${incidentId}/revisions`, {
      ...arrest,
      basedOn: 1,
      time: null,
      bystanders: { minor: 1 },
    });
    expect(revised).toMatchObject({ status: 201, json: { revision: 2 } });
    expect((await lawyer.get(`/cases/${world.caseId}/incidents`)).json).toMatchObject({
      items: [
        {
          inEffect: { revision: 1, time: '22:00', happenedAt: '2009-07-08T17:00:00Z' },
          inReview: { amendment: 'corrects', bystanders: { minor: 1 }, happenedAt: null },
        },
      ],
    });
    expect((await lawyer.get(`/incidents/${incidentId}`)).json).toMatchObject({
      revisions: [{ state: 'in_effect' }, { state: 'in_review' }],
    });
    expect((await lawyer.get(`/cases/${world.caseId}`)).json).toMatchObject({
      incidents: [{ id: incidentId, inEffect: { kind: 'arrest' } }],
    });
  });

  test('consent is recorded and withdrawn; what lacks it is refused with the reason', async () => {
    const { caseId, personId } = await caseOfMinor();
    const health = { ...arrest, kind: 'health', personIds: [personId], what: 'She is ill.' };
    const record = () => lawyer.post(`/cases/${caseId}/incidents`, health);
    expect(await record()).toMatchObject({
      status: 422,
      json: { code: 'consent-missing', field: 'discloses', detail: expect.stringContaining(personId) },
    });
    const consent = { personId, covers: 'health', givenBy: 'family' };
    const given = await lawyer.post(`/cases/${caseId}/consents`, consent);
    expect(given.status).toBe(201);
    expect(await lawyer.post(`/cases/${caseId}/consents`, consent)).toMatchObject({
      status: 409,
      json: { code: 'consent-stands' },
    });
    expect(await record()).toMatchObject({ status: 201 });
    const { id } = given.read<{ id: string }>();
    expect(await lawyer.post(`/consents/${id}/withdrawals`)).toMatchObject({
      status: 201,
      json: { revisions: 1 },
    });
    expect(await lawyer.post(`/consents/${id}/withdrawals`)).toMatchObject({ status: 409 });
    expect((await lawyer.get(`/cases/${caseId}/consents`)).json).toMatchObject({
      items: [{ covers: 'health', givenBy: 'family', withdrawnAt: '2009-07-08T18:00:00Z' }],
    });
    expect(await record()).toMatchObject({ status: 422, json: { code: 'consent-missing' } });
  });

  test('whoever appears by role is named neither by an incident nor by the case', async () => {
    const { caseId } = await caseOfMinor();
    const named = { ...arrest, what: { en: 'A girl.', az: 'Leyla aparılıb.' } };
    expect(await lawyer.post(`/cases/${caseId}/incidents`, named)).toMatchObject({
      status: 422,
      json: { code: 'name-protected', field: 'what' },
    });
    const opened = await coordinator.post('/cases', {
      slug: 'leyla',
      language: 'en',
      name: 'Leyla Aliyeva',
      summary: 'A pupil is on trial.',
      country: 'AZ',
      zone: 'Asia/Baku',
      persons: [{ name: 'Leyla Aliyeva', shownAs: 'minor' }],
    });
    expect(opened).toMatchObject({ status: 422, json: { code: 'name-protected', field: 'slug' } });
    const renamed = await coordinator.post('/cases', {
      slug: 'a-pupil',
      language: 'en',
      name: 'Leyla Aliyeva',
      summary: 'A pupil is on trial.',
      country: 'AZ',
      zone: 'Asia/Baku',
      persons: [{ name: 'Leyla Aliyeva', shownAs: 'minor' }],
    });
    expect(renamed).toMatchObject({ status: 422, json: { code: 'name-protected', field: 'name' } });
  });

  test('every fault of the form is named at once', async () => {
    const answer = await lawyer.post(`/cases/${world.caseId}/incidents`, {
      ...arrest,
      kind: 'quarrel',
      bystanders: { minor: 0, police: 2 },
      discloses: ['gossip'],
      personIds: ['somebody'],
      sources: [''],
    });
    const fields = answer.read<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
    expect(fields.toSorted()).toEqual([
      'bystanders.minor',
      'bystanders.police',
      'discloses.0',
      'kind',
      'personIds.0',
      'sources.0',
    ]);
  });
});
