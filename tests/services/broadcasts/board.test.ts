import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { broadcastTotals } from '../../../src/db/schema/index.ts';
import { type BroadcastId, newId } from '../../../src/domain/ids.ts';
import type { Observation, Progress } from '../../../src/domain/progress.ts';
import type { BroadcastState } from '../../../src/domain/words.ts';
import { ProgressBoard } from '../../../src/services/broadcasts/board.ts';
import { observeBroadcast } from '../../../src/services/broadcasts/observe.ts';
import { readBroadcast } from '../../../src/services/broadcasts/progress.ts';
import { broadcastRow, deliveryRows } from '../../helpers/broadcasts.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
let author: TestStaff;
beforeAll(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author']);
});
afterAll(() => campaign.close());

describe('an observation', () => {
  test('counts what is kept and what is no longer, and what is put off', async () => {
    const id = await broadcastRow(campaign, author);
    const later = campaign.clock.now().add({ hours: 2 });
    await deliveryRows(campaign, id, { count: 3, state: 'planned' });
    await deliveryRows(campaign, id, { count: 4, state: 'planned', dueAt: later });
    await deliveryRows(campaign, id, { count: 1, state: 'planned', dueAt: later.add({ hours: 1 }) });
    await deliveryRows(campaign, id, { count: 2, state: 'attempting' });
    // What is settled waits for nothing, whenever it would have been due.
    await deliveryRows(campaign, id, {
      count: 5,
      state: 'sent',
      outcome: 'sent',
      dueAt: later.add({ hours: 9 }),
    });
    await campaign.db.insert(broadcastTotals).values([
      { broadcastId: id, state: 'sent', outcome: 'sent', count: 100 },
      { broadcastId: id, state: 'failed', outcome: 'no-rights', count: 7 },
    ]);
    expect(await observeBroadcast(campaign.job, id)).toEqual({
      at: expect.any(Number),
      state: 'running',
      haltedFor: null,
      counts: { planned: 8, attempting: 2, sent: 105, failed: 7, unknown: 0, cancelled: 0 },
      later: 5,
      nextDue: later,
      lastDue: later.add({ hours: 1 }),
      others: [],
    });
    expect(await readBroadcast(campaign.job, id)).toMatchObject({
      deliveries: { planned: '<20', attempting: '<20', sent: 105, failed: '<20' },
      finished: false,
    });
    expect(await observeBroadcast(campaign.job, newId<BroadcastId>())).toBeUndefined();
  });

  test('knows what goes before and what takes turns, of the same bot, running and due', async () => {
    const other = await campaign.addCase('another');
    const caseId = await campaign.addCase('this-one');
    const planned = async (count: number, more: Parameters<typeof broadcastRow>[2]) => {
      const id = await broadcastRow(campaign, author, { caseId, ...more });
      await deliveryRows(campaign, id, { count, state: 'planned' });
      await deliveryRows(campaign, id, {
        count: 1,
        state: 'planned',
        dueAt: campaign.clock.now().add({ hours: 1 }),
      });
      return id;
    };
    const urgent = await planned(1, { priority: 10, caseId: other });
    await planned(2, { priority: 10, state: 'paused' });
    const older = await planned(3, { priority: 50 });
    campaign.clock.advance({ seconds: 1 });
    const own = await planned(4, { priority: 50 });
    campaign.clock.advance({ seconds: 1 });
    await planned(5, { priority: 50 });
    await planned(6, { priority: 50, caseId: other });
    await planned(7, { priority: 50, caseId: other });
    await planned(8, { priority: 55 });
    const observed = await observeBroadcast(campaign.job, own);
    expect(observed?.others.toSorted((a, b) => a.left - b.left)).toEqual([
      { goes: 'before', id: urgent, left: 1 },
      { goes: 'same-case', id: older, left: 3 },
      { goes: 'other-case', id: other, left: 13 },
    ]);
  });
});

