import { expect, test } from 'vitest';
import { mayApproveWith, oneKeyUntil } from '../../src/domain/second-key.ts';

const added = Temporal.Instant.from('2009-07-01T10:00:00Z');
const one = { createdAt: added };
const old = { createdAt: added.subtract({ hours: 10_000 }) };

test('one key approves for a week from when it was added, two for good', () => {
  const lastMoment = added.add({ hours: 7 * 24 }).subtract({ nanoseconds: 1 });
  expect(mayApproveWith([one], lastMoment)).toBe(true);
  expect(mayApproveWith([one], added.add({ hours: 7 * 24 }))).toBe(false);
  expect(oneKeyUntil([one])?.toString()).toBe('2009-07-08T10:00:00Z');
  expect(mayApproveWith([old, old], added)).toBe(true);
  expect(oneKeyUntil([old, old])).toBeNull();
  // Whoever is down to an old one has no other week.
  expect(mayApproveWith([old], added)).toBe(false);
});

test('whoever has not come in yet has nothing that could be lost', () => {
  expect(mayApproveWith([], added)).toBe(true);
  expect(oneKeyUntil([])).toBeNull();
});
