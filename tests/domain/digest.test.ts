import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestSince, digestSlots, digestTime, nextDigestDue } from '../../src/domain/digest.ts';
import { quietHours, quietUntil } from '../../src/domain/quiet-hours.ts';

const { compare } = Temporal.Instant;
const anySlot = fc.constantFrom(...digestSlots);
const anyZone = fc.constantFrom(
  'Asia/Baku',
  'Europe/London',
  'America/St_Johns',
  'Asia/Tehran',
  'Africa/Casablanca',
);
const anyInstant = fc
  .integer({ min: 0, max: 365 * 21 * 24 * 60 })
  .map((minutes) => Temporal.Instant.from('2009-01-01T00:00:00Z').add({ minutes }));

test('a digest is due on its day and hour where the campaign is, after now, and within the week, also when clocks change', () => {
  fc.assert(
    fc.property(anySlot, anyZone, anyInstant, (slot, zone, now) => {
      const due = nextDigestDue(slot, zone, now);
      const local = due.toZonedDateTimeISO(zone);
      const { weekday, time } = digestTime(slot);
      expect([local.dayOfWeek, local.toPlainTime().toString()]).toEqual([weekday, time.toString()]);
      expect(compare(due, now)).toBe(1);
      expect(compare(due, now.add({ hours: 7 * 24 + 1 }))).toBeLessThanOrEqual(0);
      // The weeks that two digests tell of touch, and do not overlap.
      const next = nextDigestDue(slot, zone, due);
      expect(digestSince(next, zone).equals(due)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a digest is due outside of all quiet hours that the bot offers', () => {
  for (const slot of digestSlots) {
    const due = nextDigestDue(slot, 'Asia/Baku', Temporal.Instant.from('2026-11-30T00:00:00Z'));
    for (const hours of quietHours) expect(quietUntil(hours, 'Asia/Baku', due).equals(due)).toBe(true);
  }
});
