import type { Language } from '../domain/language.ts';
import type { Span } from '../domain/text/find-name.ts';
import { westernDigits } from '../domain/text/western-digits.ts';
import { intlLocale } from './locale.ts';

/** A time of day where a text has it. */
export interface FoundTime extends Span {
  readonly time: Temporal.PlainTime;
}

/** A day where a text has it: with its year, or as it comes every year. */
export interface FoundDay extends Span {
  readonly date: Temporal.PlainDate | Temporal.PlainMonthDay;
}

const clock = /(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])(?:\s?([ap])\.?m\b\.?)?/giu;
/** 10 h 30, as French writes it. */
const heures = /(?<!\d)([01]?\d|2[0-3])\s?h\s?([0-5]\d)(?!\d)/giu;
/** 3 pm, as English does. */
const halves = /(?<![\d:.,])(1[0-2]|0?[1-9])\s?([ap])\.?m\b\.?/giu;

/** The times of day that a text names in figures, with hours and minutes (in English also by the half of the day). */
export function findTimes(language: Language, text: string): FoundTime[] {
  const read = westernDigits(text);
  const found = [...read.matchAll(clock)].map((match) => timeOf(match, match[1], match[2], match[3]));
  if (language === 'fr')
    found.push(...[...read.matchAll(heures)].map((match) => timeOf(match, match[1], match[2])));
  if (language === 'en')
    found.push(...[...read.matchAll(halves)].map((match) => timeOf(match, match[1], '0', match[2])));
  return found;
}

function timeOf(match: RegExpExecArray, hour = '0', minute = '0', half = ''): FoundTime {
  const said = Number(hour);
  const within = half === '' ? said : (said % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  // 15:00 pm is half past nothing: the hour that is written counts.
  const time = new Temporal.PlainTime(said > 12 ? said : within, Number(minute));
  return { ...spanOf(match), time };
}

/** The days that a text names with day and month: in words of its language, or in figures with the year. */
export function findDays(language: Language, text: string): FoundDay[] {
  const read = westernDigits(text);
  return patternsOf(language).flatMap(({ pattern, months, calendar }) =>
    [...read.matchAll(pattern)].flatMap((match): FoundDay[] => {
      const { day, month, year } = match.groups ?? {};
      const number = months.get(month?.toLowerCase() ?? '') ?? Number(month);
      const date = dateOf(calendar, Number(day), number, year === undefined ? null : Number(year));
      return date === null ? [] : [{ ...spanOf(match), date }];
    }),
  );
}

const spanOf = ({ index, 0: whole }: RegExpExecArray): Span => ({ start: index, end: index + whole.length });

function dateOf(
  calendar: 'iso8601' | 'persian',
  day: number,
  month: number,
  year: number | null,
): FoundDay['date'] | null {
  try {
    if (year === null)
      // Each Solar Hijri day falls on another of ours every few years.
      return calendar === 'persian'
        ? null
        : Temporal.PlainMonthDay.from({ day, month }, { overflow: 'reject' });
    const date = Temporal.PlainDate.from({ calendar, day, month, year }, { overflow: 'reject' });
    return date.withCalendar('iso8601');
  } catch (error) {
    // The 31st of a month that has 30 is none.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Pattern {
  readonly pattern: RegExp;
  readonly months: ReadonlyMap<string, number>;
  readonly calendar: 'iso8601' | 'persian';
}

const none: ReadonlyMap<string, number> = new Map();
const iso = {
  pattern: /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu,
  months: none,
  calendar: 'iso8601',
} as const;
const dotted = {
  pattern: /(?<![\d.])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/gu,
  months: none,
  calendar: 'iso8601',
} as const;
const slashed = {
  pattern: /(?<![\d/])(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})(?!\d)/gu,
  months: none,
  calendar: 'iso8601',
} as const;
const slashedHijri = {
  pattern: /(?<![\d/])(?<year>1[34]\d{2})\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?!\d)/gu,
  months: none,
  calendar: 'persian',
} as const;

const made = new Map<Language, readonly Pattern[]>();

function patternsOf(language: Language): readonly Pattern[] {
  const known = made.get(language);
  if (known !== undefined) return known;
  const months = monthsOf(intlLocale(language), 'iso8601');
  const patterns: Pattern[] = [
    iso,
    dotted,
    { pattern: dayFirst(language, months), months, calendar: 'iso8601' },
  ];
  if (language === 'en') patterns.push({ pattern: monthFirst(months), months, calendar: 'iso8601' });
  if (language === 'fr') patterns.push(slashed);
  if (language === 'fa') {
    const solar = monthsOf('fa-IR-u-ca-persian', 'persian');
    patterns.push(slashedHijri, { pattern: dayFirst(language, solar), months: solar, calendar: 'persian' });
  }
  made.set(language, patterns);
  return patterns;
}

/** The names of the months, as they stand by themselves and beside day and year, in lower case. */
function monthsOf(locale: string, calendar: 'iso8601' | 'persian'): ReadonlyMap<string, number> {
  const formats = ([{ day: 'numeric', year: 'numeric' }, { day: 'numeric' }, {}] as const).map(
    (beside) => new Intl.DateTimeFormat(locale, { month: 'long', ...beside, timeZone: 'UTC' }),
  );
  const numbers = Array.from({ length: 12 }, (_, i) => i + 1);
  return new Map(
    numbers.flatMap((month) => {
      const year = calendar === 'persian' ? 1388 : 2009;
      const date = Temporal.PlainDate.from({ calendar, year, month, day: 15 });
      const at = date.withCalendar('iso8601').toZonedDateTime('UTC').epochMilliseconds;
      return formats.flatMap((format): [string, number][] => {
        const name = format.formatToParts(at).find(({ type }) => type === 'month')?.value ?? '';
        return name === '' ? [] : [[name.toLowerCase(), month]];
      });
    }),
  );
}

/** Longer names first, so that none hides another that begins with it. */
const anyOf = (months: ReadonlyMap<string, number>) =>
  [...months.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** What Azerbaijani hangs on a month; elsewhere nothing is, or it stands behind an apostrophe. */
const AZERBAIJANI_ENDING = '(?:[dt][aə](?:n|kı|ki)?|[ıiuü]n?|[aə](?:dək)?)';

/** 11 November 2009, 11. November, 11 ноября 2009 года. What a language hangs on the month stands outside. */
function dayFirst(language: Language, months: ReadonlyMap<string, number>): RegExp {
  // A month that goes on is another word: مهر begins like مه, and a major like May.
  const end = language === 'az' ? `(?=${AZERBAIJANI_ENDING}?(?!\\p{L}))` : '(?!\\p{L})';
  const years = language === 'ru' ? '(?:\\s(?:года|г\\.))?' : '';
  const ordinal = '(?:\\.|st|nd|rd|th|er)?';
  return new RegExp(
    `(?<![\\d.:])(?<day>\\d{1,2})${ordinal}\\s(?:of\\s)?(?<month>${anyOf(months)})${end}(?:,?\\s(?<year>\\d{4})(?!\\d)${years})?`,
    'giu',
  );
}

/** November 11, 2009. */
function monthFirst(months: ReadonlyMap<string, number>): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?<month>${anyOf(months)})\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(?<year>\\d{4})(?!\\d))?`,
    'giu',
  );
}
