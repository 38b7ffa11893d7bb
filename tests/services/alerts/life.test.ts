import { and, eq, notInArray } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alerts, hearingRevisions } from '../../../src/db/schema/index.ts';
import { isAhead } from '../../../src/domain/alert.ts';
import { announcedChanges, startsOn } from '../../../src/domain/hearing.ts';
import type { HearingId } from '../../../src/domain/ids.ts';
import type { AlertKind } from '../../../src/domain/words.ts';
import { dispatchNextAlert } from '../../../src/services/alerts/dispatch.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { factsOf, type RevisionRow } from '../../../src/services/hearings/facts.ts';
import { recordHearing, reviseHearing } from '../../../src/services/hearings/record.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { anyFacts } from '../../helpers/facts.ts';
import { type Pair, pair } from '../../helpers/hearing.ts';

/*
 * Hearings are recorded, changed, approved and forgotten about in any order, while time goes on and the
 * scheduler looks, or is down. Whatever happens, the rules about what goes out must hold.
 */

let campaign: TestCampaign;
let two: Pair;

beforeAll(async () => {
  campaign = await testCampaign({ leadTimes: ['7d', '1d', 'morning', '3h'] });
  two = await pair(campaign);
});
afterAll(() => campaign.close());

const anyStep = fc.oneof(
  { weight: 3, arbitrary: anyFacts.map((facts) => ({ do: 'change', facts }) as const) },
  { weight: 3, arbitrary: fc.constant({ do: 'look' } as const) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 120 }).map((hours) => ({ do: 'wait', hours }) as const) },
);

/** What went out of a hearing's alerts, with the revision as it was at that moment. */
interface Sent {
  readonly kind: AlertKind;
  readonly leadTime: string | null;
  readonly startsOn: string | null;
  readonly dueAt: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
  readonly at: Temporal.Instant;
  readonly revision: RevisionRow;
}

test('nothing goes out early, late beyond use, twice, or of facts that are no longer in effect', async () => {
  await fc.assert(
    fc.asyncProperty(anyFacts, fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (first, steps) => {
      campaign.clock.set('2009-10-14T00:00:00Z');
      const hearingId = await record(first);
      if (hearingId === null) return;
      const sent: Sent[] = [];
      let newest = 1;
      for (const step of steps) {
        if (step.do === 'wait') campaign.clock.advance({ hours: step.hours });
        else if (step.do === 'look') sent.push(...(await lookForAlerts(hearingId)));
        else if (await changed(hearingId, newest, step.facts)) newest += 1;
      }
      sent.push(...(await lookForAlerts(hearingId)));
      check(sent);
      await checkLastWord(hearingId, sent);
    }),
    { numRuns: 25 },
  );
}, 120_000);

function check(sent: readonly Sent[]): void {
  for (const { dueAt, notAfter, at, revision, ...alert } of sent) {
    expect(Temporal.Instant.compare(dueAt, at)).toBeLessThanOrEqual(0);
    expect(Temporal.Instant.compare(at, notAfter)).toBeLessThan(0);
    expect(revision.state).toBe('in_effect');
    if (!isAhead(alert.kind)) continue;
    // Whoever records that it was held and nothing more has not said what came of it.
    const of =
      alert.kind === 'no_outcome' && revision.outcome === null ? ['scheduled', 'held'] : ['scheduled'];
    expect(of).toContain(revision.status);
    expect(alert.startsOn).toBe(startsOn(revision));
  }
  const reminders = sent.filter(({ kind }) => isAhead(kind));
  const once = new Set(reminders.map((one) => `${one.kind} ${one.startsOn} ${one.leadTime}`));
  expect(once.size).toBe(reminders.length);
  const news = sent.filter(({ kind }) => !isAhead(kind)).map((one) => `${one.kind} ${one.revision.revision}`);
  expect(new Set(news).size).toBe(news.length);
}

/** After the scheduler has looked, what followers were told last is what holds, as far as it is still ahead. */
async function checkLastWord(hearingId: HearingId, sent: readonly Sent[]): Promise<void> {
  const [inEffect] = await campaign.db
    .select()
    .from(hearingRevisions)
    .where(and(eq(hearingRevisions.hearingId, hearingId), eq(hearingRevisions.state, 'in_effect')));
  const last = sent.at(-1)?.revision;
  if (inEffect === undefined || inEffect.status !== 'scheduled') return;
  const expired = await campaign.db.$count(
    alerts,
    and(
      eq(alerts.hearingId, hearingId),
      eq(alerts.state, 'expired'),
      notInArray(alerts.kind, ['reminder', 'no_outcome']),
    ),
  );
  if (expired > 0) return;
  if (last === undefined) throw new Error('A hearing that is on was never told.');
  expect(announcedChanges(factsOf(last), factsOf(inEffect))).toEqual([]);
}

async function lookForAlerts(hearingId: HearingId): Promise<Sent[]> {
  const before = new Set((await dispatched(hearingId)).map(({ alert }) => alert.id));
  while ((await dispatchNextAlert(campaign.job)) !== null);
  const at = campaign.clock.now();
  return (await dispatched(hearingId))
    .filter(({ alert }) => !before.has(alert.id))
    .map(({ alert, revision }) => ({ ...alert, at, revision }));
}

async function dispatched(hearingId: HearingId) {
  return campaign.db
    .select({ alert: alerts, revision: hearingRevisions })
    .from(alerts)
    .innerJoin(
      hearingRevisions,
      and(eq(hearingRevisions.hearingId, alerts.hearingId), eq(hearingRevisions.revision, alerts.revision)),
    )
    .where(and(eq(alerts.hearingId, hearingId), eq(alerts.state, 'dispatched')));
}

async function record(facts: RecordedFacts): Promise<HearingId | null> {
  const recorded = await recordHearing(two.recorder.ctx, { caseId: campaign.caseId, facts });
  if (!recorded.ok) return null;
  await approve(recorded.value.hearingId, 1);
  return recorded.value.hearingId;
}
type RecordedFacts = Parameters<typeof recordHearing>[1]['facts'];

async function changed(hearingId: HearingId, basedOn: number, facts: RecordedFacts): Promise<boolean> {
  const revised = await reviseHearing(two.recorder.ctx, { hearingId, basedOn, facts });
  if (!revised.ok) return false;
  await approve(hearingId, basedOn + 1);
  return true;
}

async function approve(hearingId: HearingId, revision: number): Promise<void> {
  await decideHearing(two.decider.ctx, { hearingId, revision, decision: 'approved' });
}
