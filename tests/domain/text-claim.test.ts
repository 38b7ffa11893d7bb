import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type StaffId } from '../../src/domain/ids.ts';
import { claimKeepsOut, claimUntil } from '../../src/domain/text-claim.ts';

const start = Temporal.Instant.from('2026-11-30T08:00:00Z');

test('a claim keeps everybody else out for half an hour after the last save, and never its holder', () => {
  const [holder, other] = [newId<StaffId>(), newId<StaffId>()];
  expect(claimKeepsOut(undefined, other, start)).toBe(false);
  fc.assert(
    fc.property(fc.nat(3 * 1_800_000), (since) => {
      const claim = { staffId: holder, expiresAt: claimUntil(start) };
      const now = start.add({ milliseconds: since });
      expect(claimKeepsOut(claim, other, now)).toBe(since < 30 * 60 * 1000);
      expect(claimKeepsOut(claim, holder, now)).toBe(false);
    }),
    { examples: [[1_799_999], [1_800_000]] },
  );
});
