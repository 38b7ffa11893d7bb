import { describe, expect, test } from 'vitest';
import { readHearings } from '../../../src/domain/hearing-file/read.ts';

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

function rows(text: string, zone = 'Asia/Baku') {
  const read = readHearings(Buffer.from(text), 'ics', { plain: 'en', zone });
  if (!read.ok) return read.faults.map(({ line, field, detail }) => `${line} ${field}: ${detail}`);
  return read.rows.map((row) =>
    'said' in row
      ? row.said
      : row.faults.map(({ field, detail }) => `${row.line} ${field}: ${detail}`).join(' '),
  );
}

const at = (dtstart: string, zone?: string, ...more: string[]) =>
  rows(calendar(...more, ...event('UID:1', dtstart)), zone)[0];

/** A zone whose clocks are 3 h 37 min 30 s ahead, and 4 h 37 min 30 s from the second Thursday of March. */
const oddZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Court of Nowhere',
  'BEGIN:STANDARD',
  'DTSTART:19700901T000000',
  'TZOFFSETFROM:+0430',
  'TZOFFSETTO:+0330',
  'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1TU',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700301T000000',
  'TZOFFSETFROM:+0330',
  'TZOFFSETTO:+0430',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2TH',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

/** Asia/Baku as programs that were never updated know it: with summer time, which ended in 2016. */
const staleBaku = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Baku',
  'BEGIN:STANDARD',
  'DTSTART:19971026T050000',
  'TZOFFSETFROM:+0500',
  'TZOFFSETTO:+0400',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19970330T040000',
  'TZOFFSETFROM:+0400',
  'TZOFFSETTO:+0500',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('an iCalendar file', () => {
  test.each([
    [
      'a zone of the tz database',
      'DTSTART;TZID=Europe/London:20091111T103000',
      '2009-11-11',
      '10:30',
      'Europe/London',
    ],
    ['no zone: the court’s', 'DTSTART:20091111T103000', '2009-11-11', '10:30', 'Asia/Baku'],
    ['UTC, told by the court’s clocks', 'DTSTART:20091111T203000Z', '2009-11-12', '00:30', 'Asia/Baku'],
    ['a day only', 'DTSTART;VALUE=DATE:20091111', '2009-11-11', null, 'Asia/Baku'],
  ])('gives the time of an event with %s', (_, dtstart, localDate, localTime, zone) => {
    expect(at(dtstart)).toMatchObject({ localDate, localTime, zone });
  });

  test('is followed into a zone of its own making, whatever its rules', () => {
    // 10:30 at +03:30 in winter and +04:30 in summer is 07:00 and 06:00 UTC: 11:00 in Baku without, and with, its own.
    expect(at('DTSTART;TZID=Court of Nowhere:20260210T103000', undefined, ...oddZone)).toMatchObject({
      localDate: '2026-02-10',
      localTime: '11:00',
      zone: 'Asia/Baku',
    });
    expect(at('DTSTART;TZID=Court of Nowhere:20260611T103000', undefined, ...oddZone)).toMatchObject({
      localTime: '10:00',
    });
  });

  test('is refused where its own rules for a zone contradict the tz database, and taken where they agree', () => {
    expect(at('DTSTART;TZID=Asia/Baku:20260611T103000', undefined, ...staleBaku)).toBe(
      "18 DTSTART: is 2026-06-11 05:30 UTC by the file's own rules for Asia/Baku, but 2026-06-11 06:30 UTC by the tz database. Ask the court for the hour, and correct the file or its VTIMEZONE.",
    );
    expect(at('DTSTART;TZID=Asia/Baku:20260210T103000', undefined, ...staleBaku)).toMatchObject({
      localTime: '10:30',
    });
    expect(at('DTSTART;TZID=Asia/Baku:20090611T103000', undefined, ...staleBaku)).toMatchObject({
      localTime: '10:30',
    });
  });

  test('with a zone nobody knows, or whose rules would repeat by the second, is refused', () => {
    expect(at('DTSTART;TZID=Azerbaijan Standard Time:20091111T103000')).toMatch(
      /names the zone "Azerbaijan Standard Time"/,
    );
    const busy = oddZone.map((line) => line.replace('FREQ=YEARLY', 'FREQ=SECONDLY'));
    expect(at('DTSTART;TZID=Court of Nowhere:20091111T103000', undefined, ...busy)).toMatch(
      /cannot be followed/,
    );
  });

  test('that repeats, lacks what names it or its time, or carries seconds is refused with line and remedy', () => {
    const found = rows(
      calendar(
        ...event('UID:1', 'DTSTART:20091111T103000', 'RRULE:FREQ=WEEKLY'),
        ...event('UID:2', 'DTSTART:20091111T103000', 'RECURRENCE-ID:20091110T103000'),
        ...event('DTSTART:20091131T103000', 'STATUS:MAYBE'),
        ...event('UID:4'),
        ...event('UID:5', 'DTSTART:20091111T103030'),
      ),
    );
    expect(found).toEqual([
      '3 RRULE: makes the event repeat. Write each hearing as an event of its own, with a UID of its own.',
      expect.stringContaining('8 RECURRENCE-ID: makes the event repeat'),
      expect.stringMatching(/^13 UID: is missing.* 13 DTSTART: is neither .* 13 STATUS: is none of/),
      '17 DTSTART: is missing: it says when the hearing is.',
      '20 DTSTART: carries seconds, which no court names.',
    ]);
  });

  test('tells what is cancelled, by the event or by the file as a whole, and which version it is', () => {
    const cancelled = event('UID:1', 'DTSTART:20091111T103000', 'STATUS:CANCELLED', 'SEQUENCE:3');
    expect(rows(calendar(...cancelled))[0]).toMatchObject({ status: 'cancelled', sequence: 3 });
    const [whole] = rows(calendar('METHOD:CANCEL', ...event('UID:1', 'DTSTART:20091111T103000')));
    expect(whole).toMatchObject({ status: 'cancelled', sequence: 0 });
    const [tentative] = rows(calendar(...event('UID:1', 'DTSTART:20091111T103000', 'STATUS:TENTATIVE')));
    expect(tentative).not.toHaveProperty('status');
    expect(rows(calendar('METHOD:REPLY'))).toEqual([expect.stringContaining('METHOD: is REPLY')]);
  });

  test('unfolds and unescapes, and takes the place as a text of the language that was named', () => {
    const [said] = rows(
      calendar(
        ...event(
          'UID:1',
          'DTSTART:20091111T103000',
          'LOCATION:Səbail\\, zal 5\\; 2\\nci m',
          ' ərtəbə',
          'URL:https://courts.example/1',
        ),
      ),
    );
    expect(said).toMatchObject({
      place: { en: 'Səbail, zal 5; 2\nci mərtəbə' },
      sources: ['https://courts.example/1'],
    });
  });

  test('that is cut short or no calendar has every broken line named', () => {
    expect(rows('BEGIN:VCALENDAR\r\nnonsense\r\nBEGIN:VEVENT\r\nUID:1\r\n')).toEqual([
      '2 line: is no line of iCalendar: a name, then ":" and a value.',
      '1 BEGIN:VCALENDAR: is not ended: the file may be cut short.',
      '3 BEGIN:VEVENT: is not ended: the file may be cut short.',
    ]);
    expect(rows('hello:world\r\n')).toEqual([expect.stringContaining('1 file: is no calendar')]);
  });
});
