import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../src/domain/language.ts';
import {
  carryFacts,
  type FindFacts,
  fillFacts,
  judgeFacts,
  lockFacts,
} from '../../../src/domain/text/locked-facts.ts';
import { namedDays, weekdaysAmiss, wrongWeekdays } from '../../../src/domain/text/weekdays.ts';
import { findDays } from '../../../src/i18n/find-times.ts';
import { findWeekdays, weekdayForms } from '../../../src/i18n/find-weekdays.ts';
import { formatDate, formatDay, formatWeekday } from '../../../src/i18n/format.ts';

const findIn =
  (language: Language): FindFacts =>
  (text) =>
    [
      ...findDays(language, text).map(({ date, ...span }) => ({
        kind: 'date' as const,
        value: date.toString(),
        ...span,
      })),
      ...findWeekdays(language, text).map(({ weekday, ...span }) => ({
        kind: 'weekday' as const,
        value: String(weekday),
        ...span,
      })),
    ].toSorted((a, b) => a.start - b.start);

const anyLanguage = fc.constantFrom(...languages);
const anyWeekday = fc.integer({ min: 1, max: 7 });
const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));

describe('days of the week', () => {
  test('are found in each of their forms, in every language, as themselves and as no other', () => {
    fc.assert(
      fc.property(anyLanguage, anyWeekday, fc.nat(), fc.boolean(), (language, weekday, pick, isUpper) => {
        const forms = weekdayForms(language, weekday);
        const form = forms[pick % forms.length] ?? '';
        const written = isUpper ? form.replace(/^./u, (letter) => letter.toLocaleUpperCase(language)) : form;
        const text = `x ${written}, y`;
        expect(findWeekdays(language, text)).toEqual([{ weekday, start: 2, end: 2 + written.length }]);
        expect(forms[0]).toBe(formatWeekday(language, weekday));
      }),
    );
  });

  test.each<[Language, string, number[]]>([
    ['az', 'çərşənbə axşamı, çərşənbədən, cümə axşamına, cüməyə, bazar ertəsi, bazar', [2, 3, 4, 5, 1, 7]],
    ['ru', 'со среды до четверга; среди них, средняя, воскресение, пятничный', [3, 4]],
    ['tr', 'Pazartesiden cumartesiye, pazara; pazarlık, salıncak', [1, 6, 7]],
    ['de', 'Mittwochabend, am Sonnabend, montags, Sonntagsschule', [3, 6, 1]],
    ['fa', 'سه‌شنبه، سه شنبه، سهشنبه، شنبه، یک‌شنبه', [2, 2, 2, 6, 7]],
    ['en', "Monday's hearing, Fridays, Sundayish", [1]],
    ['fr', 'lundi, le mardi; lundis', [1, 2]],
  ])('of %s are told from words that begin like them: %s', (language, text, wanted) => {
    expect(findWeekdays(language, text).map(({ weekday }) => weekday)).toEqual(wanted);
  });
});

