import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/domain/language.ts';
import {
  formatDate,
  formatDateAndTime,
  formatHearingTime,
  formatInstant,
  formatList,
  formatNumber,
  formatTime,
} from '../../src/i18n/format.ts';
import { withoutIsolation } from '../../src/i18n/isolate.ts';

const verdict = {
  date: Temporal.PlainDate.from('2009-11-11'),
  time: Temporal.PlainTime.from('10:30'),
  zone: 'Asia/Baku',
};

const inEvery = (format: (language: Language) => string) =>
  Object.fromEntries(languages.map((language) => [language, withoutIsolation(format(language))]));

describe('the hour of a hearing', () => {
  it('is told in the court’s time with its zone, and in UTC', () => {
    expect(inEvery((language) => formatHearingTime(language, verdict))).toEqual({
      az: '11 noyabr 2009, çərşənbə, 10:30 (Bakı, UTC+4; 06:30 UTC)',
      en: 'Wednesday, 11 November 2009, 10:30 (Baku, UTC+4; 06:30 UTC)',
      ru: 'среда, 11 ноября 2009 года, 10:30 (Баку, UTC+4; 06:30 UTC)',
      tr: '11 Kasım 2009 Çarşamba, 10:30 (Bakü, UTC+4; 06:30 UTC)',
      fa: 'چهارشنبه ۱۱ نوامبر ۲۰۰۹ (۲۰ آبان ۱۳۸۸)، ساعت ۱۰:۳۰ (\u200Fباکو، UTC+۴؛ ۶:۳۰ به وقت UTC)',
      fr: 'mercredi 11 novembre 2009, 10:30 (Bakou, UTC+4\u00A0; 06:30 UTC)',
      de: 'Mittwoch, 11. November 2009, 10:30 Uhr (Baku, UTC+4; 06:30 Uhr UTC)',
    });
  });

  it('names the UTC date when it is another day', () => {
    const early = { ...verdict, time: Temporal.PlainTime.from('02:00') };
    expect(withoutIsolation(formatHearingTime('en', early))).toBe(
      'Wednesday, 11 November 2009, 02:00 (Baku, UTC+4; Tuesday, 10 November 2009, 22:00 UTC)',
    );
  });

  it('says that the time is not known instead of inventing one', () => {
    const texts = inEvery((language) => formatHearingTime(language, { ...verdict, time: null }));
    expect(texts.en).toBe('Wednesday, 11 November 2009, time not yet known (Baku)');
    for (const text of Object.values(texts)) expect(text).not.toMatch(/\d\d:\d\d|UTC/);
  });

  it('knows the summer time that Azerbaijan had in 2009 and has no more', () => {
    const summer = { ...verdict, date: Temporal.PlainDate.from('2009-07-10') };
    expect(withoutIsolation(formatHearingTime('en', summer))).toContain('(Baku, UTC+5; 05:30 UTC)');
    const today = { ...verdict, date: Temporal.PlainDate.from('2026-07-10') };
    expect(withoutIsolation(formatHearingTime('en', today))).toContain('(Baku, UTC+4; 06:30 UTC)');
  });

  it('tells the court’s hour also where the clocks skip it since the rules of the zone were changed', () => {
    const skipped = {
      date: Temporal.PlainDate.from('2009-03-29'),
      time: Temporal.PlainTime.from('04:30'),
      zone: 'Asia/Baku',
    };
    // Right after the gap, at 05:00 of the summer's clocks, it is midnight in UTC.
    expect(withoutIsolation(formatHearingTime('en', skipped))).toBe(
      'Sunday, 29 March 2009, 04:30 (Baku, UTC+5; 00:00 UTC)',
    );
  });

  it('refuses a zone that does not exist', () => {
    expect(() => formatHearingTime('de', { ...verdict, zone: 'Mars/Olympus' })).toThrow(RangeError);
  });

  it('gives the same instant twice: local time less its offset is the UTC time', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2009-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        fc.constantFrom('Asia/Baku', 'Asia/Tehran', 'America/New_York', 'Asia/Kathmandu', 'UTC'),
        (at, zone) => {
          const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
          const text = withoutIsolation(
            formatHearingTime('en', { date: local.toPlainDate(), time: local.toPlainTime(), zone }),
          );
          const clock = (time: string) => Temporal.PlainTime.from(time);
          const [, wall, sign, hours, minutes, utc] =
            text.match(/, (\d\d:\d\d) \(.*?UTC(?:([+−])(\d+)(?::(\d\d))?)?;.*?(\d\d:\d\d) UTC\)$/) ?? [];
          const offset = { hours: Number(hours ?? 0), minutes: Number(minutes ?? 0) };
          const expected = sign === '−' ? clock(wall ?? '').add(offset) : clock(wall ?? '').subtract(offset);
          expect(utc).toBe(expected.toString().slice(0, 5));
        },
      ),
    );
  });
});