/** A board whose counts and rests are in our hands. */
function board(states: BroadcastState[] = []) {
  const rests: { ms: number; end: () => void }[] = [];
  let [now, sent] = [0, 0];
  const counted = vi.fn(async (): Promise<Observation> => {
    now += took;
    sent += 100;
    return {
      at: now,
      state: states.shift() ?? 'running',
      haltedFor: null,
      counts: { planned: 1000, attempting: 0, sent, failed: 0, unknown: 0, cancelled: 0 },
      later: 0,
      nextDue: null,
      lastDue: null,
      others: [],
    };
  });
  let took = 5;
  const made = new ProgressBoard({
    observe: counted,
    rest: (ms) =>
      new Promise((resolve) => {
        now += ms;
        rests.push({ ms, end: resolve });
      }),
  });
  const ctx = { ...campaign.job, clock: { ...campaign.clock, monotonic: () => now } };
  const id = newId<BroadcastId>();
  const watch = () => {
    const told: Progress[] = [];
    const failed: unknown[] = [];
    const stop = made.watch(ctx, id, {
      told: (progress) => told.push(progress),
      failed: (error) => failed.push(error),
    });
    return { told, failed, stop };
  };
  return {
    counted,
    rests,
    watch,
    takes: (ms: number) => {
      took = ms;
    },
    /** Ends the rest that the board takes at present. */
    async goOn() {
      rests.at(-1)?.end();
      await settled();
    },
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the board', () => {
  test('counts once for all who watch, and tells whoever comes later at once', async () => {
    const { counted, watch, goOn } = board();
    const [one, two] = [watch(), watch()];
    await settled();
    expect(counted).toHaveBeenCalledTimes(1);
    const late = watch();
    expect(late.told).toHaveLength(1);
    await goOn();
    expect(counted).toHaveBeenCalledTimes(2);
    for (const watcher of [one, two, late]) {
      expect(watcher.told.map(({ deliveries }) => deliveries.sent)).toEqual([100, 200]);
      expect(watcher.told.map(({ perSecond }) => perSecond !== null)).toEqual([false, true]);
    }
  });

  test('rests a second between two counts, and twenty times as long as a count took', async () => {
    const { rests, watch, takes, goOn } = board();
    watch();
    await settled();
    takes(700);
    await goOn();
    expect(rests.map(({ ms }) => ms)).toEqual([1000, 14_000]);
  });

  test('counts nothing that nobody watches, nor anew for who left and came back', async () => {
    const { counted, watch, goOn } = board();
    watch().stop();
    await settled();
    expect(counted).not.toHaveBeenCalled();
    const first = watch();
    await settled();
    first.stop();
    const back = watch();
    await settled();
    expect(back.told).toHaveLength(1);
    expect(counted).toHaveBeenCalledTimes(1);
    back.stop();
    await goOn();
    expect(counted).toHaveBeenCalledTimes(1);
    expect(first.told).toHaveLength(1);
    watch();
    await settled();
    expect(counted).toHaveBeenCalledTimes(2);
  });

  test('tells the end and counts no more, also for who asks again at once', async () => {
    const { counted, watch, goOn } = board(['running', 'finished']);
    const watcher = watch();
    await settled();
    await goOn();
    expect(watcher.told.map(({ over }) => over)).toEqual([false, true]);
    expect(watch().told.map(({ over }) => over)).toEqual([true]);
    await goOn();
    expect(counted).toHaveBeenCalledTimes(2);
  });

  test('tells who watches that it cannot be counted, and begins anew for the next', async () => {
    const { counted, watch, goOn } = board();
    counted.mockRejectedValueOnce(new Error('away'));
    const watcher = watch();
    await settled();
    expect(watcher).toMatchObject({ told: [], failed: [expect.objectContaining({ message: 'away' })] });
    const next = watch();
    await settled();
    expect(next.told).toHaveLength(1);
    await goOn();
  });
});