describe('a day of the week beside its date', () => {
  test('is that of each date that we write, in every language; any other is named with it', () => {
    fc.assert(
      fc.property(anyLanguage, anyDay, anyWeekday, (language, day, weekday) => {
        expect(wrongWeekdays(`x ${formatDate(language, day)} y`, findIn(language))).toEqual([]);
        const said = `${formatWeekday(language, weekday)}, ${formatDay(language, day)}`;
        expect(wrongWeekdays(`x ${said} y`, findIn(language))).toEqual(
          day.dayOfWeek === weekday ? [] : [said],
        );
      }),
    );
  });

  test.each<[Language, string]>([
    ['en', 'On Wednesday the 11th of November 2009. 12 November 2009, a Thursday.'],
    ['de', 'Am Mittwoch, dem 11. November 2009. 12. November 2009, einem Donnerstag.'],
    ['fr', 'Le mercredi 11 novembre 2009. 12 novembre 2009, un jeudi.'],
    ['ru', 'В среду, 11 ноября 2009 года. 12 ноября 2009 года, в четверг.'],
    ['az', '11 noyabr 2009-cu il, çərşənbə günü. Cümə axşamı günü, 12 noyabr 2009.'],
    ['tr', '11 Kasım 2009 Çarşamba, 12 Kasım 2009 Perşembe.'],
    ['fa', 'چهارشنبه ۱۱ نوامبر ۲۰۰۹ و پنج‌شنبه، ۱۲ نوامبر ۲۰۰۹'],
  ])('is found as %s writes it', (language, text) => {
    const days = namedDays(text, findIn(language)(text));
    expect(days.map(({ date, weekday }) => [date.value, weekday.value])).toEqual([
      ['2009-11-11', '3'],
      ['2009-11-12', '4'],
    ]);
  });

  test('belongs to one date only', () => {
    for (const text of [
      'Wednesday, 11 November, Thursday, 12 November',
      '11 November, Wednesday, 12 November, Thursday',
    ]) {
      expect(namedDays(text, findIn('en')(text)).map(({ date }) => date.value)).toEqual(['11-11', '11-12']);
    }
  });

  test('is amiss in a translation where its source gives the date another, also without a year, and where it is not of the date', () => {
    const source = 'Wednesday, 11 November, and Thursday, 12 November.';
    const amiss = (text: string, of = source) =>
      weekdaysAmiss({ source: of, text }, { inSource: findIn('en'), inText: findIn('ru') });
    expect(amiss('{среда|В среду}, {11 ноября}, и в {четверг}, {12 ноября}.')).toEqual([]);
    expect(amiss('В {четверг}, {11 ноября}, и {среда|в среду}, {12 ноября}.')).toEqual([
      'четверг, 11 ноября',
      'в среду, 12 ноября'.slice(2),
    ]);
    // A source that contradicts itself is for its own writer; a day that the source does not name may be added, the right one.
    expect(amiss('В четверг, 11 ноября 2009 года.', 'Thursday, 11 November 2009.')).toEqual([]);
    expect(amiss('В среду, 11 ноября 2009 года.', '11 November 2009.')).toEqual([]);
    expect(amiss('В четверг, 11 ноября 2009 года.', '11 November 2009.')).toEqual([
      'четверг, 11 ноября 2009 года',
    ]);
  });
});

test('a day of the week is carried in any of its forms, and in no other language’s', () => {
  fc.assert(
    fc.property(anyLanguage, anyWeekday, fc.nat(), (language, weekday, pick) => {
      const forms = weekdayForms(language, weekday);
      const form = forms[pick % forms.length] ?? '';
      const shown = formatWeekday(language, weekday);
      const facts = [{ kind: 'weekday', value: String(weekday), shown, forms } as const];
      const locked = lockFacts(`x ${form} y`, facts, findIn(language));
      expect(locked).toContain('{');
      expect(judgeFacts(locked, facts, findIn(language))).toBe(null);
      expect(fillFacts({ source: 'x', text: locked })).toBe(`x ${form} y`);
      const other = formatWeekday(language, (weekday % 7) + 1);
      expect(judgeFacts(`x {${shown}|${other}}`, facts, findIn(language))?.lost).toEqual([shown]);
    }),
  );
});

test('another day of the week takes the place of one only where no case of a language tells them apart', () => {
  const day = (language: Language, weekday: number) => [
    {
      kind: 'weekday' as const,
      value: String(weekday),
      shown: formatWeekday(language, weekday),
      forms: weekdayForms(language, weekday),
    },
  ];
  const carried = (language: Language, text: string, was = 3, now = 4) =>
    carryFacts(text, day(language, was), day(language, now));
  expect(carried('en', 'On {Wednesday}')).toBe('On {Thursday}');
  expect(carried('fa', '{چهارشنبه}')).toBe('{پنجشنبه}');
  expect(carried('az', '{çərşənbə} günü')).toBe('{cümə axşamı} günü');
  expect(carried('az', '{çərşənbə}dən')).toBe(null);
  expect(carried('ru', 'в {среда|среду}')).toBe(null);
  expect(carried('ru', 'в {четверг}', 4, 5)).toBe(null);
  expect(carried('fr', 'le {mercredi|Mercredi}')).toBe(null);
  // The same day stays as it is written.
  expect(carried('ru', 'в {среда|среду}', 3, 3)).toBe('в {среда|среду}');
});
