import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isQuietChoice,
  type QuietHours,
  quietHours,
  quietSpan,
  quietUntil,
} from '../../src/domain/quiet-hours.ts';

/** When what is ready at a local time may go out, as the zone's clock then shows it. */
function until(hours: QuietHours, at: string): string {
  const now = Temporal.ZonedDateTime.from(at);
  return quietUntil(hours, now.timeZoneId, now.toInstant())
    .toZonedDateTimeISO(now.timeZoneId)
    .toString({ timeZoneName: 'never' });
}

describe('quiet hours', () => {
  test.each([
    ['22-08', '2026-01-10T21:59:59.999+04:00[Asia/Baku]', '2026-01-10T21:59:59.999+04:00'],
    ['22-08', '2026-01-10T22:00+04:00[Asia/Baku]', '2026-01-11T08:00:00+04:00'],
    ['22-08', '2026-01-11T00:00+04:00[Asia/Baku]', '2026-01-11T08:00:00+04:00'],
    ['22-08', '2026-01-11T07:59:59.999+04:00[Asia/Baku]', '2026-01-11T08:00:00+04:00'],
    ['22-08', '2026-01-11T08:00+04:00[Asia/Baku]', '2026-01-11T08:00:00+04:00'],
    ['00-08', '2026-01-10T23:59+04:00[Asia/Baku]', '2026-01-10T23:59:00+04:00'],
    ['00-08', '2026-01-11T00:00+04:00[Asia/Baku]', '2026-01-11T08:00:00+04:00'],
    ['23-09', '2026-12-31T23:30+03:30[Asia/Tehran]', '2027-01-01T09:00:00+03:30'],
  ] as const)('%s: what is ready at %s goes out at %s', (hours, at, expected) => {
    expect(until(hours, at)).toBe(expected);
  });

  test('end by the clock in a night in which the clocks change, and are then an hour shorter or longer', () => {
    expect(until('22-08', '2026-03-28T22:30+01:00[Europe/Berlin]')).toBe('2026-03-29T08:00:00+02:00');
    expect(until('22-08', '2026-10-24T22:30+02:00[Europe/Berlin]')).toBe('2026-10-25T08:00:00+01:00');
  });

  test('wait for the second of two mornings where the zone skips the first', () => {
    // Apia went over the date line and had no 30 December 2011.
    expect(until('22-08', '2011-12-29T23:30-10:00[Pacific/Apia]')).toBe('2011-12-31T08:00:00+14:00');
  });

  test('begin when the clocks jump to their beginning', () => {
    // Pyongyang went from 23:30 to 00:00 in May 2018; Lord Howe changes by half an hour only.
    expect(until('00-08', '2018-05-04T23:29:59+08:30[Asia/Pyongyang]')).toBe('2018-05-04T23:29:59+08:30');
    expect(until('00-08', '2018-05-05T00:00+09:00[Asia/Pyongyang]')).toBe('2018-05-05T08:00:00+09:00');
    expect(until('22-08', '2026-10-03T23:30+10:30[Australia/Lord_Howe]')).toBe('2026-10-04T08:00:00+11:00');
  });

  const zones = [
    'Asia/Baku',
    'Asia/Tehran',
    'Europe/Berlin',
    'Europe/Dublin',
    'America/New_York',
    'America/Caracas',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Antarctica/Troll',
    'Pacific/Apia',
    'Pacific/Chatham',
    'Asia/Pyongyang',
    'Africa/Casablanca',
    'UTC',
  ] as const;

  /** An instant near a change of the zone's clocks, where it has one after `from`; else anywhere. */
  const near = (zone: string, from: number, minutes: number): Temporal.Instant => {
    const start = Temporal.Instant.fromEpochMilliseconds(from * 1000);
    const jump = start.toZonedDateTimeISO(zone).getTimeZoneTransition('next')?.toInstant() ?? start;
    return jump.add({ minutes });
  };

  const isQuiet = (hours: QuietHours, zone: string, at: Temporal.Instant): boolean => {
    const { hour } = at.toZonedDateTimeISO(zone);
    const [from, to] = [quietSpan(hours).from.hour, quietSpan(hours).to.hour];
    return from > to ? hour >= from || hour < to : hour >= from && hour < to;
  };

  test('are over at the first moment from now on that is not quiet: property, near changes of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...quietHours),
        fc.constantFrom(...zones),
        fc.integer({ min: 1_200_000_000, max: 1_800_000_000 }),
        fc.integer({ min: -36 * 60, max: 36 * 60 }),
        (hours, zone, from, minutes) => {
          const now = near(zone, from, minutes);
          const end = quietUntil(hours, zone, now);
          expect(Temporal.Instant.compare(end, now)).toBeGreaterThanOrEqual(0);
          expect(isQuiet(hours, zone, end)).toBe(false);
          // Changes of the clocks since 2008 were at full minutes, so every full quarter of an hour tells.
          const quarters = Math.ceil(now.until(end).total('minutes') / 15);
          expect(quarters).toBeLessThan((24 + 11) * 4);
          for (let i = 0; i < quarters; i += 1) {
            expect(isQuiet(hours, zone, now.add({ minutes: 15 * i }))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('are named by presets, and a follower may also choose none, or the campaign’s', () => {
    for (const hours of quietHours) {
      expect(isQuietChoice(hours)).toBe(true);
      const { from, to } = quietSpan(hours);
      expect(`${String(from.hour).padStart(2, '0')}-${String(to.hour).padStart(2, '0')}`).toBe(hours);
    }
    expect(['campaign', 'off'].every(isQuietChoice)).toBe(true);
    for (const other of ['', '22-07', 'on', 'toString', '22-08 ', 'campaign,off']) {
      expect(isQuietChoice(other)).toBe(false);
    }
  });
});
