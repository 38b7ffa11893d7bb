import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveStart } from '../../src/domain/hearing-time.ts';
import {
  dueInstant,
  type LeadTime,
  leadTimeCode,
  notAfter,
  parseLeadTime,
} from '../../src/domain/lead-time.ts';

const at = (zone: string, localDate: string | null, localTime: string | null) => ({
  zone,
  localDate,
  localTime,
});
const instant = (text: string) => Temporal.Instant.from(text);
const days = (n: number): LeadTime => ({ kind: 'days', days: n });
const hours = (n: number): LeadTime => ({ kind: 'hours', hours: n });
const morning: LeadTime = { kind: 'morning' };

const verdict = at('Asia/Baku', '2009-11-11', '10:30');

describe('a reminder is due', () => {
  test('days ahead at the same hour of the court’s clock', () => {
    expect(dueInstant(verdict, days(1))).toEqual(instant('2009-11-10T06:30Z'));
    expect(dueInstant(verdict, days(7))).toEqual(instant('2009-11-04T06:30Z'));
  });

  test('at that hour also when the clocks changed in between', () => {
    // Back on 25 October 2009: 10:30 summer time is 05:30 UTC, 10:30 winter time 06:30.
    expect(dueInstant(at('Asia/Baku', '2009-10-25', '10:30'), days(1))).toEqual(instant('2009-10-24T05:30Z'));
    expect(dueInstant(at('Asia/Baku', '2009-10-25', '10:30'), hours(24))).toEqual(
      instant('2009-10-24T06:30Z'),
    );
  });

  test('right after a gap, or at the first of two, where that hour is not plain', () => {
    expect(dueInstant(at('Europe/London', '2026-03-30', '01:30'), days(1))).toEqual(
      instant('2026-03-29T01:00Z'),
    );
    expect(dueInstant(at('Europe/London', '2026-10-26', '01:30'), days(1))).toEqual(
      instant('2026-10-25T00:30Z'),
    );
  });

  test('at noon of the day before while no time is known; hours then count from nothing', () => {
    const dated = at('Asia/Baku', '2009-11-11', null);
    expect(dueInstant(dated, days(1))).toEqual(instant('2009-11-10T08:00Z'));
    expect(dueInstant(dated, hours(3))).toBeNull();
  });

  test('on the morning at 08:00 local, but an hour before an early hearing', () => {
    expect(dueInstant(verdict, morning)).toEqual(instant('2009-11-11T04:00Z'));
    expect(dueInstant(at('Asia/Baku', '2009-11-11', '09:00'), morning)).toEqual(instant('2009-11-11T04:00Z'));
    expect(dueInstant(at('Asia/Baku', '2009-11-11', '08:30'), morning)).toEqual(instant('2009-11-11T03:30Z'));
    expect(dueInstant(at('Asia/Baku', '2009-11-11', null), morning)).toEqual(instant('2009-11-11T04:00Z'));
  });

  test('never without a date', () => {
    for (const lead of [days(1), hours(1), morning])
      expect(dueInstant(at('Asia/Baku', null, null), lead)).toBeNull();
    expect(notAfter(at('Asia/Baku', null, null))).toBeNull();
  });
});

describe('a reminder is of use', () => {
  test('until the hearing begins; without a time until 18:00 where the court is', () => {
    expect(notAfter(verdict)).toEqual(instant('2009-11-11T06:30Z'));
    expect(notAfter(at('Asia/Baku', '2009-11-11', null))).toEqual(instant('2009-11-11T14:00Z'));
  });

  test('for a while after it is due, whatever the zone, the day and the lead', () => {
    const hearing = fc
      .tuple(
        fc.constantFrom(
          'Asia/Baku',
          'America/St_Johns',
          'Africa/Casablanca',
          'Australia/Lord_Howe',
          'Pacific/Apia',
          'Asia/Beirut',
        ),
        fc.integer({ min: 0, max: 20_000 }),
        fc.option(fc.integer({ min: 0, max: 24 * 60 - 1 })),
      )
      .map(([zone, day, minute]) => {
        const date = new Temporal.PlainDate(1990, 1, 1).add({ days: day }).toString();
        const time =
          minute === null ? null : new Temporal.PlainTime().add({ minutes: minute }).toString().slice(0, 5);
        return at(zone, date, time);
      });
    const lead = fc.oneof(
      fc.integer({ min: 1, max: 60 }).map(days),
      fc.integer({ min: 1, max: 72 }).map(hours),
      fc.constant(morning),
    );
    fc.assert(
      fc.property(hearing, lead, (one, leadTime) => {
        const due = dueInstant(one, leadTime);
        if (due === null) return;
        // The date line's lost day aside, an hour at least is left to deliver it.
        const left = due.until(notAfter(one)!).total('minutes');
        expect(left).toBeGreaterThanOrEqual(one.zone === 'Pacific/Apia' ? 0 : 59);
        if (one.localTime !== null) expect(notAfter(one)).toEqual(resolveStart(one)?.earliest);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the code of a lead time', () => {
  test('reads back as the same lead time', () => {
    for (const lead of [days(1), days(60), hours(3), hours(72), morning]) {
      expect(parseLeadTime(leadTimeCode(lead))).toEqual(lead);
    }
  });

  test.each(['', '0d', '61d', '73h', '-1d', '1.5d', '1w', 'Morning', '01d', '1d '])('%j is none', (code) => {
    expect(parseLeadTime(code)).toBeNull();
  });
});
