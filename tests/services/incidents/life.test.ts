import { and, asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alerts, approvals, incidentRevisions, persons } from '../../../src/db/schema/index.ts';
import { type ConsentId, type IncidentId, newId, type PersonId } from '../../../src/domain/ids.ts';
import {
  disclosuresOf,
  type IncidentFacts,
  missingConsent,
  toldChanges,
} from '../../../src/domain/incident.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { recordConsent } from '../../../src/services/consents/record.ts';
import { standingConsents } from '../../../src/services/consents/standing.ts';
import { withdrawConsent } from '../../../src/services/consents/withdraw.ts';
import { decideIncident } from '../../../src/services/incidents/decide.ts';
import { incidentFactsOf } from '../../../src/services/incidents/facts.ts';
import { readIncident } from '../../../src/services/incidents/find.ts';
import { recordIncident } from '../../../src/services/incidents/record.ts';
import { reviseIncident } from '../../../src/services/incidents/revise.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { type Pair, pair } from '../../helpers/hearing.ts';
import { arrestFacts } from '../../helpers/incident.ts';

/*
 * An incident is recorded, changed, approved, rejected, and consent to it given and withdrawn, in any order, while time
 * goes on and the scheduler looks, or is down. Whatever happens, the rules about its states and its alerts must hold.
 */

let campaign: TestCampaign;
let two: Pair;
let personId: PersonId;

beforeAll(async () => {
  campaign = await testCampaign({ at: '2009-07-08T18:00:00Z' });
  two = await pair(campaign);
  personId = newId<PersonId>();
  const name = { en: 'Emin Milli' };
  await campaign.db.insert(persons).values({ id: personId, caseId: campaign.caseId, position: 0, name });
});
afterAll(() => campaign.close());

const anyChange = fc.record({
  status: fc.constantFrom('stands', 'stands', 'retracted'),
  localTime: fc.constantFrom(null, '22:00', '21:00'),
  what: fc.constantFrom({ en: 'One was taken away.' }, { en: 'Two were taken away.' }),
  certainty: fc.constantFrom('reported', 'alleged', 'established'),
  discloses: fc.constantFrom([], [], ['torture'] as const),
  amendment: fc.constantFrom('adds', 'corrects', 'withholds'),
}) satisfies fc.Arbitrary<Partial<IncidentFacts>>;

const anyStep = fc.oneof(
  { weight: 4, arbitrary: anyChange.map((facts) => ({ do: 'change', facts }) as const) },
  { weight: 4, arbitrary: fc.constantFrom({ do: 'approve' } as const, { do: 'reject' } as const) },
  { weight: 3, arbitrary: fc.constant({ do: 'look' } as const) },
  { weight: 2, arbitrary: fc.constantFrom({ do: 'consent' } as const, { do: 'withdraw' } as const) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 100 }).map((hours) => ({ do: 'wait', hours }) as const) },
);

test('one revision is in effect and one in review at most, nothing is told twice, unapproved or without consent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 14 }), async (steps) => {
      campaign.clock.set('2009-07-08T18:00:00Z');
      let consent: ConsentId | null = null;
      const facts: IncidentFacts = { ...arrestFacts, personIds: [personId] };
      const recorded = await recordIncident(two.recorder.ctx, { caseId: campaign.caseId, facts });
      if (!recorded.ok) throw new Error(recorded.refusal.code);
      const { incidentId } = recorded.value;
      const told: IncidentFacts[] = [];
      for (const step of steps) {
        if (step.do === 'wait') campaign.clock.advance({ hours: step.hours });
        else if (step.do === 'consent') consent ??= await give();
        else if (step.do === 'withdraw') consent = await takeBack(consent);
        else if (step.do === 'look') told.push(...(await look(incidentId)));
        else if (step.do === 'change') await change(incidentId, { ...facts, ...step.facts });
        else await decide(incidentId, step.do === 'approve' ? 'approved' : 'rejected');
        await checkStates(incidentId);
      }
      told.push(...(await look(incidentId)));
      await checkLastWord(incidentId, told);
      await takeBack(consent);
    }),
    { numRuns: 8 },
  );
}, 120_000);

