import { and, eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  alerts,
  broadcasts,
  calls,
  campaigns,
  consents,
  incidentRevisions,
  persons,
  subscribers,
} from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import { type CaseFile, parseCaseFile } from '../../../src/domain/case-file.ts';
import { newId, type PersonId } from '../../../src/domain/ids.ts';
import type { IncidentFacts } from '../../../src/domain/incident.ts';
import type { ShownAs } from '../../../src/domain/words.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { tellOfExpired } from '../../../src/services/alerts/tell-expired.ts';
import { closeCase } from '../../../src/services/cases/close.ts';
import { importCase } from '../../../src/services/cases/import.ts';
import { recordEvent } from '../../../src/services/cases/record-event.ts';
import { recordConsent } from '../../../src/services/consents/record.ts';
import { withdrawConsent } from '../../../src/services/consents/withdraw.ts';
import { recordHearing } from '../../../src/services/hearings/record.ts';
import { reviewFacts } from '../../../src/services/hearings/review.ts';
import { decideIncident } from '../../../src/services/incidents/decide.ts';
import { listIncidents } from '../../../src/services/incidents/list.ts';
import { recordIncident } from '../../../src/services/incidents/record.ts';
import { reviewIncident } from '../../../src/services/incidents/review.ts';
import { reviseIncident } from '../../../src/services/incidents/revise.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { readContent } from '../../../src/services/subscribers/read-content.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { plannedDeliveries } from '../../helpers/deliveries.ts';
import { announce, type Pair, pair, verdictFacts } from '../../helpers/hearing.ts';
import { amend, arrestFacts, happens } from '../../helpers/incident.ts';

let campaign: TestCampaign;
let two: Pair;

beforeEach(async () => {
  // An hour after it happened, at eleven at night in Baku.
  campaign = await testCampaign({ at: '2009-07-08T18:00:00Z' });
  two = await pair(campaign);
});
afterEach(() => campaign.close());

/** What was planned so far for readers of one language, oldest first. */
async function told(reader = 'en'): Promise<string[]> {
  await campaign.dispatchAll();
  const all = await plannedDeliveries(campaign);
  return all.filter((delivery) => delivery.reader === reader).map(({ text }) => text);
}

async function addPerson(name: string, shownAs: ShownAs = 'name'): Promise<PersonId> {
  const id = newId<PersonId>();
  const position = await campaign.db.$count(persons);
  await campaign.db
    .insert(persons)
    .values({ id, caseId: campaign.caseId, position, name: { en: name }, shownAs });
  return id;
}

const record = (facts: Partial<IncidentFacts>) =>
  recordIncident(two.recorder.ctx, { caseId: campaign.caseId, facts: { ...arrestFacts, ...facts } });

const fileEvent = { date: '2009-07-08', what: { en: 'They are detained.' }, sources: ['a newspaper'] };
const fileHearing = {
  date: '2009-07-06',
  kind: 'detention',
  court: { en: 'Sabail District Court' },
  sources: ['a newspaper'],
};
const differing = { field: 'room', value: '3', source: 'another newspaper' };

function caseFileOf(part: object): CaseFile {
  const whole = {
    slug: 'from-a-file',
    name: { en: 'A case' },
    summary: { en: 'What it is about.' },
    country: 'AZ',
    zone: 'Asia/Baku',
    ...part,
  };
  const parsed = parseCaseFile(whole);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.file;
}

async function consentOf(personId: PersonId, covers: 'health' | 'torture' = 'health') {
  const given = await recordConsent(two.recorder.ctx, {
    caseId: campaign.caseId,
    personId,
    covers,
    givenBy: 'family',
  });
  if (!given.ok) throw new Error(given.refusal.code);
  return given.value.consentId;
}

