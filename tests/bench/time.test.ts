import { expect, test } from 'vitest';
import { proveTime } from '../../bench/support/time-proof.ts';

test('around every change of the clocks of 2009–2030 in twenty zones nothing is due, shown or quiet at a wrong time', () => {
  const { wrong, ...counts } = proveTime({
    days: [0, 1],
    times: [90, 150, 630, null],
    leadTimes: ['1d', '7d', '3h', 'morning'],
    every: 15,
  });
  console.log(JSON.stringify({ ...counts, wrong: wrong.length }));
  expect(wrong).toEqual([]);
  expect(counts).toMatchObject({ zones: 20 });
  expect(counts.changes).toBeGreaterThan(500);
});
