import { describe, expect, test } from 'vitest';
import { exponent, figure, inTurn, median, percentile } from '../../bench/support/figures.ts';

const measured = { figure: 'drain', value: 11_300, unit: 'deliveries/s', against: 'drain.limit' };

describe('a figure', () => {
  test('has the shape that results.json promises', () => {
    expect(figure({ ...measured, againstValue: 22_600 }, { atLeast: 0.6 })).toEqual({
      figure: 'drain',
      value: 11_300,
      unit: 'deliveries/s',
      against: 'drain.limit',
      againstValue: 22_600,
      ratio: 0.5,
      target: '≥ 0.6',
      holds: false,
    });
  });

  test.each([
    [{ atLeast: 0.5 }, 22_600, true],
    [{ atLeast: 0.5 }, 22_601, false],
    [{ atMost: 0.5 }, 22_600, true],
    [{ atMost: 0.5 }, 22_599, false],
    [{ valueAtMost: 11_300 }, 1, true],
    [{ valueAtMost: 11_299 }, 1, false],
    [{ moreByAtMost: 50 }, 11_250, true],
    [{ moreByAtMost: 50 }, 11_249, false],
  ])('with %o against %d holds: %s', (target, againstValue, holds) => {
    expect(figure({ ...measured, againstValue }, target).holds).toBe(holds);
  });

  test('is judged by what was measured, not by what is shown', () => {
    const shown = figure({ ...measured, value: 0.599_99, againstValue: 1 }, { atLeast: 0.6 });
    expect(shown).toMatchObject({ ratio: 0.6, holds: false });
  });
});

test('contenders take turns, and each has its median', async () => {
  const order: string[] = [];
  const values = { ours: [3, 1, 2], theirs: [30, 10, 20] };
  const contender = (name: 'ours' | 'theirs') => ({
    name,
    run: async (number: number) => {
      order.push(name);
      return values[name][number - 1]!;
    },
  });
  const medianOf = await inTurn(3, [contender('ours'), contender('theirs')], () => undefined);
  expect(order).toEqual(['ours', 'theirs', 'ours', 'theirs', 'ours', 'theirs']);
  expect([medianOf('ours'), medianOf('theirs')]).toEqual([2, 20]);
});

test('a percentile is the value by nearest rank', () => {
  const values = Array.from({ length: 1000 }, (_, i) => 1000 - i);
  expect(percentile(values, 0.99)).toBe(990);
  expect(percentile([7], 0.99)).toBe(7);
});

test('how something grows is told by its exponent', () => {
  const grows = (power: number) => [1, 10, 100, 1000].map((count) => [count, 3 * count ** power] as const);
  for (const power of [0, 0.5, 1, 2]) expect(exponent(grows(power))).toBeCloseTo(power, 9);
  expect(() => exponent([[1, 1]])).toThrow('one point');
});

test('of nothing there is neither', () => {
  expect(() => median([])).toThrow();
  expect(() => percentile([], 0.99)).toThrow();
});