describe('an incident', () => {
  test('is told once a second person has approved it, in each reader’s language, with how sure it is', async () => {
    await campaign.followers('en', 1);
    await campaign.followers('az', 1);
    const recorded = await record({});
    if (!recorded.ok) throw new Error(recorded.refusal.code);
    const { incidentId } = recorded.value;
    expect(await campaign.dispatchAll()).toEqual([]);
    const decide = (by: Pair['recorder']) =>
      decideIncident(by.ctx, { incidentId, revision: 1, decision: 'approved' });
    expect(await decide(two.recorder)).toMatchObject({ refusal: { code: 'own-text' } });
    expect(await decide(two.decider)).toMatchObject({ ok: true });
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    const [english] = await told();
    expect(english?.split('\n')[0]).toBe('Arrest: The donkey bloggers');
    for (const words of ['Reported by IRFS', 'Two men were taken away', '22:00', 'a café in Baku']) {
      expect(english).toContain(words);
    }
    expect((await told('az'))[0]).toContain('İki nəfəri polis aparıb.');
    expect(await decide(two.decider)).toMatchObject({ refusal: { code: 'already-decided' } });
  });

  test('that is alleged says so, and one that is only known by its day names no hour', async () => {
    await campaign.followers('en', 1);
    await happens(campaign, two, { certainty: 'alleged', localTime: null });
    const [text] = await told();
    expect(text).toContain('Alleged, not confirmed. Source: IRFS');
    expect(text).toContain('When: Wednesday, 8 July 2009\n');
    expect(text).not.toContain('UTC');
  });

  test('whose new revision tells nothing new is not asked about as something that is told', async () => {
    const incidentId = await happens(campaign, two);
    await told();
    const asked = async (revision: number, facts: Partial<IncidentFacts>) => {
      const changed = { ...arrestFacts, amendment: 'adds', ...facts } as const;
      const basedOn = revision - 1;
      expect(await reviseIncident(two.recorder.ctx, { incidentId, basedOn, facts: changed })).toMatchObject({
        ok: true,
      });
      return (await reviewIncident(two.decider.ctx, { incidentId, revision, language: 'en' }))?.rendered.text;
    };
    expect(await asked(2, { sources: ['IRFS', 'Turan'] })).toContain('nobody is told of it.');
    expect(await asked(3, { certainty: 'established' })).toContain('followers are told at once');
  });

  test('that is an arrest now passes quiet hours and goes first; an old one, or a release, waits', async () => {
    await campaign.db.update(campaigns).set({ quietHours: '22-08' });
    await campaign.followers('en', 1);
    await happens(campaign, two);
    await happens(campaign, two, { kind: 'release' });
    await happens(campaign, two, { localDate: '2009-07-06' });
    await campaign.dispatchAll();
    const rows = await campaign.db.execute<{ priority: number; waits: boolean }>(sql`
      select b.priority, d.due_at > b.created_at as waits
      from deliveries d join broadcasts b on b.id = d.broadcast_id order by b.id`);
    expect([...rows]).toEqual([
      { priority: 20, waits: false },
      { priority: 40, waits: true },
      { priority: 40, waits: true },
    ]);
  });

  test('is told to a discreet reader by the neutral notice only', async () => {
    await campaign.followers('en', 1);
    await campaign.db.update(subscribers).set({ discreet: true });
    await happens(campaign, two);
    expect(await told()).toEqual(['Update available']);
  });

  test('goes once to each follower, however often one looks', async () => {
    await campaign.followers('en', 2);
    await happens(campaign, two);
    const taken = await Promise.all([1, 2, 3].map(() => dispatchNextAlert(campaign.job)));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await told()).toHaveLength(2);
    expect(await told()).toHaveLength(2);
  });

  test('that comes too late to be news expires, and staff are told', async () => {
    await campaign.followers('en', 1);
    const approver = await campaign.staff(['approver'], { linked: true });
    await happens(campaign, two);
    campaign.clock.advance({ hours: 168 });
    expect(await campaign.dispatchAll()).toEqual(['expired']);
    expect(await tellOfExpired(campaign.job)).toBe(1);
    expect(await told()).toEqual([]);
    const rows = await campaign.db
      .select()
      .from(calls)
      .where(eq(calls.staffId, approver.id))
      .orderBy(calls.id);
    const texts = rows.map(({ id, sealedParams }) =>
      withoutIsolation(campaign.open(sealedParams, binding.callParams(id))),
    );
    expect(texts.join()).toContain('Not sent: the news of an incident');
  });

  test('does not count when its facts were changed by hand after they were approved', async () => {
    await campaign.followers('en', 1);
    await happens(campaign, two);
    await campaign.db.update(incidentRevisions).set({ what: { en: 'Something else.' } });
    expect(await campaign.dispatchAll()).toEqual(['superseded']);
  });

  test('shows on the record of its case, and keeps the case open while it waits', async () => {
    await happens(campaign, two);
    expect(await record({ kind: 'search' })).toMatchObject({ ok: true });
    const listed = await listIncidents(campaign.operator, campaign.caseId);
    expect(listed.map(({ inEffect, inReview }) => [inEffect?.kind, inReview?.kind])).toEqual([
      ['arrest', undefined],
      [undefined, 'search'],
    ]);
    await campaign.db.update(alerts).set({ state: 'superseded' });
    expect(await closeCase(two.decider.ctx, { caseId: campaign.caseId })).toMatchObject({
      refusal: { code: 'case-not-over' },
    });
  });

  test('has nothing to do with the alerts of a hearing', async () => {
    await campaign.followers('en', 1);
    const hearing = { localDate: '2009-07-10', checkedOn: '2009-07-08' };
    await announce(campaign, two, hearing);
    await happens(campaign, two);
    expect(await campaign.dispatchAll()).toEqual(['dispatched', 'dispatched']);
    expect((await told()).join()).toMatch(/New hearing.*Arrest|Arrest.*New hearing/s);
  });
});

