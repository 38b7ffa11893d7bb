/*
 * What it costs to plan alerts, and how that grows.
 *
 * `planning.dispatch`: alerts a second that one process sends on their way when thousands are due at once.
 * `planning.hearings.<n>`: seconds until all that is ahead of n hearings is planned where nothing was (a reminder of the
 * day before, one of the morning, and the word of the day after: three rows each), as the scheduler does it in steps.
 * `planning.change.<n>`: milliseconds from a second person's approval of one hearing's move until what followers are to
 * be told is planned, with n hearings ahead in the table. `planning.followers.<n>`: seconds from a due alert to the commit
 * of its n deliveries.
 *
 * Each is held against what was measured of the smallest number: in proportion to it, or, of one change, as it is. The
 * exponents are those of the power of n with which each grows: 1 is in proportion, 0 is not at all.
 */
import type { CaseId, HearingId } from '../../src/domain/ids.ts';
import { safeError } from '../../src/log.ts';
import { dispatchAlerts } from '../../src/scheduler/jobs/dispatch-alerts.ts';
import { dispatchDueAlerts, dispatchTurns } from '../../src/services/alerts/dispatch.ts';
import { replanInSteps } from '../../src/services/alerts/replan.ts';
import { decideHearing } from '../../src/services/hearings/decide.ts';
import { factsOf } from '../../src/services/hearings/facts.ts';
import { revisionNumbered } from '../../src/services/hearings/find.ts';
import { reviseHearing } from '../../src/services/hearings/record.ts';
import { must } from '../../tests/helpers/must.ts';
import type { Bench, Measurement } from '../support/bench.ts';
import { type BenchCampaign, benchCampaign } from '../support/campaign.ts';
import { exponent, type Figure, figure, inTurn, median } from '../support/figures.ts';
import { casesOfOne, dueReminders, hearingsAhead } from '../support/hearings.ts';

export interface PlanningSizes {
  /** Alerts that are due at once. */
  readonly atOnce: number;
  /** Rising, as the followers. */
  readonly hearings: readonly number[];
  readonly followers: readonly number[];
  /** So many changes are approved at each number of hearings; their median counts. */
  readonly changes: number;
  readonly runs: number;
}

export const planning: Measurement = {
  name: 'planning',
  measure: (bench) =>
    measurePlanning(
      bench,
      bench.quick
        ? { atOnce: 200, hearings: [100, 1000], followers: [200, 2000, 20_000], changes: 5, runs: 1 }
        : {
            atOnce: 4000,
            hearings: [1000, 10_000, 100_000],
            followers: [1000, 10_000, 100_000, 1_000_000],
            changes: 15,
            runs: 3,
          },
    ),
};

/** Alerts a second: twice as many as fall due when `punctual` is measured, and more. */
const TO_REACH = 400;

const bot = { id: 7_000_000_001, username: 'bray_bench_bot' };

/** A number of something, with what it took. */
type Point = readonly [count: number, took: number];

async function measurePlanning(bench: Bench, sizes: PlanningSizes): Promise<Figure[]> {
  const dispatched = await dispatchedPerSecond(bench, sizes.atOnce);
  const { planned, changed } = await withHearings(bench, sizes);
  const reached = await withFollowers(bench, sizes);
  return [
    figure(
      {
        figure: 'planning.dispatch',
        value: dispatched,
        unit: 'alerts/s',
        against: 'what is to be reached',
        againstValue: TO_REACH,
      },
      { atLeast: 1 },
    ),
    ...inProportion('planning.hearings', planned),
    ...asItIs('planning.change', changed),
    ...inProportion('planning.followers', reached),
  ];
}

/** So many reminders that are due at once, each of another case with one follower: how many go in a second. */
async function dispatchedPerSecond(bench: Bench, alerts: number): Promise<number> {
  await using campaign = await benchCampaign(await bench.server.create(), bot);
  await campaign.addFollowers(1000, alerts);
  const cases = await casesOfOne(campaign, alerts);
  const from = campaign.ctx.clock.now();
  await dueReminders(campaign, { cases, name: 'at once', from, overMs: 1 });
  const took = await seconds(() => dispatchAlerts(campaign.ctx, safeError));
  const [row] = await campaign.sql<{ count: number }[]>`
    select count(*)::int as count from deliveries where state = 'planned'`;
  if (row?.count !== alerts) throw new Error(`${row?.count} deliveries are planned of ${alerts} alerts`);
  bench.say(`planning, ${alerts} alerts due at once: ${took.toFixed(2)} s`);
  return alerts / took;
}

