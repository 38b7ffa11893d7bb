import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReplayClock } from '../../../demo/time/replay-clock.ts';

const start = Temporal.Instant.from('2009-11-10T16:00:00Z');
const minutesOn = (minutes: number) => start.add({ minutes });
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock that never lets real time pass, settled by a turn of the event loop. */
function standing(settle: () => Promise<void> = turn) {
  return new ReplayClock({ at: start, settle, shortWaitMs: 0 });
}

describe('the replay clock', () => {
  test('rings in order, each once, never early, and settles between two instants', async () => {
    const minutes = fc.integer({ min: -5, max: 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(minutes, { maxLength: 20 }),
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 }),
        async (alarms, journeys) => {
          const rung: { asked: number; at: Temporal.Instant; settles: number }[] = [];
          let settles = 0;
          const clock = standing(async () => {
            await turn();
            settles += 1;
          });
          for (const asked of alarms) {
            clock.wakeAt(minutesOn(asked), () => rung.push({ asked, at: clock.now(), settles }));
          }
          for (const minute of journeys) await clock.advanceTo(minutesOn(minute));
          const reached = Math.max(0, ...journeys);

          expect(clock.now().equals(minutesOn(reached))).toBe(true);
          expect(rung.map(({ asked }) => asked).sort((a, b) => a - b)).toEqual(
            alarms.filter((asked) => asked <= reached).sort((a, b) => a - b),
          );
          for (const [i, one] of rung.entries()) {
            const due = one.asked < 0 ? start : minutesOn(one.asked);
            expect(one.at.equals(due)).toBe(true);
            const next = rung[i + 1];
            if (next === undefined) continue;
            expect(Temporal.Instant.compare(one.at, next.at)).toBeLessThanOrEqual(0);
            if (!one.at.equals(next.at)) expect(next.settles).toBeGreaterThan(one.settles);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('does not ring what was disarmed, also when it was due already', async () => {
    const clock = standing();
    const rung: string[] = [];
    clock.wakeAt(minutesOn(1), () => rung.push('disarmed ahead'))();
    clock.wakeAt(minutesOn(-1), () => rung.push('disarmed when due'))();
    const disarm = clock.wakeAt(minutesOn(3), () => rung.push('disarmed by the one before'));
    clock.wakeAt(minutesOn(2), () => {
      rung.push('rings');
      disarm();
    });
    await clock.advanceTo(minutesOn(10));
    await turn();
    expect(rung).toEqual(['rings']);
  });

  test('jumps like a machine that was off: what fell due meanwhile rings at the end, in order', async () => {
    const clock = standing();
    const rung: string[] = [];
    for (const minute of [20, 5, 61]) {
      clock.wakeAt(minutesOn(minute), () => rung.push(`${minute} at ${clock.now().toString()}`));
    }
    await clock.jumpTo(minutesOn(60));
    expect(rung).toEqual([`5 at ${minutesOn(60).toString()}`, `20 at ${minutesOn(60).toString()}`]);
    await clock.jumpTo(minutesOn(30));
    expect(clock.now().equals(minutesOn(60))).toBe(true);
  });

  test('never rings in the turn of the caller', async () => {
    const clock = standing();
    let rung = false;
    clock.wakeAt(start, () => {
      rung = true;
    });
    expect(rung).toBe(false);
    await turn();
    expect(rung).toBe(true);
  });

  test('stops at what is set while it is on its way', async () => {
    const seen: string[] = [];
    const clock = standing();
    const note = () => void seen.push(clock.now().toString());
    clock.wakeAt(minutesOn(60), () => {
      note();
      clock.wakeAt(minutesOn(90), note);
    });
    await clock.advanceTo(minutesOn(120));
    expect(seen).toEqual(['2009-11-10T17:00:00Z', '2009-11-10T17:30:00Z']);
  });

  test('takes one journey at a time, and none backwards', async () => {
    const clock = standing();
    const first = clock.advanceTo(minutesOn(5));
    await expect(clock.advanceTo(minutesOn(6))).rejects.toThrow('on its way');
    await first;
    await clock.advanceTo(minutesOn(1));
    expect(clock.now().equals(minutesOn(5))).toBe(true);
  });

  test('a journey that does not settle leaves the clock where it was', async () => {
    const clock = standing(() => Promise.reject(new Error('nothing came to rest')));
    await expect(clock.advanceTo(minutesOn(5))).rejects.toThrow('came to rest');
    expect(clock.now().equals(start)).toBe(true);
  });

  test('rings nobody once it was stopped', async () => {
    const clock = standing();
    let rung = false;
    clock.wakeAt(start, () => {
      rung = true;
    });
    clock.stop();
    clock.wakeAt(start, () => {
      rung = true;
    });
    await turn();
    expect(rung).toBe(false);
  });
});

describe('a short wait', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('passes in real time while the clock stands, and a long one does not', async () => {
    const shifts: string[] = [];
    const clock = new ReplayClock({
      at: start,
      settle: turn,
      shortWaitMs: 60_000,
      onShift: (now, rate) => shifts.push(`${now} ${rate}`),
    });
    const rung: string[] = [];
    clock.wakeAt(start.add({ seconds: 2 }), () => rung.push('short'));
    clock.wakeAt(start.add({ minutes: 5 }), () => rung.push('long'));
    vi.advanceTimersByTime(1_000);
    expect(clock.now().toString()).toBe('2009-11-10T16:00:01Z');
    await turn();
    expect(rung).toEqual([]);
    vi.advanceTimersByTime(600_000);
    await turn();
    expect(rung).toEqual(['short']);
    expect(clock.now().toString()).toBe('2009-11-10T16:00:02Z');
    expect(shifts).toEqual(['2009-11-10T16:00:00Z 1', '2009-11-10T16:00:02Z 0']);
  });

  test('ends when it is disarmed, where the clock has come to', () => {
    const clock = new ReplayClock({ at: start, settle: turn });
    const disarm = clock.wakeAt(start.add({ seconds: 10 }), () => undefined);
    vi.advanceTimersByTime(4_000);
    disarm();
    vi.advanceTimersByTime(60_000);
    expect(clock.now().toString()).toBe('2009-11-10T16:00:04Z');
  });
});