describe('a correction', () => {
  beforeEach(async () => {
    await campaign.followers('en', 1);
  });

  test('says what was wrong and what is right, and takes the place of what is on its way', async () => {
    const incidentId = await happens(campaign, two);
    await told();
    await amend(two, incidentId, 1, {
      what: { en: 'One man was taken away by the police.' },
      place: { en: 'a street in Baku' },
    });
    const text = (await told()).at(-1);
    expect(text?.split('\n')[0]).toBe('Correction: The donkey bloggers');
    expect(text).toContain(
      'We were wrong: Two men were taken away by the police.\nCorrect: One man was taken away by the police.',
    );
    expect(text).toContain('We were wrong: Where: a café in Baku\nCorrect: Where: a street in Baku');
    const states = await campaign.db
      .select({ state: broadcasts.state })
      .from(broadcasts)
      .orderBy(broadcasts.id);
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'running']);
  });

  test('is not sent for what nobody was told yet: they are told what is right', async () => {
    const incidentId = await happens(campaign, two);
    await amend(two, incidentId, 1, { what: { en: 'One man was taken away.' } });
    const texts = await told();
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/^Arrest: .*One man was taken away\./s);
    expect(texts[0]).not.toContain('We were wrong');
  });

  test('of what did not happen says so; of what was never told, nobody hears', async () => {
    const incidentId = await happens(campaign, two);
    await told();
    await amend(two, incidentId, 1, { status: 'retracted' });
    expect((await told()).at(-1)).toContain(
      'We were wrong: Two men were taken away by the police.\nCorrect: by what we know now, this did not happen.',
    );
    const untold = await happens(campaign, two, { kind: 'search' });
    await amend(two, untold, 1, { kind: 'search', status: 'retracted' });
    expect(await told()).toHaveLength(2);
  });

  test('is none when more becomes known', async () => {
    const incidentId = await happens(campaign, two, { place: null });
    await told();
    await amend(two, incidentId, 1, { amendment: 'adds', certainty: 'established' });
    const text = (await told()).at(-1);
    expect(text).toMatch(/^More is known: .*confirmed since.*Where: a café in Baku/s);
    expect(text).not.toContain('wrong');
  });

  test('does not repeat private facts that it takes back', async () => {
    const incidentId = await happens(campaign, two, { what: { en: 'She was taken from 5 Hidden Street.' } });
    await told();
    await amend(two, incidentId, 1, { amendment: 'withholds', what: { en: 'She was taken from her home.' } });
    const text = (await told()).at(-1);
    expect(text).not.toContain('Hidden');
    expect(text).toContain('It is not repeated here.\nCorrect: She was taken from her home.');
  });

  test('does not repeat what took consent and is told no more, nor the name of who is told by role by now', async () => {
    const personId = await addPerson('Adnan Hajizade');
    await consentOf(personId, 'torture');
    const beaten = { personIds: [personId], discloses: ['torture'] as const };
    const incidentId = await happens(campaign, two, { ...beaten, what: { en: 'He was tortured.' } });
    await told();
    await amend(two, incidentId, 1, { personIds: [personId], what: { en: 'He was taken away.' } });
    expect((await told()).at(-1)).not.toContain('tortured');

    const named = await happens(campaign, two, { what: { en: 'Adnan Hajizade was taken away.' } });
    await told();
    await campaign.db.update(persons).set({ shownAs: 'witness' });
    await amend(two, named, 1, { what: { en: 'A witness was taken away.' } });
    expect((await told()).at(-1)).not.toMatch(/Adnan|Hajizade/);
  });

  test('based on an old revision is refused, and a rejected one changes nothing', async () => {
    const incidentId = await happens(campaign, two);
    await told();
    const facts: IncidentFacts = { ...arrestFacts, amendment: 'corrects', place: null };
    expect(await reviseIncident(two.recorder.ctx, { incidentId, basedOn: 1, facts })).toMatchObject({
      ok: true,
    });
    expect(await reviseIncident(two.recorder.ctx, { incidentId, basedOn: 1, facts })).toMatchObject({
      refusal: { code: 'changed-since', newest: 2 },
    });
    await decideIncident(two.decider.ctx, { incidentId, revision: 2, decision: 'rejected' });
    expect(await told()).toHaveLength(1);
    const [inEffect] = await listIncidents(campaign.operator, campaign.caseId);
    expect(inEffect?.inEffect?.revision).toBe(1);
  });

  test('that is rejected comes back to whoever recorded it, and an approved one does not', async () => {
    const recorder = await campaign.staff(['lawyer'], { linked: true });
    const noticed = () => campaign.db.$count(calls, eq(calls.staffId, recorder.id));
    const decided = async (decision: 'approved' | 'rejected') => {
      const recorded = await recordIncident(recorder.ctx, { caseId: campaign.caseId, facts: arrestFacts });
      if (!recorded.ok) throw new Error(recorded.refusal.code);
      const { incidentId } = recorded.value;
      const before = await noticed();
      await decideIncident(two.decider.ctx, { incidentId, revision: 1, decision });
      return (await noticed()) - before;
    };
    expect([await decided('approved'), await decided('rejected')]).toEqual([0, 1]);
  });
});