async function withHearings(
  bench: Bench,
  { hearings, changes }: PlanningSizes,
): Promise<{ readonly planned: readonly Point[]; readonly changed: readonly Point[] }> {
  await using campaign = await benchCampaign(await bench.server.create(), bot);
  await campaign.addFollowers(1000, 100);
  const planned: Point[] = [];
  const changed: Point[] = [];
  let there = 0;
  for (const count of hearings) {
    // One that was not changed before, whatever the number: what was told of it is short.
    const hearingId = await campaign.announceHearing(campaign.caseId, `Court of changes, ${count}`);
    there += 1;
    await hearingsAhead(campaign, count - there);
    there = count;
    await campaign.sql`truncate alerts cascade`;
    const took = await seconds(() => replanInSteps(campaign.ctx));
    await expectPlanned(campaign, 3 * count);
    planned.push([count, took]);
    await campaign.sql`vacuum analyze alerts, hearings, hearing_revisions`;
    const ms: number[] = [];
    for (let change = 1; change <= changes; change += 1) {
      ms.push(1000 * (await moveHearing(campaign, hearingId, change)));
    }
    changed.push([count, median(ms)]);
    bench.say(`planning, ${count} hearings: ${took.toFixed(2)} s; one change ${median(ms).toFixed(1)} ms`);
  }
  return { planned, changed };
}

async function expectPlanned(campaign: BenchCampaign, alerts: number): Promise<void> {
  const [row] = await campaign.sql<{ count: number }[]>`
    select count(*)::int as count from alerts where state = 'pending'`;
  if (row?.count !== alerts) throw new Error(`${row?.count} alerts are planned where ${alerts} were to be`);
}

/** One person moves it by an hour, another approves that: how long the approval took, in seconds. */
async function moveHearing(campaign: BenchCampaign, hearingId: HearingId, revision: number): Promise<number> {
  const { lawyer, coordinator } = campaign.people();
  const row = await revisionNumbered(campaign.ctx, hearingId, revision);
  if (row === undefined) throw new Error('The hearing to be moved is not there.');
  const facts = { ...factsOf(row), localTime: row.localTime === '15:00' ? '16:00' : '15:00' };
  must(await reviseHearing(lawyer, { hearingId, basedOn: revision, facts }));
  return seconds(async () => {
    must(await decideHearing(coordinator, { hearingId, revision: revision + 1, decision: 'approved' }));
  });
}

async function withFollowers(bench: Bench, { followers, runs }: PlanningSizes): Promise<readonly Point[]> {
  const { campaign, caseOf } = await bench.million();
  const { sql, ctx } = campaign;
  const cases: { readonly name: string; readonly count: number; readonly caseId: CaseId }[] = [];
  for (const count of followers) {
    cases.push({ name: `planning.followers.${label(count)}`, count, caseId: await caseOf(count) });
  }
  await sql`vacuum analyze follows`;
  const medianOf = await inTurn(
    runs,
    cases.map(({ name, count, caseId }) => ({
      name,
      async run() {
        await sql`truncate deliveries`;
        await campaign.announceHearing(caseId, 'A court');
        return seconds(async () => {
          const [alert] = await dispatchDueAlerts(ctx, { except: [], turns: dispatchTurns(), atMost: 64 });
          const reached = alert?.state === 'dispatched' ? alert.deliveries : 0;
          if (reached !== count) throw new Error(`${reached} were reached of ${count} followers`);
        });
      },
    })),
    bench.say,
  );
  await sql`truncate deliveries`;
  return cases.map(({ name, count }) => [count, medianOf(name)]);
}

/** More of something takes as much more time. */
function inProportion(name: string, points: readonly Point[]): readonly Figure[] {
  const [first, ...more] = points;
  if (first === undefined) return [];
  const against = `${name}.${label(first[0])}, in proportion`;
  const figures = more.map(([count, value]) =>
    figure(
      {
        figure: `${name}.${label(count)}`,
        value,
        unit: 's',
        against,
        againstValue: (first[1] * count) / first[0],
      },
      { atMost: 1.3 },
    ),
  );
  return [...figures, growsBy(name, points, 1)];
}

/** It takes as long, however much there is. */
function asItIs(name: string, points: readonly Point[]): readonly Figure[] {
  const [first, ...more] = points;
  if (first === undefined) return [];
  const against = `${name}.${label(first[0])}`;
  const figures = more.map(([count, value]) =>
    figure(
      { figure: `${name}.${label(count)}`, value, unit: 'ms', against, againstValue: first[1] },
      { atMost: 1.5 },
    ),
  );
  return [...figures, growsBy(name, points, 0)];
}

function growsBy(name: string, points: readonly Point[], expected: number): Figure {
  return figure(
    {
      figure: `${name}.exponent`,
      value: exponent(points),
      unit: 'exponent',
      against: expected === 0 ? 'as it is' : 'in proportion',
      againstValue: expected,
    },
    { valueAtMost: expected + 0.1 },
  );
}

function label(count: number): string {
  if (count >= 1_000_000) return `${count / 1_000_000}m`;
  return count >= 1000 ? `${count / 1000}k` : String(count);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
