import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../src/domain/language.ts';
import { findDays, findTimes } from '../../src/i18n/find-times.ts';
import { formatDate, formatDay, formatDayOfYear, formatTime } from '../../src/i18n/format.ts';

const days = (language: Parameters<typeof findDays>[0], text: string) =>
  findDays(language, text).map(({ date }) => date.toString());
const times = (language: Parameters<typeof findTimes>[0], text: string) =>
  findTimes(language, text).map(({ time }) => time.toString({ smallestUnit: 'minute' }));

test('each day and each hour that we write is found again, in every language', () => {
  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));
  const time = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => new Temporal.PlainTime(hour, minute));
  fc.assert(
    fc.property(fc.constantFrom(...languages), day, time, (language, date, at) => {
      const text = `x ${formatDay(language, date)}, ${formatTime(language, at)} y ${formatDate(language, date)}.`;
      expect(new Set(days(language, text))).toEqual(new Set([date.toString()]));
      expect(findTimes(language, text).map((found) => text.slice(found.start, found.end))).toEqual([
        formatTime(language, at),
      ]);
      const yearly = formatDayOfYear(language, date.toPlainMonthDay());
      expect(days(language, `(${yearly})`)).toEqual([date.toPlainMonthDay().toString()]);
    }),
  );
});

test('days and hours are found as people write them, and what is neither is not', () => {
  expect(days('en', 'On November 11th, 2009 and the 3rd of July, or 2009-11-12.')).toEqual([
    '2009-11-12',
    '07-03',
    '2009-11-11',
  ]);
  expect(days('az', '11 noyabrda, 8 iyul 2009-cu ildə')).toEqual(['11-11', '2009-07-08']);
  expect(days('de', 'am 1. Mai 2009 und am 11.11.2009; 12 Maiglöckchen')).toEqual([
    '2009-11-11',
    '2009-05-01',
  ]);
  expect(days('fa', '۲۰ آبان ۱۳۸۸ و ۱۳۸۸/۸/۲۰')).toEqual(['2009-11-11', '2009-11-11']);
  expect(days('ru', '31 апреля и 30 апреля 2010 года')).toEqual(['2010-04-30']);
  expect(days('fa', '۳۰ مهر ۱۳۹۰')).toEqual(['2011-10-22']);
  expect(days('az', '5 mayor, 5 mayda')).toEqual(['05-05']);
  expect(days('ru', '5 майоров; 5 мая')).toEqual(['05-05']);
  expect(times('en', 'at 3 pm, 10:30 a.m., 12:15 am, 25:00 or 10:30:15')).toEqual([
    '10:30',
    '00:15',
    '15:00',
  ]);
  expect(times('fr', 'à 10 h 30 et à 9h05')).toEqual(['10:30', '09:05']);
});