describe('whoever must not be named', () => {
  test('appears by role, in every language', async () => {
    await campaign.followers('en', 1);
    await campaign.followers('ru', 1);
    const personId = await addPerson('Leyla Aliyeva', 'minor');
    await happens(campaign, two, { personIds: [personId], bystanders: { witness: 2 } });
    expect((await told())[0]).toContain('Who: a minor and witnesses: 2');
    expect((await told('ru'))[0]).toContain('Кто: несовершеннолетний человек и свидетели: 2');
    expect((await told()).join()).not.toContain('Leyla');
  });

  test.each([
    ['what', { what: { en: 'Two men.', ru: 'Leyla Aliyeva' } }],
    ['place', { place: { en: 'the house of Leyla' } }],
    ['sources', { sources: ['ALIYEVA'] }],
  ] as const)('is refused in "%s"', async (field, facts) => {
    await addPerson('Leyla Aliyeva', 'minor');
    expect(await record(facts)).toMatchObject({ refusal: { code: 'name-protected', field } });
  });

  test('is refused in a post and in a hearing too', async () => {
    await addPerson('Leyla Aliyeva', 'minor');
    const author = await campaign.staff(['author']);
    const post = await createPost(author.ctx, {
      caseId: campaign.caseId,
      sourceLanguage: 'en',
      text: 'Leyla was heard today.',
      notBefore: null,
      notAfter: null,
    });
    if (!post.ok) throw new Error(post.refusal.code);
    const { postId } = post.value;
    expect(await submitPost(author.ctx, { postId, language: 'en' })).toMatchObject({
      refusal: { code: 'name-protected', field: 'text' },
    });
    const facts = { ...verdictFacts, localDate: '2009-07-10', checkedOn: '2009-07-08' };
    expect(
      await recordHearing(two.recorder.ctx, {
        caseId: campaign.caseId,
        facts: { ...facts, sources: ['the mother of Leyla'] },
      }),
    ).toMatchObject({ refusal: { code: 'name-protected', field: 'sources' } });
    expect(
      await recordEvent(two.recorder.ctx, {
        type: 'event',
        caseId: campaign.caseId,
        date: '2009-07-08',
        what: { en: 'A search in the house of LEYLA.' },
        sources: ['the lawyer'],
        disagree: [],
      }),
    ).toMatchObject({ refusal: { code: 'name-protected', field: 'said' } });
  });

  test.each([
    ['slug', { slug: 'free-leyla' }],
    ['name', { name: { en: 'The case of Leyla' } }],
    ['summary', { summary: { en: 'A girl, Leyla Aliyeva.' } }],
    ['events.1', { events: [{ ...fileEvent }, { ...fileEvent, what: { en: 'Leyla is heard.' } }] }],
    [
      'statements.0',
      { statements: [{ date: '2009', who: 'the mother of Leyla', sources: ['a newspaper'] }] },
    ],
    ['hearings.0', { hearings: [{ ...fileHearing, outcome: { en: 'Leyla Aliyeva was heard.' } }] }],
    ['hearings.0', { hearings: [{ ...fileHearing, disagree: [{ ...differing, value: 'Aliyeva' }] }] }],
  ])('is refused in a case file, at %s', async (path, part) => {
    const person = { name: { en: 'Leyla Aliyeva' }, shownAs: 'minor' };
    expect(await importCase(campaign.operator, caseFileOf({ persons: [person], ...part }))).toEqual({
      ok: false,
      refusal: { code: 'name-protected', path },
    });
  });

  test('appears by role on the page on which a second person decides on a hearing', async () => {
    await addPerson('Leyla Aliyeva', 'minor');
    const hearingId = await announce(campaign, two, { localDate: '2009-07-10', checkedOn: '2009-07-08' });
    const review = await reviewFacts(two.decider.ctx, { hearingId, revision: 1, language: 'en' });
    expect(review?.rendered.text).toContain('a minor');
    expect(review?.rendered.text).not.toContain('Leyla');
  });

  test('appears by role in the alerts of a hearing too', async () => {
    await campaign.followers('en', 1);
    await addPerson('Leyla Aliyeva', 'minor');
    await announce(campaign, two, { localDate: '2009-07-10', checkedOn: '2009-07-08' });
    expect((await told())[0]).toContain('Before the court: a minor');
  });
});

