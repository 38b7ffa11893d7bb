import { expect, test } from 'vitest';
import { proveMeasures } from '../../bench/support/measures.ts';

test('what an adapter measures is what its server counts, and dividing a text loses nothing, in twelve scripts', async () => {
  const { wrong, ...counts } = await proveMeasures(240, 'short');
  console.log(JSON.stringify({ ...counts, wrong: wrong.length }));
  expect(wrong).toEqual([]);
  expect(counts).toMatchObject({ scripts: 12 });
  expect(counts.parts).toBeGreaterThan(240 * 7);
});