describe('dates', () => {
  /** Months that are spelled as in English in the language itself. */
  const cognates: Record<Exclude<Language, 'en'>, readonly string[]> = {
    az: [],
    ru: [],
    tr: [],
    fa: [],
    fr: [],
    de: ['April', 'August', 'September', 'November'],
  };

  it.each(languages.filter((language) => language !== 'en'))(
    'have no English month or weekday in %s',
    (language) => {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= 7; day += 1) {
          const date = Temporal.PlainDate.from({ year: 2009, month, day });
          const words = formatDate(language, date).match(/\p{L}+/gu) ?? [];
          const english = (formatDate('en', date).match(/\p{L}+/gu) ?? []).filter(
            (word) => !cognates[language as Exclude<Language, 'en'>].includes(word),
          );
          expect(
            words.filter((word) => english.includes(word)),
            `${date}`,
          ).toEqual([]);
        }
      }
    },
  );

  it('have twelve months and seven weekdays, all different, in words', () => {
    for (const language of languages) {
      const wordsOf = (date: Temporal.PlainDate) =>
        formatDate(language, date)
          .match(/\p{L}[\p{L}\u200C ]*/gu)
          ?.join();
      const first = Temporal.PlainDate.from('2009-01-01');
      const months = Array.from({ length: 12 }, (_, i) =>
        formatDate(language, first.add({ months: i })).replace(/\p{N}/gu, ''),
      );
      expect(new Set(months).size, language).toBe(12);
      const weekdays = Array.from({ length: 7 }, (_, i) => wordsOf(first.add({ days: i })));
      expect(new Set(weekdays).size, language).toBe(7);
    }
  });

  it('give Persian readers the Solar Hijri date as well, which begins its year at Nowruz', () => {
    expect(formatDate('fa', Temporal.PlainDate.from('2009-03-20'))).toBe('جمعه ۲۰ مارس ۲۰۰۹ (۳۰ اسفند ۱۳۸۷)');
    expect(formatDate('fa', Temporal.PlainDate.from('2009-03-21'))).toBe(
      'شنبه ۲۱ مارس ۲۰۰۹ (۱ فروردین ۱۳۸۸)',
    );
  });
});

describe('other formats', () => {
  it('tell the time on the 24-hour clock, midnight as 00:00', () => {
    expect(formatTime('en', Temporal.PlainTime.from('15:00'))).toBe('15:00');
    expect(formatTime('en', Temporal.PlainTime.from('00:00'))).toBe('00:00');
    expect(formatTime('fa', Temporal.PlainTime.from('15:00'))).toBe('۱۵:۰۰');
  });

  it('fall back to the country for a zone without a known city, where Latin letters are not read', () => {
    const at = Temporal.Instant.from('2026-07-10T00:00Z');
    expect(withoutIsolation(formatInstant('ru', at, 'Asia/Qyzylorda'))).toMatch(/\(Казахстан, UTC\+5\)$/);
    expect(withoutIsolation(formatInstant('az', at, 'Asia/Qyzylorda'))).toMatch(/\(Qyzylorda, UTC\+5\)$/);
  });

  it('tell an instant by the clocks of a zone', () => {
    const at = Temporal.Instant.from('2009-11-10T21:40Z');
    expect(withoutIsolation(formatInstant('en', at, 'Asia/Baku'))).toBe(
      'Wednesday, 11 November 2009, 01:40 (Baku, UTC+4)',
    );
    expect(withoutIsolation(formatInstant('en', at, 'UTC'))).toBe('Tuesday, 10 November 2009, 21:40 (UTC)');
    expect(withoutIsolation(formatDateAndTime('de', Temporal.PlainDateTime.from('2009-11-10T21:40')))).toBe(
      'Dienstag, 10. November 2009, 21:40',
    );
    expect(withoutIsolation(formatInstant('en', at, 'UTC'))).toMatch(/\(UTC\)$/);
    expect(withoutIsolation(formatInstant('en', at, 'America/St_Johns'))).toMatch(/\(St Johns, UTC−3:30\)$/);
  });

  it('join lists as the language does, each name isolated', () => {
    const names = ['Adnan Hajizade', 'Emin Milli'];
    expect(formatList('en', names)).toBe('\u2068Adnan Hajizade\u2069 and \u2068Emin Milli\u2069');
    expect(inEvery((language) => formatList(language, names))).toMatchObject({
      az: 'Adnan Hajizade və Emin Milli',
      ru: 'Adnan Hajizade и Emin Milli',
      tr: 'Adnan Hajizade ve Emin Milli',
      fr: 'Adnan Hajizade et Emin Milli',
      de: 'Adnan Hajizade und Emin Milli',
    });
    expect(formatList('fa', names)).toMatch(/ و /);
    expect(formatList('en', [])).toBe('');
  });

  it('write numbers with the digits and separators of the language', () => {
    expect(languages.map((language) => formatNumber(language, 40_000.5).replace(/\s/u, ' '))).toEqual([
      '40.000,5',
      '40,000.5',
      '40 000,5',
      '40.000,5',
      '۴۰٬۰۰۰٫۵',
      '40 000,5',
      '40.000,5',
    ]);
  });
});