describe('health and torture', () => {
  const ill = (personId: PersonId): Partial<IncidentFacts> => ({
    kind: 'health',
    personIds: [personId],
    what: { en: 'He is ill, and sees no doctor.' },
  });

  test('are told with recorded consent only', async () => {
    const personId = await addPerson('Emin Milli');
    expect(await record(ill(personId))).toMatchObject({
      refusal: { code: 'consent-missing', covers: 'health', personId },
    });
    await consentOf(personId, 'torture');
    expect(await record(ill(personId))).toMatchObject({ refusal: { code: 'consent-missing' } });
    await consentOf(personId);
    expect(await record(ill(personId))).toMatchObject({ ok: true });
    expect(await record({ ...ill(personId), personIds: [] })).toMatchObject({
      refusal: { code: 'consent-missing', personId: null },
    });
  });

  test('cannot be approved once the consent was withdrawn', async () => {
    const personId = await addPerson('Emin Milli');
    const consentId = await consentOf(personId);
    const recorded = await record(ill(personId));
    if (!recorded.ok) throw new Error(recorded.refusal.code);
    // As if it had been withdrawn by hand, or by somebody whose transaction was slower.
    await campaign.db.update(consents).set({ withdrawnAt: campaign.clock.now() });
    const { incidentId } = recorded.value;
    const decide = () => decideIncident(two.decider.ctx, { incidentId, revision: 1, decision: 'approved' });
    expect(await decide()).toMatchObject({ refusal: { code: 'consent-missing' } });
    await campaign.db.update(consents).set({ withdrawnAt: null });
    expect(await withdrawConsent(two.recorder.ctx, { consentId })).toMatchObject({ value: { revisions: 1 } });
    expect(await decide()).toMatchObject({ refusal: { code: 'already-decided', state: 'rejected' } });
  });

  test('stop at once when the consent is withdrawn: approved, on its way, or behind a notice', async () => {
    const personId = await addPerson('Emin Milli');
    const consentId = await consentOf(personId);
    const followers = await campaign.followers('en', 2);
    await happens(campaign, two, ill(personId));
    await campaign.dispatchAll();
    await happens(campaign, two, { ...ill(personId), localDate: '2009-07-07' });
    await happens(campaign, two);
    expect(await withdrawConsent(two.recorder.ctx, { consentId })).toEqual({
      ok: true,
      value: { revisions: 2, takenBack: 2 },
    });
    expect(await campaign.dispatchAll()).toEqual(['dispatched']);
    const left = await campaign.db.execute<{ text: string }>(sql`
      select m.payload->>'text' as text from deliveries d join messages m on m.id = d.message_id
      where d.state = 'planned'`);
    expect(left).toHaveLength(2);
    expect(left.every(({ text }) => text.startsWith('Arrest'))).toBe(true);
    const illMessages = await campaign.db.query.messages.findMany();
    for (const { id, payload } of illMessages) {
      if (!payload.text.includes('is ill')) continue;
      expect(await readContent(campaign.operator, { subscriberId: followers[0]!, messageId: id })).toBeNull();
    }
    const shown = await listIncidents(campaign.operator, campaign.caseId);
    expect(shown.flatMap(({ inEffect }) => inEffect?.kind ?? [])).toEqual(['arrest']);
    expect(await withdrawConsent(two.recorder.ctx, { consentId })).toMatchObject({
      refusal: { code: 'consent-withdrawn' },
    });
  });

  test('that was on its way when its consent was taken away by hand is not dispatched', async () => {
    const personId = await addPerson('Emin Milli');
    await consentOf(personId);
    await happens(campaign, two, ill(personId));
    await campaign.db.update(consents).set({ withdrawnAt: campaign.clock.now() });
    expect(await campaign.dispatchAll()).toEqual(['superseded']);
    expect(
      await campaign.db.$count(alerts, and(eq(alerts.state, 'superseded'), eq(alerts.kind, 'announced'))),
    ).toBe(1);
  });
});

describe('an incident is refused', () => {
  test.each([
    ['in the future', { localDate: '2009-07-09' }, 'incident-ahead'],
    ['later today', { localTime: '23:30' }, 'incident-ahead'],
    ['in a zone that does not exist', { zone: 'Asia/Bakuu' }, 'zone-unknown'],
    ['on a day that does not exist', { localDate: '2009-06-31' }, 'date-malformed'],
    [
      'at an hour that the clocks skipped',
      { localDate: '2009-03-29', localTime: '04:30' },
      'time-does-not-exist',
    ],
    ['without words', { what: {} }, 'what-missing'],
    ['without a source', { sources: [] }, 'source-missing'],
    ['of a stranger to the case', { personIds: [newId<PersonId>()] }, 'person-unknown'],
    ['as retracted from the first', { status: 'retracted' }, 'nothing-to-retract'],
    ['when a message about it would be too long', { what: { fa: 'x'.repeat(3900) } }, 'facts-too-long'],
  ] as const)('%s', async (_, facts, code) => {
    expect(await record(facts)).toMatchObject({ refusal: { code } });
  });
});
