import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Observation, progressOf, windowOf } from '../../src/domain/progress.ts';
import { broadcastStates, type DeliveryState, deliveryStates } from '../../src/domain/words.ts';

const now = Temporal.Instant.from('2009-11-11T03:00:00Z');
const none: Record<DeliveryState, number> = {
  planned: 0,
  attempting: 0,
  sent: 0,
  failed: 0,
  unknown: 0,
  cancelled: 0,
};

function seen(atSeconds: number, counts: Partial<typeof none>, more: Partial<Observation> = {}): Observation {
  return {
    at: atSeconds * 1000,
    state: 'running',
    haltedFor: null,
    counts: { ...none, ...counts },
    later: 0,
    nextDue: null,
    lastDue: null,
    others: [],
    ...more,
  };
}

const anyCount = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 2_000_000 }),
);
const anyObservation: fc.Arbitrary<Observation> = fc
  .record({
    at: fc.integer({ min: 0, max: 90_000 }),
    state: fc.oneof(
      { weight: 5, arbitrary: fc.constant('running' as const) },
      fc.constantFrom(...broadcastStates),
    ),
    counts: fc.record({
      planned: anyCount,
      attempting: anyCount,
      sent: anyCount,
      failed: anyCount,
      unknown: anyCount,
      cancelled: anyCount,
    }),
    share: fc.constantFrom(0, 0.5, 1),
    others: fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b'),
        goes: fc.constantFrom('before', 'same-case', 'other-case'),
        left: anyCount,
      }),
      { maxLength: 2 },
    ),
    hours: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ share, hours, ...observation }) => {
    const later = Math.floor(observation.counts.planned * share);
    const nextDue = later === 0 ? null : now.add({ hours });
    return { ...observation, haltedFor: null, later, nextDue, lastDue: nextDue?.add({ minutes: 5 }) ?? null };
  });
const anyHistory = fc
  .array(anyObservation, { minLength: 1, maxLength: 6 })
  .map((list) => list.toSorted((a, b) => a.at - b.at));

