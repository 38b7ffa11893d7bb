import { expect, test } from 'vitest';
import { type DeliveryId, newId } from '../../src/domain/ids.ts';
import { Settler } from '../../src/sender/settler.ts';
import type { Context } from '../../src/services/context.ts';
import type { Settlement } from '../../src/services/deliveries/settle.ts';

const settlement = () =>
  ({ delivery: { id: newId<DeliveryId>(), attempts: 1 }, end: { do: 'put-back' } }) as Settlement;

/** A settler with so many answers that came at 0. */
function holding(count: number): Settler {
  const settler = new Settler({ clock: { monotonic: () => 0 } } as Context, 1);
  for (let i = 0; i < count; i += 1) settler.add(settlement());
  return settler;
}

test('a few answers are recorded after a moment, many after a longer one, and enough of them at once', () => {
  expect(holding(0).nextIn(0, false)).toBe(Number.POSITIVE_INFINITY);
  expect(holding(1).nextIn(0, false)).toBe(5);
  expect(holding(1).nextIn(5, false)).toBe(0);
  expect(holding(100).nextIn(5, false)).toBe(45);
  expect(holding(100).nextIn(50, false)).toBe(0);
  expect(holding(1000).nextIn(0, false)).toBe(0);
});

test('at the end nothing waits for company', () => {
  expect(holding(100).nextIn(0, true)).toBe(0);
});
