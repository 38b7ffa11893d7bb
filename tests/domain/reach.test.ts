import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNTED_AT_MOST, reachOf } from '../../src/domain/reach.ts';

describe('how long it takes to tell everybody', () => {
  test.each([
    [0, 1],
    [19, 1],
    [1740, 1],
    [1741, 2],
    [40_000, 25],
    [104_400, 60],
    [104_401, 90],
    [1_000_000, 600],
  ])('%i followers: %i minutes', (followers, minutes) => {
    expect(reachOf(followers)).toEqual({ minutes, longer: false });
  });

  test('beyond half a day is told as longer, however much', () => {
    expect(reachOf(COUNTED_AT_MOST - 1)).toEqual({ minutes: 720, longer: false });
    expect(reachOf(COUNTED_AT_MOST)).toEqual({ minutes: 720, longer: true });
    expect(reachOf(10 * COUNTED_AT_MOST)).toEqual({ minutes: 720, longer: true });
  });

  test('never promises less than 29 a second take, nor rises by who comes or goes below 1,740', () => {
    fc.assert(
      fc.property(fc.nat(COUNTED_AT_MOST - 1), (followers) => {
        const { minutes } = reachOf(followers);
        expect(minutes * 60).toBeGreaterThanOrEqual(followers / 29);
        expect(minutes * 60).toBeLessThanOrEqual(Math.max(60, (followers / 29) * 1.5 + 360));
        if (followers <= 1740) expect(minutes).toBe(1);
      }),
    );
  });
});