async function checkStates(incidentId: IncidentId): Promise<void> {
  const { revisions } = (await readIncident(campaign.operator, incidentId))!;
  expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map((_, i) => i + 1));
  const states = revisions.map(({ state }) => state);
  expect(states.filter((state) => state === 'in_effect').length).toBeLessThanOrEqual(1);
  expect(states.indexOf('in_review') === -1 || states.indexOf('in_review') === states.length - 1).toBe(true);
  const consents = await standingConsents(campaign.operator, campaign.caseId);
  for (const row of revisions) {
    if (row.state !== 'in_effect') continue;
    expect(missingConsent(incidentFactsOf(row), consents)).toBeNull();
    const given = await campaign.db.select().from(approvals).where(eq(approvals.subjectId, incidentId));
    const approval = given.find(({ contentHash }) => contentHash === row.contentHash);
    expect(approval).toMatchObject({ decision: 'approved', staffId: two.decider.id });
  }
}

/** When all has been looked for, followers know what is in effect, as far as it ever came out in time. */
async function checkLastWord(incidentId: IncidentId, told: readonly IncidentFacts[]): Promise<void> {
  for (const [i, facts] of told.entries()) {
    const before = told[i - 1];
    if (before === undefined) expect(facts.status).toBe('stands');
    else expect(before.status !== facts.status || toldChanges(before, facts).length > 0).toBe(true);
  }
  const late = and(eq(alerts.incidentId, incidentId), eq(alerts.state, 'expired'));
  if ((await campaign.db.$count(alerts, late)) > 0) return;
  const { revisions } = (await readIncident(campaign.operator, incidentId))!;
  const inEffect = revisions.find(({ state }) => state === 'in_effect');
  if (inEffect === undefined) return;
  const last = told.at(-1);
  const facts = incidentFactsOf(inEffect);
  if (last === undefined) expect(facts.status).toBe('retracted');
  else expect([last.status, toldChanges(last, facts)]).toEqual([facts.status, []]);
}

/** What goes out now, as it stands at that moment. */
async function look(incidentId: IncidentId): Promise<IncidentFacts[]> {
  const before = await wentOut(incidentId);
  while ((await dispatchNextAlert(campaign.job)) !== null);
  const now = campaign.clock.now();
  const consents = await standingConsents(campaign.operator, campaign.caseId);
  return (await wentOut(incidentId)).slice(before.length).map(({ alert, revision }) => {
    expect(revision.state).toBe('in_effect');
    expect(Temporal.Instant.compare(now, alert.notAfter)).toBe(-1);
    const facts = incidentFactsOf(revision);
    if (disclosuresOf(facts).length > 0) expect(missingConsent(facts, consents)).toBeNull();
    return facts;
  });
}

async function wentOut(incidentId: IncidentId) {
  return campaign.db
    .select({ alert: alerts, revision: incidentRevisions })
    .from(alerts)
    .innerJoin(
      incidentRevisions,
      and(
        eq(incidentRevisions.incidentId, alerts.incidentId),
        eq(incidentRevisions.revision, alerts.revision),
      ),
    )
    .where(and(eq(alerts.incidentId, incidentId), eq(alerts.state, 'dispatched')))
    .orderBy(asc(alerts.revision));
}

async function change(incidentId: IncidentId, facts: IncidentFacts): Promise<void> {
  const basedOn = (await readIncident(campaign.operator, incidentId))!.revisions.length;
  // Refused where it tells of torture without consent: then nothing changes.
  await reviseIncident(two.recorder.ctx, { incidentId, basedOn, facts });
}

async function decide(incidentId: IncidentId, decision: 'approved' | 'rejected'): Promise<void> {
  const revision = (await readIncident(campaign.operator, incidentId))!.revisions.length;
  await decideIncident(two.decider.ctx, { incidentId, revision, decision });
}

async function give(): Promise<ConsentId> {
  const consent = { caseId: campaign.caseId, personId, covers: 'torture', givenBy: 'lawyer' } as const;
  const given = await recordConsent(two.recorder.ctx, consent);
  if (!given.ok) throw new Error(given.refusal.code);
  return given.value.consentId;
}

async function takeBack(consentId: ConsentId | null): Promise<null> {
  if (consentId !== null) await withdrawConsent(two.recorder.ctx, { consentId });
  return null;
}
