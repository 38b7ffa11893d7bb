import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareMove,
  type HearingTime,
  isPast,
  movedEarlier,
  resolveStart,
  resolveWallTime,
} from '../../src/domain/hearing-time.ts';
import { daySpan, instantsOf, localAt } from '../../src/domain/wall-clock.ts';
import { parseZone, SYSTEM_ZONE_RULES, type ZoneRules } from '../../src/domain/zone.ts';

const at = (zone: string, localDate: string, localTime: string | null) => ({ zone, localDate, localTime });
const instant = (text: string) => Temporal.Instant.from(text);
const resolve = (zone: string, date: string, time: string | null) => resolveWallTime(at(zone, date, time));

/** Zones with odd rules: half-hour and 24 h shifts, changes at midnight, negative summer time, rules dropped. */
const zones = [
  'Asia/Baku',
  'Europe/London',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Europe/Dublin',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/Havana',
  'Asia/Gaza',
  'Europe/Istanbul',
  'Antarctica/Troll',
  'Asia/Pyongyang',
  'UTC',
] as const;

/** The instants at which a zone's clocks jumped, 1990 to 2037. */
function jumps(zone: string): Temporal.Instant[] {
  const found: Temporal.Instant[] = [];
  let next = instant('1990-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (next !== null && next.year < 2038) {
    found.push(next.toInstant());
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/** Wall times near a jump of the clocks, where everything that can go wrong does. */
const nearJump = fc.constantFrom(...zones).chain((zone) => {
  const all = [...jumps(zone), instant('2009-11-11T06:30Z')];
  return fc
    .tuple(fc.constantFrom(...all), fc.integer({ min: -30 * 60, max: 30 * 60 }))
    .map(([jump, minutes]) => {
      const local = jump.add({ minutes }).toZonedDateTimeISO(zone).toPlainDateTime();
      // Shifted again, so that times inside a gap, which no instant has, come up too.
      return { zone, local: local.round('minute').add({ minutes: minutes % 150 }) };
    });
});

describe('a zone', () => {
  test.each(['Asia/Baku', 'Europe/London', 'America/Argentina/Buenos_Aires', 'UTC', 'Asia/Calcutta'])(
    '%s is one',
    (name) => {
      expect(parseZone(name)).toEqual({ ok: true, zone: name });
    },
  );

  test('is taken in any letter case, and an alias keeps its name', () => {
    expect(parseZone(' asia/BAKU ')).toEqual({ ok: true, zone: 'Asia/Baku' });
    expect(parseZone('Asia/Calcutta')).toEqual({ ok: true, zone: 'Asia/Calcutta' });
  });

  test.each(['+04:00', '-0400', '\u221204:00', '+4', 'UTC+4', 'GMT-3', 'Etc/GMT+4', 'UTC+04:00'])(
    '%s is an offset',
    (name) => {
      expect(parseZone(name)).toMatchObject({
        ok: false,
        fault: 'offset',
        remedy: expect.stringContaining('Asia/Baku'),
      });
    },
  );

  test.each(['', 'Mars/Olympus', 'Asia', 'Z', '2009-11-11', 'Asia/Baku; drop table', '../../etc/localtime'])(
    '%j is none',
    (name) => {
      expect(parseZone(name)).toMatchObject({ ok: false, fault: 'unknown-zone' });
    },
  );

  test('a city leads to its zone', () => {
    expect(parseZone('Baku')).toMatchObject({ suggestions: ['Asia/Baku'] });
    expect(parseZone('Azerbaijan/Baku')).toMatchObject({ suggestions: ['Asia/Baku'] });
    expect(parseZone('new york')).toMatchObject({ suggestions: ['America/New_York'] });
  });
});

describe('resolving a wall time', () => {
  test('the hearing of 11 November 2009 in Baku', () => {
    expect(resolve('Asia/Baku', '2009-11-11', '10:30')).toEqual({
      kind: 'instant',
      instant: instant('2009-11-11T06:30Z'),
    });
  });

  test('Baku’s summer time, and its end in 2016', () => {
    expect(resolve('Asia/Baku', '2015-07-01', '10:00')).toMatchObject({
      instant: instant('2015-07-01T05:00Z'),
    });
    expect(resolve('Asia/Baku', '2015-03-29', '04:30').kind).toBe('gap');
    expect(resolve('Asia/Baku', '2016-03-27', '04:30')).toMatchObject({
      instant: instant('2016-03-27T00:30Z'),
    });
    expect(resolve('Asia/Baku', '2016-07-01', '10:00')).toMatchObject({
      instant: instant('2016-07-01T06:00Z'),
    });
  });

  test('a time that the clocks skip names the nearest that exist', () => {
    const gap = resolve('Europe/London', '2026-03-29', '01:30');
    expect(gap).toEqual({
      kind: 'gap',
      before: Temporal.PlainDateTime.from('2026-03-29T00:59'),
      after: Temporal.PlainDateTime.from('2026-03-29T02:00'),
    });
    expect(resolve('Australia/Lord_Howe', '2026-10-04', '02:15')).toMatchObject({
      before: Temporal.PlainDateTime.from('2026-10-04T01:59'),
      after: Temporal.PlainDateTime.from('2026-10-04T02:30'),
    });
  });

  test('a time that comes twice is asked back, and the answer settles it', () => {
    const twice = {
      kind: 'ambiguous',
      earlier: instant('2026-10-25T00:30Z'),
      later: instant('2026-10-25T01:30Z'),
    };
    expect(resolve('Europe/London', '2026-10-25', '01:30')).toEqual(twice);
    for (const occurrence of ['earlier', 'later'] as const) {
      expect(resolveWallTime({ ...at('Europe/London', '2026-10-25', '01:30'), occurrence })).toEqual({
        kind: 'instant',
        instant: twice[occurrence],
      });
    }
  });

  test('a date without a time spans the local day, also one that does not start at midnight', () => {
    expect(resolve('Asia/Baku', '2009-11-11', null)).toEqual({
      kind: 'date-only',
      dayStart: instant('2009-11-10T20:00Z'),
      dayEnd: instant('2009-11-11T20:00Z'),
    });
    // Clocks went from 00:00 to 01:00: 23 hours.
    expect(resolve('America/Sao_Paulo', '2017-10-15', null)).toMatchObject({
      dayStart: instant('2017-10-15T03:00Z'),
      dayEnd: instant('2017-10-16T02:00Z'),
    });
    expect(resolve('Asia/Beirut', '2022-03-27', null)).toMatchObject({
      dayStart: instant('2022-03-26T22:00Z'),
    });
    // From 01:00 back to 00:00: midnight comes twice, and both are of the new day.
    expect(resolve('America/Havana', '2003-10-25', null)).toMatchObject({
      dayEnd: instant('2003-10-26T04:00Z'),
    });
    // At 00:01 back to 23:01: two days share an hour.
    expect(resolve('America/St_Johns', '2010-11-07', null)).toMatchObject({
      dayStart: instant('2010-11-07T02:30Z'),
    });
    expect(resolve('America/St_Johns', '2010-11-06', null)).toMatchObject({
      dayEnd: instant('2010-11-07T03:30Z'),
    });
  });

  test('a date that the zone skipped is a gap', () => {
    for (const time of [null, '00:00', '10:00', '23:59']) {
      expect(resolve('Pacific/Apia', '2011-12-30', time)).toMatchObject({
        kind: 'gap',
        before: Temporal.PlainDateTime.from('2011-12-29T23:59'),
        after: Temporal.PlainDateTime.from('2011-12-31T00:00'),
      });
    }
  });

  test.each([
    ['2009-02-30', '10:00', 'malformed-date'],
    ['2009-13-01', '10:00', 'malformed-date'],
    ['2009-00-10', '10:00', 'malformed-date'],
    ['2009-1-1', '10:00', 'malformed-date'],
    ['11.11.2009', '10:00', 'malformed-date'],
    ['', '10:00', 'malformed-date'],
    ['0209-11-11', '10:00', 'date-out-of-range'],
    ['9999-11-11', null, 'date-out-of-range'],
    ['2009-11-11', '24:00', 'malformed-time'],
    ['2009-11-11', '10:60', 'malformed-time'],
    ['2009-11-11', '9:30', 'malformed-time'],
    ['2009-11-11', '10:30:00', 'malformed-time'],
    ['2009-11-11', '', 'malformed-time'],
  ])('%j at %j: %s, with a remedy', (date, time, fault) => {
    expect(resolve('Asia/Baku', date, time)).toMatchObject({
      kind: 'fault',
      fault,
      remedy: expect.stringMatching(/.{10}/),
    });
  });

  test('an unknown zone is a fault like the others', () => {
    expect(resolve('Mars/Olympus', '2009-11-11', '10:30')).toMatchObject({
      kind: 'fault',
      fault: 'unknown-zone',
    });
    expect(resolve('+04:00', '2009-11-11', '10:30')).toMatchObject({ kind: 'fault', fault: 'offset' });
  });

  test('agrees with Temporal around every jump of the clocks', () => {
    fc.assert(
      fc.property(nearJump, ({ zone, local }) => {
        const found = instantsOf(local, zone, SYSTEM_ZONE_RULES);
        const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
        const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
        const exists = earlier.toPlainDateTime().equals(local);
        if (!exists) {
          expect(found.kind).toBe('never');
        } else if (earlier.equals(later)) {
          expect(found).toEqual({ kind: 'once', instant: earlier.toInstant() });
        } else {
          expect(found).toEqual({ kind: 'twice', earlier: earlier.toInstant(), later: later.toInstant() });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('what is found shows the wall time asked for; both sides of a gap exist and nothing between does', () => {
    fc.assert(
      fc.property(nearJump, ({ zone, local }) => {
        const found = instantsOf(local, zone, SYSTEM_ZONE_RULES);
        const shown = (one: Temporal.Instant) => localAt(one, zone, SYSTEM_ZONE_RULES).toString();
        switch (found.kind) {
          case 'once':
            expect(shown(found.instant)).toBe(local.toString());
            break;
          case 'twice':
            expect([shown(found.earlier), shown(found.later)]).toEqual([local.toString(), local.toString()]);
            expect(Temporal.Instant.compare(found.earlier, found.later)).toBe(-1);
            break;
          case 'never': {
            expect(instantsOf(found.before, zone, SYSTEM_ZONE_RULES).kind).not.toBe('never');
            expect(instantsOf(found.after, zone, SYSTEM_ZONE_RULES).kind).not.toBe('never');
            expect(instantsOf(found.before.add({ minutes: 1 }), zone, SYSTEM_ZONE_RULES).kind).toBe('never');
            expect(shown(found.jump)).toBe(found.after.toString());
            expect(Temporal.PlainDateTime.compare(found.before, local)).toBe(-1);
            expect(Temporal.PlainDateTime.compare(found.after, local)).toBe(1);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every instant of a day’s date lies in the day’s span', () => {
    fc.assert(
      fc.property(nearJump, fc.integer({ min: -1500, max: 1500 }), ({ zone, local }, minutes) => {
        const moment = local.toZonedDateTime(zone).toInstant().add({ minutes });
        const span = daySpan(localAt(moment, zone, SYSTEM_ZONE_RULES).toPlainDate(), zone, SYSTEM_ZONE_RULES);
        expect(span).not.toBeNull();
        expect(Temporal.Instant.compare(span!.start, moment)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(moment, span!.end)).toBe(-1);
        // The edges are tight: the first instant bears the date, the last one before the end too.
        const dateAt = (one: Temporal.Instant) =>
          localAt(one, zone, SYSTEM_ZONE_RULES).toPlainDate().toString();
        expect(dateAt(span!.start)).toBe(dateAt(moment));
        expect(dateAt(span!.end.subtract({ seconds: 1 }))).toBe(dateAt(moment));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('when a zone’s rules change', () => {
  /** Zone data from before March 2016, which still has Azerbaijan's clocks going forward that year. */
  const oldRules: ZoneRules = {
    find: SYSTEM_ZONE_RULES.find,
    offsetAt: (zone, moment) => {
      const summer =
        zone === 'Asia/Baku' &&
        Temporal.Instant.compare(moment, instant('2016-03-27T00:00Z')) >= 0 &&
        Temporal.Instant.compare(moment, instant('2016-10-30T00:00Z')) < 0;
      return summer ? 5 * 3600 : SYSTEM_ZONE_RULES.offsetAt(zone, moment);
    },
  };

  test('the hearing stays at the court’s hour and its instant moves', () => {
    const hearing = at('Asia/Baku', '2016-05-10', '10:00');
    expect(resolveStart(hearing, oldRules)?.earliest).toEqual(instant('2016-05-10T05:00Z'));
    expect(resolveStart(hearing)?.earliest).toEqual(instant('2016-05-10T06:00Z'));
  });

  test('a recorded time that came to lie in a gap, or to come twice, still resolves, to the earlier side', () => {
    expect(resolveWallTime(at('Asia/Baku', '2016-03-27', '04:30')).kind).toBe('instant');
    expect(resolveWallTime(at('Asia/Baku', '2016-03-27', '04:30'), oldRules).kind).toBe('gap');
    expect(resolveStart(at('Asia/Baku', '2016-03-27', '04:30'), oldRules)?.earliest).toEqual(
      instant('2016-03-27T00:00Z'),
    );
    expect(resolveStart(at('Asia/Baku', '2016-10-30', '04:30'), oldRules)?.earliest).toEqual(
      instant('2016-10-29T23:30Z'),
    );
  });
});

describe('a hearing’s start', () => {
  test('is an instant with a time, a span without, and nothing without a date', () => {
    const start = resolveStart(at('Asia/Baku', '2009-11-11', '10:30'));
    expect(start?.earliest).toEqual(start?.latest);
    expect(resolveStart(at('Asia/Baku', '2009-11-11', null))).toEqual({
      earliest: instant('2009-11-10T20:00Z'),
      latest: instant('2009-11-11T20:00Z'),
    });
    expect(resolveStart({ zone: 'Asia/Baku', localDate: null, localTime: null })).toBeNull();
  });

  test('is past from its instant on; without a time, when the court’s day is over', () => {
    const timed = at('Asia/Baku', '2009-11-11', '10:30');
    expect(isPast(timed, instant('2009-11-11T06:29:59Z'))).toBe(false);
    expect(isPast(timed, instant('2009-11-11T06:30:00Z'))).toBe(true);
    const dated = at('Asia/Baku', '2009-11-11', null);
    expect(isPast(dated, instant('2009-11-11T19:59:59Z'))).toBe(false);
    expect(isPast(dated, instant('2009-11-11T20:00:00Z'))).toBe(true);
    expect(isPast({ ...dated, localDate: null }, instant('2099-01-01T00:00Z'))).toBe(false);
  });
});

describe('a move', () => {
  const baku = (localDate: string | null, localTime: string | null): HearingTime => ({
    zone: 'Asia/Baku',
    localDate,
    localTime,
  });

  test.each<[string, HearingTime, HearingTime, string]>([
    ['overnight from 15:00 to 10:30', baku('2009-11-11', '15:00'), baku('2009-11-11', '10:30'), 'earlier'],
    ['to the afternoon', baku('2009-11-11', '10:30'), baku('2009-11-11', '15:00'), 'later'],
    ['to the day before', baku('2009-11-11', '10:30'), baku('2009-11-10', '15:00'), 'earlier'],
    ['nowhere', baku('2009-11-11', '10:30'), baku('2009-11-11', '10:30'), 'same'],
    ['a time becomes known', baku('2009-11-11', null), baku('2009-11-11', '09:00'), 'unclear'],
    ['a time is withdrawn', baku('2009-11-11', '09:00'), baku('2009-11-11', null), 'unclear'],
    [
      'a day becomes an hour of the day before',
      baku('2009-11-11', null),
      baku('2009-11-10', '23:59'),
      'earlier',
    ],
    ['an hour becomes the day before', baku('2009-11-11', '10:00'), baku('2009-11-10', null), 'earlier'],
    ['an hour becomes the day after', baku('2009-11-11', '10:00'), baku('2009-11-12', null), 'later'],
    ['from day to day', baku('2009-11-11', null), baku('2009-11-10', null), 'earlier'],
    ['a date comes', baku(null, null), baku('2009-11-10', '10:00'), 'unclear'],
    ['a date goes', baku('2009-11-10', '10:00'), baku(null, null), 'unclear'],
    [
      'the same instant in another zone',
      baku('2009-11-11', '10:30'),
      at('Europe/London', '2009-11-11', '06:30'),
      'same',
    ],
    [
      'a later hour of a zone to the west',
      baku('2009-11-11', '10:30'),
      at('Europe/London', '2009-11-11', '06:31'),
      'later',
    ],
    // Clocks that go back over midnight make the two days share an hour; the order of days stands.
    [
      'days that overlap',
      at('America/St_Johns', '2010-11-07', null),
      at('America/St_Johns', '2010-11-06', null),
      'earlier',
    ],
  ])('%s', (_, before, after, move) => {
    expect(compareMove(before, after)).toBe(move);
    expect(movedEarlier(before, after)).toBe(move === 'earlier');
  });

  test('there and back are opposite, and earlier means that the old hour is too late', () => {
    const opposite = { earlier: 'later', later: 'earlier', same: 'same', unclear: 'unclear' } as const;
    const hearing = nearJump.chain(({ zone, local }) =>
      fc
        .boolean()
        .map((timed) =>
          at(zone, local.toPlainDate().toString(), timed ? local.toPlainTime().toString().slice(0, 5) : null),
        ),
    );
    fc.assert(
      fc.property(hearing, hearing, (a, b) => {
        const move = compareMove(a, b);
        expect(compareMove(b, a)).toBe(opposite[move]);
        if (move === 'earlier' && a.localTime !== null) {
          expect(Temporal.Instant.compare(resolveStart(b)!.earliest, resolveStart(a)!.earliest)).toBe(-1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