describe('the progress of a broadcast', () => {
  test('tells rate and time left as they were observed', () => {
    const progress = progressOf(
      [seen(0, { planned: 10_000 }), seen(10, { planned: 9700, attempting: 10, sent: 280, failed: 10 })],
      now,
    );
    expect(progress).toMatchObject({ percent: 2, perSecond: 29, waitsUntil: null, over: false });
    expect(progress.secondsLeft).toBe(Math.ceil(9710 / 29));
  });

  test('counts all that goes before it, and of each other case no more than the turns it takes', () => {
    const others = (urgent: number, older: number, huge: number) => ({
      others: [
        { id: 'urgent', goes: 'before', left: urgent },
        { id: 'older', goes: 'same-case', left: older },
        { id: 'huge', goes: 'other-case', left: huge },
        { id: 'small', goes: 'other-case', left: 30 },
      ] as const,
    });
    const progress = progressOf(
      [
        seen(0, { planned: 1000 }, others(500, 100, 1_000_000)),
        seen(10, { planned: 950, sent: 50 }, others(300, 100, 999_950)),
      ],
      now,
    );
    expect(progress.perSecond).toBe(5);
    expect(progress.secondsLeft).toBe(Math.ceil((300 + 100 + 950 + (100 + 950) + 30) / 30));
  });

  test('says until when it waits in quiet hours, and no time left', () => {
    const nextDue = now.add({ hours: 1 });
    const put = { later: 400, nextDue, lastDue: now.add({ hours: 2 }) };
    const history = [seen(0, { planned: 500 }), seen(10, { planned: 400, sent: 100 }, put)];
    expect(progressOf(history, now)).toMatchObject({ waitsUntil: nextDue, secondsLeft: null });
  });

  test('never ends before the last of those that were put off', () => {
    const put = { later: 400, nextDue: now.add({ hours: 1 }), lastDue: now.add({ hours: 2 }) };
    const history = [seen(0, { planned: 600 }), seen(10, { planned: 500, sent: 100 }, put)];
    expect(progressOf(history, now)).toMatchObject({ waitsUntil: null, secondsLeft: 2 * 3600 + 40 });
  });

  test('measures the last half minute, and not what was before a standstill', () => {
    const history = [
      seen(0, { planned: 9000, sent: 1000 }),
      seen(40, { planned: 8900, sent: 1100 }),
      seen(60, { planned: 8700, sent: 1300 }),
    ];
    expect(progressOf(history, now).perSecond).toBe(10);
    const stood = history.map((one, index) => (index === 1 ? { ...one, state: 'paused' as const } : one));
    expect(progressOf(stood, now)).toMatchObject({ perSecond: null, secondsLeft: null });
    // Where the counting itself takes long, there are still two of them.
    const slow = [seen(0, { planned: 900 }), seen(50, { planned: 400, sent: 500 })];
    expect(progressOf(slow, now).perSecond).toBe(10);
  });

  test('takes what was cancelled for no work, and the rows of who was erased for none undone', () => {
    const history = [seen(0, { planned: 9000 }), seen(10, { planned: 4000, sent: 100, cancelled: 4900 })];
    expect(progressOf(history, now).perSecond).toBe(10);
    expect(progressOf([...history, seen(20, { sent: 50 }), seen(25, { sent: 200 })], now).perSecond).toBe(10);
  });

  test('tells no rate while it stands, also when what was in hand still comes back', () => {
    for (const state of ['paused', 'halted'] as const) {
      const history = [seen(0, { attempting: 100 }, { state }), seen(10, { sent: 100 }, { state })];
      expect(progressOf(history, now)).toMatchObject({ perSecond: null, secondsLeft: null });
    }
  });

  test('is over when it is finished, or cancelled and nothing is left of it', () => {
    const over = (state: Observation['state'], counts: Partial<typeof none>) =>
      progressOf([seen(0, counts, { state })], now).over;
    expect(over('finished', { sent: 5 })).toBe(true);
    expect(over('cancelled', { attempting: 1 })).toBe(false);
    expect(over('cancelled', { cancelled: 9 })).toBe(true);
    for (const state of ['running', 'paused', 'halted'] as const) expect(over(state, {})).toBe(false);
  });

  test('is never negative, never told while it stands, never more than it knows', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { state, percent, perSecond, secondsLeft, waitsUntil } = progressOf(history, now);
        if (percent !== null) expect(percent).toBeGreaterThanOrEqual(0);
        if (percent !== null) expect(percent).toBeLessThanOrEqual(100);
        if (perSecond !== null) expect(perSecond).toBeGreaterThanOrEqual(0);
        if (secondsLeft !== null) expect(secondsLeft).toBeGreaterThan(0);
        if (state !== 'running') expect([perSecond, secondsLeft, waitsUntil]).toEqual([null, null, null]);
        if (windowOf(history).length < 2) expect([perSecond, secondsLeft]).toEqual([null, null]);
        if (waitsUntil !== null) expect(secondsLeft).toBeNull();
        expect(Number.isFinite(perSecond ?? 0) && Number.isFinite(secondsLeft ?? 0)).toBe(true);
      }),
    );
  });

  test('gives no less time for more work', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 1000 }),
        (history, planned, before) => {
          const newest = history.at(-1)!;
          const more: Observation = {
            ...newest,
            counts: { ...newest.counts, planned: newest.counts.planned + planned },
            others: [...newest.others, { id: 'new', goes: 'before', left: before }],
          };
          const less = progressOf(history, now).secondsLeft;
          const longer = progressOf([...history.slice(0, -1), more], now).secondsLeft;
          if (less !== null && longer !== null) expect(longer).toBeGreaterThanOrEqual(less);
        },
      ),
    );
  });

  test('never falls back while deliveries are settled', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.nat(),
        fc.constantFrom('sent', 'failed', 'cancelled'),
        (history, some, to) => {
          const newest = history.at(-1)!;
          const { counts } = newest;
          const settled = Math.min(some, counts.planned);
          const next = { ...counts, planned: counts.planned - settled, [to]: counts[to] + settled };
          const before = progressOf(history, now).percent;
          const after = progressOf([...history, { ...newest, counts: next }], now).percent;
          if (before === null) expect(after).toBeNull();
          else expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  test('tells nothing that depends on a count under 20', () => {
    const few = fc.integer({ min: 0, max: 19 });
    fc.assert(
      fc.property(
        fc.constantFrom(...deliveryStates),
        few,
        few,
        fc.nat({ max: 50 }),
        (state, one, other, rest) => {
          const tell = (count: number) =>
            progressOf(
              [
                seen(0, { ...none, sent: 1000, [state]: 0 }),
                seen(10, { ...none, planned: 20, sent: 1100 + rest, [state]: count }),
              ],
              now,
            ).deliveries[state];
          expect(tell(one)).toBe('<20');
          expect(tell(one)).toBe(tell(other));
        },
      ),
    );
    const tell = (left: number) =>
      progressOf([seen(0, { planned: 1000 }), seen(10, { planned: left, sent: 1000 - left })], now)
        .secondsLeft;
    expect(new Set([...Array(20).keys()].map(tell)).size).toBeLessThanOrEqual(1);
    const settled = (count: number) =>
      progressOf([seen(0, { planned: 90 }), seen(10, { planned: 90 - count, sent: count })], now);
    for (let count = 0; count < 20; count++) {
      expect(settled(count)).toMatchObject({ percent: null, perSecond: null, secondsLeft: null });
    }
  });
});
